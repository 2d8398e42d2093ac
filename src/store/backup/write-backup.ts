import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientSession, Connection } from 'mongoose';
import { lineOf, Seal } from './format.ts';

/** Who holds what is only true while the bot runs; a restored store starts without. */
const LEFT_OUT = new Set(['leases']);

/** Writes all documents to a file, streaming; beside its place first, then moved, so that a cut backup never bears its name. */
export async function writeBackup(
  connection: Connection,
  file: string,
  at: Date,
  session?: ClientSession,
): Promise<number> {
  const unfinished = `${file}.unfinished`;
  const seal = new Seal();
  try {
    await pipeline(
      Readable.from(lines(connection, at, seal, session)),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    await rename(unfinished, file);
    return seal.documents;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function* lines(connection: Connection, at: Date, seal: Seal, session?: ClientSession): AsyncGenerator<string> {
  const db = connection.db;
  if (!db) throw new Error('the store is not connected');
  const head = `${JSON.stringify({ backup: 'pesan', version: 1, at: at.toISOString() })}\n`;
  seal.add(head);
  yield head;
  const named = await db.listCollections({}, { nameOnly: true }).toArray();
  const collections = named
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.') && !LEFT_OUT.has(name));
  for (const collection of collections.sort()) {
    for await (const document of db
      .collection(collection)
      .find({}, { ...(session && { session }), promoteValues: true, promoteLongs: false })) {
      const line = lineOf({ collection, document });
      seal.add(line);
      seal.documents++;
      yield line;
    }
  }
  yield seal.tail();
}
