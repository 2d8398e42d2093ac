import mongoose, { type Connection } from 'mongoose';
import type { Clock } from '../core/clock.ts';

/** What GridFS calls bytes. */
type BlobId = mongoose.mongo.ObjectId;

/** Bytes in GridFS, each under an id of its own. */
export interface Blobs {
  /** Resolves once the bytes are stored. */
  upload(bytes: Uint8Array, name: string): Promise<BlobId>;
  read(blob: unknown): Promise<Uint8Array>;
  erase(blob: unknown): Promise<void>;
  /** Erases what a crash left behind before that time: bytes that nobody points to, and uploads cut off. Returns how many. */
  sweep(before: Date, isPointedTo: (blob: BlobId) => Promise<boolean>): Promise<number>;
}

/** Creates the bytes on a connection. */
export function createBlobs(connection: Connection, clock: Clock): Blobs {
  const db = gridDatabase(connection);
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName: 'blobs' });

  const erase = async (blob: unknown): Promise<void> => {
    try {
      await bucket.delete(asObjectId(blob));
    } catch (error) {
      // Erased by somebody else in between; what we wanted is so.
      if (!(error instanceof mongoose.mongo.MongoRuntimeError)) throw error;
    }
  };

  return {
    upload: (bytes, name) =>
      new Promise((done, failed) => {
        const stream = bucket.openUploadStream(name, { metadata: { at: clock.now() } });
        stream.once('error', failed);
        stream.once('finish', () => done(stream.id));
        stream.end(bytes);
      }),
    async read(blob) {
      const parts: Uint8Array[] = [];
      for await (const part of bucket.openDownloadStream(asObjectId(blob))) parts.push(part);
      return new Uint8Array(Buffer.concat(parts));
    },
    erase,
    async sweep(before, isPointedTo) {
      let erased = 0;
      for await (const { _id } of bucket.find({ 'metadata.at': { $lt: before } })) {
        if (await isPointedTo(_id)) continue;
        await erase(_id);
        erased += 1;
      }
      return erased + (await eraseHalfUploads(db, before));
    },
  };
}

// GridFS writes a file's entry after its last part, so parts without an entry are an upload that a crash cut off.
async function eraseHalfUploads(db: mongoose.mongo.Db, before: Date): Promise<number> {
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

function asObjectId(blob: unknown): BlobId {
  if (blob instanceof mongoose.mongo.ObjectId) return blob;
  throw new Error('a file points to no blob');
}

function gridDatabase(connection: Connection): mongoose.mongo.Db {
  if (!connection.db) throw new Error('files need an open connection');
  return connection.db;
}
