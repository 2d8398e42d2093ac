import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { ChatId, Key } from '../core/ids.ts';
import type { Files } from '../store/files.ts';
import { modelOf, where } from '../store/model.ts';
import type { Writer } from '../store/writer.ts';
import { createMailMemory, type MailMemory } from './forget-mail.ts';
import type { InMail, MailDocument, PushMail, ReceivedFile, Sent } from './mail-document.ts';

const DAYS_KEPT = 180;

const shape = z.object({
  _id: z.string(),
  v: z.literal(1),
  dir: z.enum(['in', 'out']),
  chat: z.string(),
  slot: z.number(),
  at: z.date(),
  seq: z.number(),
  open: z.boolean(),
  refs: z.array(z.string()),
  by: z.enum(['person', 'owner', 'house']).optional(),
  sentAt: z.date().optional(),
  name: z.string().optional(),
  quotes: z.string().optional(),
  forwarded: z.literal(true).optional(),
  about: z.string().optional(),
  album: z.string().optional(),
  body: z.unknown().optional(),
  file: z.unknown().optional(),
  tries: z.number().optional(),
  unknowns: z.number().optional(),
  notBefore: z.date().optional(),
  goodUntil: z.date().optional(),
  end: z.string().optional(),
  log: z.unknown().optional(),
  message: z.unknown().optional(),
  thread: z.string().optional(),
  rank: z.number().optional(),
  card: z.boolean().optional(),
  edits: z.boolean().optional(),
  replaces: z.string().optional(),
  reason: z.string().optional(),
});

/** The mail: what came in and what is pushed out; durable, and the log. */
export interface MailStore extends MailMemory {
  insert(mail: MailDocument): Promise<'inserted' | 'known'>;
  /** Handled, and all that it said is sent. */
  close(run: readonly InMail[], log: readonly Sent[], files: ReadonlyMap<Key, ReceivedFile>): Promise<void>;
  failed(mail: InMail, tries: number, notBefore: Date): Promise<void>;
  end(
    mail: MailDocument,
    end: NonNullable<MailDocument['end']>,
    at: Date,
    more?: { ref?: string; reason?: string },
  ): Promise<void>;
  /** Another try of a push is owed at a later time. */
  again(push: PushMail, change: { tries: number; unknowns: number; notBefore: Date }): Promise<void>;
  /** Open mail of these slots, oldest first; `since` reads only what was accepted from then on. */
  open(slots: readonly number[], since?: Date): Promise<MailDocument[]>;
  areOpen(keys: readonly Key[]): Promise<boolean>;
  /** The mail a platform's message id belongs to in a chat, whether it came in or went out. */
  byRef(chat: ChatId, ref: string): Promise<MailDocument | undefined>;
  lastCard(chat: ChatId, thread: string): Promise<PushMail | undefined>;
  count(end: string): Promise<number>;
}

/** Creates the mail on a connection: the hot writes go through the writer, the rare reads through mongoose. */
export function createMailStore(connection: Connection, writer: Writer, files: Pick<Files, 'dropAll'>): MailStore {
  const model = modelOf<{ _id: string }>(connection, 'mail', shape, [
    { fields: { slot: 1, at: 1 }, partial: { open: true } },
    { fields: { chat: 1, refs: 1 } },
    { fields: { chat: 1, thread: 1, at: -1 }, partial: { dir: 'out' } },
    { fields: { at: 1 }, expireAfterSeconds: DAYS_KEPT * 24 * 3600, partial: { open: false } },
    { fields: { end: 1 }, partial: { end: { $in: ['stray', 'buried', 'dead'] } } },
  ]);
  const read = (raw: unknown): MailDocument => shape.parse(raw) as unknown as MailDocument;

  return {
    ...createMailMemory(model, files, read),
    insert: (mail) => writer.insert('mail', mail),
    async close(run, log, files) {
      const last = run.at(-1);
      const refs = log.flatMap((sent) => (sent.ref === undefined ? [] : [sent.ref]));
      await Promise.all(
        run.map((mail) => {
          const file = files.get(mail._id);
          const said = mail === last && log.length > 0;
          return writer.update('mail', mail._id, {
            $set: { open: false, end: 'done', ...(file && { file }), ...(said && { log }) },
            ...(said && refs.length > 0 && { $push: { refs: { $each: refs } } }),
          });
        }),
      );
    },
    failed: (mail, tries, notBefore) => writer.update('mail', mail._id, { $set: { tries, notBefore } }),
    end: (mail, end, at, { ref, reason } = {}) =>
      writer.update('mail', mail._id, {
        $set: {
          open: false,
          end,
          ...(reason !== undefined && { reason }),
          ...(mail.dir === 'out' && end === 'sent' && { sentAt: at }),
        },
        ...(ref !== undefined && { $push: { refs: ref } }),
      }),
    again: (push, { tries, unknowns, notBefore }) =>
      writer.update('mail', push._id, { $set: { tries, unknowns, notBefore } }),
    async open(slots, since) {
      const filter = { slot: where({ $in: [...slots] }), open: true, ...(since && { at: where({ $gte: since }) }) };
      return (await model.find(filter).sort({ at: 1, seq: 1 }).lean().exec()).map(read);
    },
    areOpen: async (keys) => (await model.countDocuments({ _id: where({ $in: [...keys] }), open: true })) > 0,
    async byRef(chat, ref) {
      const found = await model.findOne({ chat, refs: ref }).lean().exec();
      return found ? read(found) : undefined;
    },
    async lastCard(chat, thread) {
      const found = await model
        .findOne({ chat, thread, dir: 'out', card: true, end: 'sent' })
        .sort({ at: -1 })
        .lean()
        .exec();
      return found ? (read(found) as PushMail) : undefined;
    },
    count: async (end) => model.countDocuments({ end }),
  };
}
