import { z } from 'zod';
import { keyOf } from '../../../core/ids.ts';
import { cutText } from '../../../core/text.ts';
import type { Action } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { SupplierDeps } from '../deps.ts';

const input = z.object({ kata: z.string().optional() });

/** Hands a supplier's words that answer nothing to the people of the shop: "we are closed tomorrow" must not be lost. */
export const passWordsOn = (deps: SupplierDeps): Action<z.infer<typeof input>, 'passed' | 'nothing'> => ({
  name: 'pass-words-on',
  kind: 'acts',
  input,
  outcomes: ['passed', 'nothing'],
  async run({ kata = '' }, at) {
    if (kata.trim() === '') return { outcome: 'nothing' };
    const siapa = deps.suppliers.known(at.who.id)?.name ?? at.who.id;
    for (const { chat, language } of await deps.listeners.owners()) {
      const text = sayIn(deps.house, language)('panggilan.pemasok', { siapa, kata: cutText(kata, 1_000) });
      await deps.push({
        // key: <the supplier's message>/<owner's chat>, so that a repeated turn tells nobody twice
        _id: keyOf(at.key, 'passed', chat),
        chat,
        message: { text, about: at.who.id, relays: true },
        thread: `supplier/${at.who.id}`,
        about: at.who.id,
        rank: 'exception',
      });
    }
    return { outcome: 'passed', lines: [{ text: 'pemasok.disampaikan' }] };
  },
});
