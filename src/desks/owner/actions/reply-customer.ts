import { z } from 'zod';
import type { OutMessage, StoredFile } from '../../../channels/channel.ts';
import { HOUR } from '../../../core/clock.ts';
import { type ChatId, keyOf, readCode } from '../../../core/ids.ts';
import type { Action, At, Outcome } from '../../../dialogue/action.ts';
import { fileAnswer } from '../../../dialogue/kinds/file.ts';
import { byOwner } from '../by-owner.ts';
import type { OwnerDeps } from '../deps.ts';
import { resolveOrder } from '../resolve-order.ts';

const input = z.object({
  kode: z.string(),
  kata: z.string().optional(),
  berkas: z.array(fileAnswer).optional(),
});
type Input = z.infer<typeof input>;
type Name = 'sent' | 'nobody';
type Deps = Pick<
  OwnerDeps,
  'orders' | 'payments' | 'purchases' | 'calls' | 'suppliers' | 'listeners' | 'staff' | 'push' | 'tell' | 'sop'
>;

/** Sends the owner's words to a customer through the bot, which is silent there from then on: a person is talking. */
export const replyCustomer = (deps: Deps): Action<Input, Name> => ({
  name: 'reply-customer',
  kind: 'acts',
  input,
  outcomes: ['sent', 'nobody'],
  run: ({ kode, kata = '', berkas = [] }, at) =>
    replyTo(
      deps,
      kode,
      kata,
      berkas.map(({ file }) => file),
      at,
    ),
});

/** The other end of a code: the chat of a call, or the one an order was placed in. */
export async function chatBehind(
  deps: Pick<Deps, 'orders' | 'payments' | 'purchases' | 'calls'>,
  text: string,
): Promise<{ chat: ChatId; customer: string; name: string; order?: string | undefined } | undefined> {
  const code = readCode(text);
  const call = code && (await deps.calls.find(code));
  if (call) return { chat: call.chat, customer: call.customer, name: call.name, order: call.order };
  const order = await resolveOrder(deps, text);
  if (order?.chat === undefined) return undefined;
  return { chat: order.chat, customer: order.customer, name: order.recipient.recipient, order: order._id };
}

/** Sends words and files to the customer behind a code. */
export async function replyTo(
  deps: Deps,
  kode: string,
  words: string,
  files: readonly StoredFile[],
  at: At,
): Promise<Outcome<Name>> {
  const supplier = await deps.listeners.supplier(kode);
  if (supplier) return toSupplier(deps, supplier.chat, kode, words, files, at);
  const to = await chatBehind(deps, kode);
  if (!to) return { outcome: 'nobody', lines: [{ text: 'owner.tidak-ada-chat', with: { kode } }] };
  const { chat, customer, name, order } = to;
  const call = await deps.calls.answered(
    { kind: 'message', chat, customer, name, order, words },
    at.key,
    byOwner(deps.staff, at),
  );
  const until = new Date(at.now.getTime() + deps.sop().call.quietHours * HOUR);
  await deps.tell(chat, { type: 'hush', until, by: 'owner' }, keyOf(at.key, 'hush'));
  await send(deps, chat, words, files, order, at);
  const label = order === undefined ? name : `${name} (${order})`;
  return {
    outcome: 'sent',
    lines: [
      {
        text: 'owner.terkirim',
        with: { siapa: label, jam: deps.sop().call.quietHours },
        about: call._id,
        relays: true,
        choices: [{ label: { text: 'panggilan.tombol-lanjut' }, tap: { verb: 'lanjut', code: call._id } }],
      },
    ],
  };
}

// A supplier is no customer: its bot goes on hearing answers.
async function toSupplier(
  deps: Deps,
  chat: ChatId,
  id: string,
  words: string,
  files: readonly StoredFile[],
  at: At,
): Promise<Outcome<Name>> {
  await send(deps, chat, words, files, undefined, at);
  const siapa = deps.suppliers.known(id)?.name ?? id;
  return { outcome: 'sent', lines: [{ text: 'owner.terkirim-pemasok', with: { siapa }, about: id, relays: true }] };
}

async function send(
  { push }: Pick<Deps, 'push'>,
  chat: ChatId,
  words: string,
  files: readonly StoredFile[],
  about: string | undefined,
  at: At,
): Promise<void> {
  const messages: readonly OutMessage[] =
    files.length === 0 ? [{ text: words }] : files.map((file, i) => ({ text: i === 0 ? words : '', file }));
  for (const [i, message] of messages.entries()) {
    // key: <the owner's message>/reply/<n>, so that a repeated turn says it once
    await push({
      _id: keyOf(at.key, 'reply', i),
      chat,
      message,
      thread: `talk/${chat}`,
      ...(about !== undefined && { about }),
      rank: 'money',
    });
  }
}
