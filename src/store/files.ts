import mongoose, { type Connection } from 'mongoose';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { DAY } from '../core/clock.ts';
import { asFileId, type FileId, sha256 } from '../core/ids.ts';
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
export interface FileFacts {
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
  /** All that a document keeps. */
  of(about: string): Promise<KeptFile[]>;
  /** Pictures that share a mark, newest first; how near they are is for the caller to measure. */
  lookingLike(look: string, limit: number): Promise<KeptFile[]>;
  /** Erases what a crash left behind: bytes that no file points to, older than a day. Returns how many. */
  sweep(now: Date): Promise<number>;
}

/** Creates the files on a connection. */
export function createFiles(connection: Connection, clock: Clock): Files {
  const model = modelOf<FileDocument>(connection, 'files', shape, [
    { fields: { about: 1 } },
    { fields: { marks: 1, at: -1 }, partial: { marks: { $exists: true } } },
    { fields: { blob: 1 }, partial: { blob: { $exists: true } } },
  ]);
  const bucket = new mongoose.mongo.GridFSBucket(gridDatabase(connection), { bucketName: 'blobs' });

  const upload = (bytes: Uint8Array, name: string): Promise<mongoose.mongo.ObjectId> =>
    new Promise((done, failed) => {
      const stream = bucket.openUploadStream(name, { metadata: { at: clock.now() } });
      stream.once('error', failed);
      stream.once('finish', () => done(stream.id));
      stream.end(bytes);
    });

  const eraseUnkept = async (id: string): Promise<void> => {
    const there = await model.findById(id).lean().exec();
    const gone = await rawOf(model).deleteOne({ _id: id, about: { $size: 0 } });
    if (gone.deletedCount === 1 && there?.blob) await eraseBlob(bucket, there.blob);
  };

  return {
    async put(bytes, facts) {
      const id = asFileId(sha256(bytes));
      // The reference first: whoever drops the last other one meanwhile then leaves the file alone.
      await rawOf(model).updateOne({ _id: id }, firstPut(bytes.length, facts, clock.now()), { upsert: true });
      const there = await model.findById(id).lean().exec();
      if (there?.blob) return id;
      const blob = await upload(bytes, id);
      const won = await rawOf(model).updateOne({ _id: id, blob: { $exists: false } }, { $set: { blob } });
      if (won.matchedCount === 0) await eraseBlob(bucket, blob);
      return id;
    },
    async read(id) {
      const there = await model.findById(id).lean().exec();
      if (!there?.blob) return undefined;
      const parts: Uint8Array[] = [];
      for await (const part of bucket.openDownloadStream(asObjectId(there.blob))) parts.push(part);
      return new Uint8Array(Buffer.concat(parts));
    },
    find: async (id) => kept(await model.findById(id).lean().exec()),
    keep: async (id, about) => (await rawOf(model).updateOne({ _id: id }, { $addToSet: { about } })).matchedCount === 1,
    async drop(id, about) {
      await rawOf(model).updateOne({ _id: id }, { $pull: { about } });
      await eraseUnkept(id);
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
    async sweep(now) {
      let erased = 0;
      const before = new Date(now.getTime() - DAY);
      for await (const blob of bucket.find({ 'metadata.at': { $lt: before } })) {
        if (await model.exists({ blob: blob._id }).exec()) continue;
        await eraseBlob(bucket, blob._id);
        erased += 1;
      }
      return erased + (await eraseHalfUploads(connection, before));
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

async function eraseBlob(bucket: mongoose.mongo.GridFSBucket, blob: unknown): Promise<void> {
  try {
    await bucket.delete(asObjectId(blob));
  } catch (error) {
    // Erased by somebody else in between; what we wanted is so.
    if (!(error instanceof mongoose.mongo.MongoRuntimeError)) throw error;
  }
}

// GridFS writes a file's entry after its last part, so parts without an entry are an upload that a crash cut off.
async function eraseHalfUploads(connection: Connection, before: Date): Promise<number> {
  const db = gridDatabase(connection);
  const parts = db.collection('blobs.chunks');
  let erased = 0;
  for await (const part of parts.find({ n: 0 }, { projection: { files_id: 1 } })) {
    const id = asObjectId(part.files_id);
    if (id.getTimestamp() >= before || (await db.collection('blobs.files').findOne({ _id: id }))) continue;
    await parts.deleteMany({ files_id: id });
    erased += 1;
  }
  return erased;
}

function asObjectId(blob: unknown): mongoose.mongo.ObjectId {
  if (blob instanceof mongoose.mongo.ObjectId) return blob;
  throw new Error('a file points to no blob');
}

function gridDatabase(connection: Connection): mongoose.mongo.Db {
  if (!connection.db) throw new Error('files need an open connection');
  return connection.db;
}
