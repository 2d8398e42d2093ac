import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { ChatId } from '../core/ids.ts';
import { modelOf, rawOf } from '../store/model.ts';
import type { Writer } from '../store/writer.ts';
import type { ChatDocument } from './chat-document.ts';

const shape = z.object({
  _id: z.string(),
  v: z.literal(1),
  slot: z.number(),
  turn: z.number(),
  fence: z.number(),
  talk: z.unknown(),
  shown: z.array(z.unknown()),
  answers: z.array(z.unknown()),
  keys: z.array(z.string()),
  doing: z.unknown().optional(),
  who: z.unknown().optional(),
  language: z.string().optional(),
  name: z.string().optional(),
  quiet: z.unknown().optional(),
  heardAt: z.date().optional(),
});

/** What one save of a chat changes; undefined takes a field away. */
export type ChatChanges = Partial<Omit<ChatDocument, '_id' | 'v' | 'turn' | 'fence'>>;

/** The chats: each written only by the owner of its lane. */
export interface ChatStore {
  load(id: ChatId): Promise<ChatDocument | undefined>;
  /** The chat after the save, or undefined when it is no longer ours: `turn` moved, or a newer fence wrote. */
  save(chat: ChatDocument, fence: number, changes: ChatChanges): Promise<ChatDocument | undefined>;
  /** The chat is gone, as if it was never heard of; false when it is no longer ours. */
  forget(chat: ChatDocument, fence: number): Promise<boolean>;
}

/** Creates the chats on a connection. */
export function createChatStore(connection: Connection, writer: Writer): ChatStore {
  const model = modelOf<{ _id: string }>(connection, 'chats', shape, []);
  return {
    async load(id) {
      const found = await model.findById(id).lean().exec();
      return found ? (shape.parse(found) as unknown as ChatDocument) : undefined;
    },
    async save(chat, fence, changes) {
      const isNew = chat.turn === 0 && chat.fence === 0;
      const next = { ...chat, ...changes, turn: chat.turn + 1, fence };
      const $set: Record<string, unknown> = { turn: next.turn, fence };
      const $unset: Record<string, 1> = {};
      for (const [field, value] of Object.entries(changes)) {
        if (value === undefined) $unset[field] = 1;
        else $set[field] = value;
      }
      const born = isNew
        ? withoutThe($set, { v: 1, slot: chat.slot, talk: chat.talk, shown: [], answers: [], keys: [] })
        : {};
      const mine = await writer.guarded('chats', {
        id: chat._id,
        guard: { turn: chat.turn, fence: { $lte: fence } },
        update: {
          $set,
          ...(Object.keys($unset).length > 0 && { $unset }),
          ...(Object.keys(born).length > 0 && { $setOnInsert: born }),
        },
        upsert: isNew,
        mine: { turn: next.turn, fence },
      });
      return mine ? next : undefined;
    },
    async forget({ _id, turn }, fence) {
      const gone = await rawOf(model).deleteOne({ _id, turn, fence: { $lte: fence } });
      return gone.deletedCount === 1 || (await model.exists({ _id }).exec()) === null;
    },
  };
}

function withoutThe(
  taken: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in taken)));
}
