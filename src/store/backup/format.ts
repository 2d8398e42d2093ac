import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { EJSON } from 'bson';
import { z } from 'zod';
import type { ErrorCode } from '../../core/errors.ts';

/**
 * A backup is gzipped lines: a head, one line a document in canonical EJSON, a tail with the count and the sha256 of all lines
 * before it. It reads the same on any MongoDB, and a cut or changed file is known by its tail.
 */
const headShape = z.object({ backup: z.literal('pesan'), version: z.literal(1), at: z.iso.datetime() });
const tailShape = z.object({ end: z.literal(true), documents: z.number(), sha256: z.string() });
const documentShape = z.object({ c: z.string(), d: z.unknown() });

/** One document of a backup with its collection. */
export interface KeptDocument {
  readonly collection: string;
  readonly document: Record<string, unknown>;
}

/** A backup that cannot be used, with what to do about it. */
export class BackupError extends Error {
  readonly code = 'backup-error' satisfies ErrorCode;
}

/** Writes one document as a line. */
export const lineOf = ({ collection, document }: KeptDocument): string =>
  `${EJSON.stringify({ c: collection, d: document }, { relaxed: false })}\n`;

/** Counts and hashes the lines of a backup. */
export class Seal {
  private readonly hash: Hash = createHash('sha256');
  documents = 0;

  add(line: string): void {
    this.hash.update(line);
  }

  tail(): string {
    return `${JSON.stringify({ end: true, documents: this.documents, sha256: this.hash.digest('hex') })}\n`;
  }
}

/** Reads a backup document by document; throws a BackupError when it is no backup, was cut, or was changed. */
export async function* readBackup(file: string): AsyncGenerator<KeptDocument> {
  const seal = new Seal();
  let isFirst = true;
  let ended = false;
  for await (const line of linesOf(file)) {
    if (ended) throw new BackupError(`${file} goes on after its end: it is not a whole backup.`);
    if (isFirst) {
      isFirst = false;
      if (!headShape.safeParse(parsed(line)).success) throw new BackupError(`${file} is not a backup of Pesan.`);
      seal.add(`${line}\n`);
      continue;
    }
    const tail = tailShape.safeParse(parsed(line));
    if (tail.success) {
      if (seal.tail() !== `${line}\n`)
        throw new BackupError(`${file} was changed after it was written: its checksum does not fit.`);
      ended = true;
      continue;
    }
    const { c, d } = documentShape.parse(EJSON.parse(line, { relaxed: false }));
    seal.add(`${line}\n`);
    seal.documents++;
    // A document of any room: what it must look like is the room's to say when it is loaded.
    yield { collection: c, document: d as Record<string, unknown> };
  }
  if (!ended) throw new BackupError(`${file} was cut off: its end is missing. Take an older backup.`);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (cause) {
    throw new BackupError(
      `${file} cannot be read to its end: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
