import type { Connection } from 'mongoose';
import { z } from 'zod';
import { DAY, SECOND } from '../../core/clock.ts';
import { asKey, type Key } from '../../core/ids.ts';
import { modelOf, rawOf, where } from '../../store/model.ts';
import { isDuplicateKey } from '../../store/store-errors.ts';
import type { ChatDraft, ChatMessage, PagePhone, PhoneLog } from './phones.ts';
import { PHONE_KINDS } from './phones.ts';

const phoneShape = z.object({
  /** The person. */
  _id: z.string(),
  v: z.literal(1),
  name: z.string(),
  kind: z.enum(PHONE_KINDS),
  /** The order in which phones were added. */
  place: z.number(),
  /** The number given last in this chat. */
  last: z.number(),
  readUpTo: z.number(),
});

const tapShape = z.object({ verb: z.string(), code: z.string(), rev: z.number().exactOptional() });
const fileShape = z.object({ id: z.string(), mime: z.string(), name: z.string(), size: z.number().exactOptional() });
const choiceShape = z.object({ label: z.string(), tap: tapShape, row: z.number().exactOptional() });
const messageShape = z.object({
  /** `<person>/<id>` */
  _id: z.string(),
  v: z.literal(1),
  person: z.string(),
  id: z.number(),
  key: z.string().transform(asKey),
  from: z.enum(['person', 'shop']),
  at: z.date(),
  text: z.string(),
  state: z.enum(['waiting', 'done']),
  choices: z.array(choiceShape).exactOptional(),
  file: fileShape.exactOptional(),
  tap: tapShape.extend({ on: z.number() }).exactOptional(),
  quotes: z.number().exactOptional(),
  album: z.string().exactOptional(),
  editedAt: z.date().exactOptional(),
});

// As long as the shop's own mail is kept.
const KEPT_SECONDS = (180 * DAY) / SECOND;

/** Keeps the page's phones and chats in the store. */
export function createPhoneStore(connection: Connection): PhoneLog {
  const phones = modelOf<z.infer<typeof phoneShape>>(connection, 'simulator_phones', phoneShape, [
    { fields: { place: 1 } },
  ]);
  const messages = modelOf<z.infer<typeof messageShape>>(connection, 'simulator_messages', messageShape, [
    { fields: { person: 1, id: -1 } },
    { fields: { key: 1 }, unique: true },
    { fields: { state: 1, person: 1, id: 1 }, partial: { state: 'waiting' } },
    { fields: { at: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ]);

  async function withUnread(found: unknown): Promise<PagePhone> {
    const { _id: person, name, kind, readUpTo } = phoneShape.parse(found);
    const unread = await messages.countDocuments({ person, id: where({ $gt: readUpTo }), from: 'shop' }).exec();
    return { person, name, kind, readUpTo, unread };
  }

  const phone = async (person: string): Promise<PagePhone | undefined> => {
    const found = await phones.findById(person).lean().exec();
    return found ? withUnread(found) : undefined;
  };
  const known = async (key: Key): Promise<ChatMessage | undefined> => {
    const found = await messages.findOne({ key }).lean().exec();
    return found ? read(found) : undefined;
  };

  return {
    phone,
    phones: async () => Promise.all((await phones.find().sort({ place: 1 }).lean().exec()).map(withUnread)),
    async addPhone({ person, name, kind }) {
      const place = await phones.countDocuments().exec();
      const fresh = { v: 1, kind, place, last: 0, readUpTo: 0 };
      // The name follows the settings; all else stays as it was made.
      await rawOf(phones).updateOne({ _id: person }, { $set: { name }, $setOnInsert: fresh }, { upsert: true });
    },
    async messages(person, limit, before) {
      const filter = before === undefined ? { person } : { person, id: where({ $lt: before }) };
      const found = await messages.find(filter).sort({ id: -1 }).limit(limit).lean().exec();
      return found.map(read).reverse();
    },
    async message(person, id) {
      const found = await messages.findById(`${person}/${id}`).lean().exec();
      return found ? read(found) : undefined;
    },
    async add(draft: ChatDraft) {
      const before = await known(draft.key);
      if (before) return before;
      const counted = await phones
        .findOneAndUpdate({ _id: draft.person }, { $inc: { last: 1 } }, { returnDocument: 'after' })
        .lean()
        .exec();
      const { last: id } = phoneShape.parse(counted);
      const fresh = { ...draft, _id: `${draft.person}/${id}`, v: 1 as const, id };
      try {
        await rawOf(messages).insertOne(messageShape.parse(fresh));
        return read(fresh);
      } catch (error) {
        // Somebody was faster under the same key; the number stays unused.
        const winner = isDuplicateKey(error) ? await known(draft.key) : undefined;
        if (winner) return winner;
        throw error;
      }
    },
    async edit(person, id, { text, choices, file, editedAt }) {
      const $set = { text, choices: [...choices], editedAt, ...(file && { file }) };
      const changed = await messages
        .findOneAndUpdate({ _id: `${person}/${id}`, from: 'shop' }, { $set }, { returnDocument: 'after' })
        .lean()
        .exec();
      return changed ? read(changed) : undefined;
    },
    async waiting(limit) {
      const found = await messages.find({ state: 'waiting' }).sort({ person: 1, id: 1 }).limit(limit).lean().exec();
      return found.map(read);
    },
    async accepted(keys) {
      await messages
        .updateMany({ key: where({ $in: [...keys] }), state: 'waiting' }, { $set: { state: 'done' } })
        .exec();
    },
    async read(person, upTo) {
      const seen = await phones.findById(person).lean().exec();
      if (!seen) return undefined;
      const readUpTo = Math.min(upTo, phoneShape.parse(seen).last);
      await rawOf(phones).updateOne({ _id: person }, { $max: { readUpTo } });
      return phone(person);
    },
  };
}

function read(found: unknown): ChatMessage {
  const { _id, v: _v, ...message } = messageShape.parse(found);
  return message;
}
