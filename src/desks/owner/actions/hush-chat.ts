import { z } from 'zod';
import { HOUR } from '../../../core/clock.ts';
import { keyOf } from '../../../core/ids.ts';
import type { Action } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { byOwner } from '../by-owner.ts';
import type { OwnerDeps } from '../deps.ts';
import { chatBehind } from './reply-customer.ts';

type Deps = Pick<
  OwnerDeps,
  'orders' | 'payments' | 'purchases' | 'calls' | 'staff' | 'push' | 'tell' | 'sop' | 'house' | 'listeners'
>;

const hush = z.object({ kode: z.string(), jam: z.coerce.number().positive().max(720).optional() });

/** Makes the bot silent in a customer's chat; what they write comes to the people of the shop. */
export const hushChat = (deps: Deps): Action<z.infer<typeof hush>, 'done' | 'nobody'> => ({
  name: 'hush-chat',
  kind: 'acts',
  input: hush,
  outcomes: ['done', 'nobody'],
  async run({ kode, jam = deps.sop().call.quietHours }, at) {
    const to = await chatBehind(deps, kode);
    if (!to) return { outcome: 'nobody', lines: [{ text: 'owner.tidak-ada-chat', with: { kode } }] };
    const { chat, customer, name, order } = to;
    const request = { kind: 'message', chat, customer, name, order, words: '' } as const;
    const call = await deps.calls.answered(request, at.key, byOwner(deps.staff, at));
    const until = new Date(at.now.getTime() + jam * HOUR);
    await deps.tell(chat, { type: 'hush', until, by: 'owner' }, keyOf(at.key, 'hush'));
    return {
      outcome: 'done',
      lines: [
        {
          text: 'owner.bot-diam',
          with: { siapa: name, jam },
          about: call._id,
          choices: [{ label: { text: 'panggilan.tombol-lanjut' }, tap: { verb: 'lanjut', code: call._id } }],
        },
      ],
    };
  },
});

const resume = z.object({ kode: z.string() });

/** Gives a chat back to the bot, and tells the customer so. */
export const resumeChat = (deps: Deps): Action<z.infer<typeof resume>, 'done' | 'nobody'> => ({
  name: 'resume-chat',
  kind: 'acts',
  input: resume,
  outcomes: ['done', 'nobody'],
  async run({ kode }, at) {
    const to = await chatBehind(deps, kode);
    if (!to) return { outcome: 'nobody', lines: [{ text: 'owner.tidak-ada-chat', with: { kode } }] };
    const open = await deps.calls.ofChat(to.chat);
    if (open) await deps.calls.close(open._id, at.key, byOwner(deps.staff, at));
    await deps.tell(to.chat, { type: 'resume' }, keyOf(at.key, 'resume'));
    const language = await deps.listeners.languageOf(to.chat);
    await deps.push({
      _id: keyOf(at.key, 'resumed'),
      chat: to.chat,
      message: { text: sayIn(deps.house, language)('panggilan.balik-ke-bot') },
      thread: `talk/${to.chat}`,
      rank: 'status',
    });
    return { outcome: 'done', lines: [{ text: 'owner.bot-lagi', with: { siapa: to.name } }] };
  },
});
