import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { DAY } from '../core/clock.ts';
import { asFileId, type FileId, sha256 } from '../core/ids.ts';
import { createBlobs } from './blobs.ts';
import { modelOf, rawOf, where } from './model.ts';

const shape = z.object({
  _id: z.string(),
  v: z.literal(1),
  mime: z.string(),
  name: z.string(),
  size: z.number(),
  at: z.date(),
  /** The documents that keep it, as `collection/id`; without one left it is erased. */
  about: z.array(z.string()),
  /** The GridFS file with the bytes; absent until they are all there. */
  blob: z.unknown().optional(),
  /** What a picture looks like: `<a small copy>;<mark>,<mark>`. */
  look: z.string().optional(),
  /** Marks of its look, indexed: pictures that look alike share some. */
  marks: z.array(z.string()).optional(),
});
type FileDocument = z.infer<typeof shape>;

/** What is told about bytes when they are put. */
interface FileFacts {
  readonly mime: string;
  readonly name: string;
  readonly about: readonly string[];
  /** `<a small copy>;<mark>,<mark>`: pictures that look alike share marks. */
  readonly look?: string;
}

/** A stored file as it can be handed on. */
export interface KeptFile {
  readonly id: FileId;
  readonly mime: string;
  readonly name: string;
  readonly size: number;
  readonly at: Date;
  readonly about: readonly string[];
  readonly look?: string;
}

/** Which of these names of keeping documents (`collection/id`) belong to no document any more. */
export type AreGone = (about: readonly string[]) => Promise<readonly string[]>;

/** Files under their sha256 in GridFS: the same bytes lie there once, and go with the last document that keeps them. */
export interface Files {
  /** Resolves once the bytes are stored; the same bytes put again only gain the references. */
  put(bytes: Uint8Array, facts: FileFacts): Promise<FileId>;
  read(id: FileId): Promise<Uint8Array | undefined>;
  find(id: FileId): Promise<KeptFile | undefined>;
  /** One more document keeps the file; false when there is no such file. */
  keep(id: FileId, about: string): Promise<boolean>;
  /** That document keeps it no longer; with the last one the bytes are erased. */
  drop(id: FileId, about: string): Promise<void>;
  /** That document, and whatever is named below it (`<about>/...`), keeps nothing any longer. */
  dropAll(about: string): Promise<void>;
  /** All that a document keeps. */
  of(about: string): Promise<KeptFile[]>;
  /** Pictures that share a mark, newest first; how near they are is for the caller to measure. */
  lookingLike(look: string, limit: number): Promise<KeptFile[]>;
  /**
   * Erases what nobody keeps, older than a day: files whose keepers are `gone`, and bytes that no file points to, which a crash
   * left behind. Returns how many.
   */
  sweep(now: Date, gone?: AreGone): Promise<number>;
}

/** Creates the files on a connection. */
export function createFiles(connection: Connection, clock: Clock): Files {
  const model = modelOf<FileDocument>(connection, 'files', shape, [
    { fields: { about: 1 } },
    { fields: { marks: 1, at: -1 }, partial: { marks: { $exists: true } } },
    { fields: { blob: 1 }, partial: { blob: { $exists: true } } },
  ]);
  const blobs = createBlobs(connection, clock);

  const eraseUnkept = async (id: string): Promise<void> => {
    const there = await model.findById(id).lean().exec();
    const gone = await rawOf(model).deleteOne({ _id: id, about: { $size: 0 } });
    if (gone.deletedCount === 1 && there?.blob) await blobs.erase(there.blob);
  };

  const letGo = async (id: string, about: readonly string[]): Promise<void> => {
    await rawOf(model).updateOne({ _id: id }, { $pull: { about: { $in: about } } });
    await eraseUnkept(id);
  };

  return {
    async put(bytes, facts) {
      const id = asFileId(sha256(bytes));
      // The reference first: whoever drops the last other one meanwhile then leaves the file alone.
      await rawOf(model).updateOne({ _id: id }, firstPut(bytes.length, facts, clock.now()), { upsert: true });
      const there = await model.findById(id).lean().exec();
      if (there?.blob) return id;
      const blob = await blobs.upload(bytes, id);
      const won = await rawOf(model).updateOne({ _id: id, blob: { $exists: false } }, { $set: { blob } });
      if (won.matchedCount === 0) await blobs.erase(blob);
      return id;
    },
    async read(id) {
      const there = await model.findById(id).lean().exec();
      return there?.blob ? blobs.read(there.blob) : undefined;
    },
    find: async (id) => kept(await model.findById(id).lean().exec()),
    keep: async (id, about) => (await rawOf(model).updateOne({ _id: id }, { $addToSet: { about } })).matchedCount === 1,
    drop: (id, about) => letGo(id, [about]),
    async dropAll(about) {
      const below = `${about}/`;
      // One of the names has to lie there, not one of them above and another below.
      const there = where({ $elemMatch: { $gte: about, $lt: `${below}\uffff` } });
      for (const file of await model.find({ about: there }).lean().exec())
        await letGo(
          file._id,
          file.about.filter((name) => name === about || name.startsWith(below)),
        );
    },
    of: async (about) => (await model.find({ about }).lean().exec()).flatMap((raw) => kept(raw) ?? []),
    async lookingLike(look, limit) {
      const marks = marksOf(look);
      if (marks.length === 0) return [];
      const found = await model
        .find({ marks: where({ $in: marks }) })
        .sort({ at: -1 })
        .limit(limit)
        .lean()
        .exec();
      return found.flatMap((raw) => kept(raw) ?? []);
    },
    async sweep(now, gone) {
      let erased = 0;
      const before = new Date(now.getTime() - DAY);
      for await (const { _id, about } of model
        .find({ at: where({ $lt: before }) })
        .lean()
        .cursor()) {
        const left = (await gone?.(about)) ?? [];
        if (about.length > 0 && left.length === 0) continue;
        await letGo(_id, left);
        if (left.length === about.length) erased += 1;
      }
      return erased + (await blobs.sweep(before, async (blob) => (await model.exists({ blob }).exec()) !== null));
    },
  };
}

function firstPut(size: number, facts: FileFacts, at: Date): object {
  const { look } = facts;
  return {
    $setOnInsert: {
      v: 1,
      mime: facts.mime,
      name: facts.name,
      size,
      at,
      ...(look !== undefined && { look, marks: marksOf(look) }),
    },
    $addToSet: { about: { $each: facts.about } },
  };
}

const marksOf = (look: string): string[] => (look.split(';')[1] ?? '').split(',').filter(Boolean);

function kept(raw: FileDocument | null): KeptFile | undefined {
  if (!raw?.blob) return undefined;
  const { _id, mime, name, size, at, about, look } = raw;
  return { id: asFileId(_id), mime, name, size, at, about, ...(look !== undefined && { look }) };
}
