import type { Model } from 'mongoose';
import type { ChatId, Key } from '../core/ids.ts';
import type { Files } from '../store/files.ts';
import { where } from '../store/model.ts';
import type { InMail, MailDocument, PushMail, Sent } from './mail-document.ts';

/** What mail remembers of a person, and how it forgets it. */
export interface MailMemory {
  /** All that a chat wrote and was told, in order. */
  ofChat(chat: ChatId): Promise<MailDocument[]>;
  /**
   * Forgets what a chat wrote and was told, but mail that came after the word to forget. What came in keeps its id, so that the
   * same message delivered again is still the same document; nothing else of it stays.
   */
  forgetChat(chat: ChatId, word: Key): Promise<void>;
  /** Takes the words out of what was written in other chats about somebody; where it belongs to stays. */
  forgetMentions(chats: readonly ChatId[], mentions: (text: string) => boolean): Promise<void>;
}

/** What all keys of a chat's messages lie below: `<channel>/<account>/<hash of the chat>`. */
export const keysLieBelow = (message: string): string => message.split('/').slice(0, 3).join('/');

/** Creates the memory of mail over its model. */
export function createMailMemory(
  model: Model<{ _id: string }>,
  files: Pick<Files, 'dropAll'>,
  read: (raw: unknown) => MailDocument,
): MailMemory {
  const ofChat = async (chat: ChatId): Promise<MailDocument[]> =>
    (await model.find({ chat }).sort({ at: 1, seq: 1 }).lean().exec()).map(read);

  return {
    ofChat,
    async forgetChat(chat, word) {
      const gone = (await ofChat(chat)).filter((mail) => mail._id !== word && (!mail.open || mail.dir === 'out'));
      const written = gone.filter((mail) => mail.dir === 'in' && mail.by !== 'house');
      for (const chatKey of new Set(written.map(({ _id }) => keysLieBelow(_id))))
        await files.dropAll(`mail/${chatKey}`);
      const stays = new Set(written.map(({ _id }) => _id));
      // The key of a push or of a word of the house may hold the chat's address, and nobody delivers one again.
      await model.deleteMany({ _id: where({ $in: gone.flatMap(({ _id }) => (stays.has(_id) ? [] : [_id])) }) });
      await model.updateMany({ _id: where({ $in: [...stays] }) }, BARE);
      await model.updateOne({ _id: word }, BARE);
    },
    async forgetMentions(chats, mentions) {
      for await (const raw of model
        .find({ chat: where({ $in: [...chats] }) })
        .lean()
        .cursor()) {
        const mail = read(raw);
        if (!mentions(wordsOf(mail))) continue;
        if (mail.dir === 'in' && mail.open) continue;
        await files.dropAll(`mail/${mail._id}`);
        await model.updateOne({ _id: mail._id }, mail.dir === 'in' ? wordlessIn(mail) : wordlessOut(mail));
      }
    },
  };
}

const BARE = {
  $set: { chat: '', open: false, refs: [] },
  $unset: Object.fromEntries(
    ['sentAt', 'name', 'quotes', 'about', 'album', 'body', 'file', 'log', 'reason', 'forwarded'].map((field) => [
      field,
      1,
    ]),
  ),
};

const wordsOf = (mail: MailDocument): string =>
  mail.dir === 'in'
    ? JSON.stringify([mail.body, mail.name, mail.log, mail.about])
    : JSON.stringify([mail.message, mail.thread, mail.about, mail.reason]);

const wordlessIn = ({ log = [] }: InMail) => ({
  $set: { body: { type: 'unsupported', kind: 'forgotten' }, log: log.map(wordlessSent) },
  $unset: { name: 1, file: 1 },
});

const wordlessSent = (sent: Sent): Sent => ({ ...sent, message: { text: '', ...aboutOf(sent.message) } });

// One that still waits has nothing to say any more.
const wordlessOut = ({ message, open }: PushMail) => ({
  $set: { message: { text: '', ...aboutOf(message) }, ...(open && { open: false, end: 'superseded' }) },
});

const aboutOf = ({ about }: { readonly about?: string }) => (about === undefined ? {} : { about });
