import type { Connection } from 'mongoose';
import type { Desk, Doing } from '../../src/chats/desk.ts';
import { isDuplicateKey } from '../../src/store/store-errors.ts';

/**
 * A desk that repeats what it hears; `act ...` also does something in the store, once per key, and tells which number it got:
 * a second effect, or a second number, would show.
 */
export function echoDesk(connection: () => Connection): Desk {
  return {
    complete: () => true,
    insists: () => false,
    async answer(turn) {
      const key = turn.run[0]?._id ?? '';
      const words = turn.run.map((mail) => (mail.body.type === 'text' ? mail.body.text : mail.body.type)).join(' + ');
      if (!words.startsWith('act')) return { talk: [], shown: [], answers: [{ text: `echo: ${words}` }] };
      const doing: Doing = turn.doing ?? {
        run: turn.run.map((m) => m._id),
        talk: [],
        answers: [],
        flow: 'f',
        step: 's',
        action: 'act',
        input: words,
      };
      if (!turn.doing) await turn.before(doing);
      const effects = connection().collection<{ _id: string; n: number }>('effects');
      const n = (await effects.countDocuments()) + 1;
      try {
        await effects.insertOne({ _id: `${key}/f/s`, n });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const mine = await effects.findOne({ _id: `${key}/f/s` });
      return { talk: [], shown: [], answers: [{ text: `done: ${doing.input} is number ${mine?.n}` }] };
    },
  };
}
