import { type Key, keyOf } from '../../core/ids.ts';
import { foldText } from '../../core/text.ts';
import type { Filled, Line } from '../../dialogue/talk.ts';
import type { HouseWords } from '../../notices/house-words.ts';
import type { By } from '../../shop/history.ts';
import type { OrderLine } from '../../shop/orders/order.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import type { SupplierAnswer as PurchaseAnswer } from '../../shop/purchases/event.ts';
import type { Purchase } from '../../shop/purchases/purchase.ts';
import type { Purchases } from '../../shop/purchases/purchases.ts';
import { courierName } from '../../shop/shipping/couriers.ts';
import type { SupplierAnswer } from '../../understanding/supplier-reply.ts';
import { purchaseAnswer } from './purchase-answer.ts';
import { type Task, taskGoods, taskLabel } from './task.ts';

export interface ApplyDeps {
  readonly house: HouseWords;
  readonly orders: Pick<Orders, 'find' | 'apply'>;
  readonly purchases: Pick<Purchases, 'answer' | 'look'>;
}

/** Under which key and in whose name an answer is written down. */
export interface AnswerAt {
  readonly key: Key;
  readonly by: By;
}

/** Does what an answer says to the task it is for, once per key, and says back what was understood. */
export async function applyAnswer(
  deps: ApplyDeps,
  task: Task,
  said: SupplierAnswer,
  words: string,
  at: AnswerAt,
): Promise<Line> {
  if (task.type === 'stock') return answerStock(deps, task, said, words, at);
  const { purchase } = task;
  const meant = await purchaseAnswer(deps, purchase, said, words);
  switch (meant.type) {
    case 'answer':
      return settlePurchase(deps, purchase, meant.answer, at);
    case 'which-number':
      return asked('pemasok.nomor-resinya', purchase, '', at);
    case 'which-courier':
      return asked('pemasok.kurir-apa', purchase, meant.resi, at);
  }
}

// Each desk has its own button for it; the other's would be a dead one.
const asked = (text: string, { _id, label }: Purchase, resi: string, { by }: AnswerAt): Line => ({
  text,
  with: { kode: label, resi },
  choices: [
    { label: { text: 'card.beli.tombol-resi' }, tap: { verb: by.desk === 'supplier' ? 'p-resi' : 'resi', code: _id } },
  ],
  about: _id,
});

/** Writes an answer for a purchase down, and says what came of it. */
export async function settlePurchase(
  deps: ApplyDeps,
  purchase: Purchase,
  answer: PurchaseAnswer,
  at: AnswerAt,
): Promise<Line> {
  const kode = purchase.label;
  const moved = await deps.purchases.answer(purchase._id, answer, at);
  if (moved.ok) return { text: `pemasok.dicatat-${answer.type}`, with: await valuesOf(deps, purchase, answer) };
  if (moved.error.code === 'not-found') return { text: 'pemasok.kode-tidak-ada', with: { kode } };
  const { why, details = [] } = moved.error;
  return { text: `pemasok.tidak-bisa-${why}`, with: { kode, rinci: details.join(', ') || '-' } };
}

async function valuesOf({ house, purchases }: ApplyDeps, purchase: Purchase, answer: PurchaseAnswer): Promise<Filled> {
  const shared = { kode: purchase.label, barang: taskGoods({ type: 'purchase', purchase }) };
  if (answer.type === 'empty') return { ...shared, alasan: answer.reason };
  if (answer.type !== 'ship') return shared;
  const kurir = courierName(house.couriers(), answer.courier);
  const look = await purchases.look(purchase, answer.courier, answer.resi);
  // A number of another courier's form is taken, because no courier publishes its forms, but said back as doubtful.
  const doubt =
    look?.form.type === 'other-courier'
      ? ` (${look.form.likely.map((one) => courierName(house.couriers(), one)).join('/')}?)`
      : '';
  return { ...shared, resi: `${kurir} ${answer.resi}${doubt}` };
}

async function answerStock(
  { orders }: ApplyDeps,
  task: Task & { readonly type: 'stock' },
  { answer, items }: SupplierAnswer,
  words: string,
  { key, by }: AnswerAt,
): Promise<Line> {
  const kode = task.order._id;
  if (answer !== 'ok' && answer !== 'empty') return { text: 'pemasok.belum-dipesan', with: { kode } };
  if (answer === 'ok') {
    const skus = task.lines.map(({ sku }) => sku);
    const moved = await orders.apply(task.order._id, { type: 'confirm_stock', skus }, { key, by });
    return moved.ok
      ? { text: 'pemasok.stok-ada', with: { kode, barang: taskGoods(task) } }
      : { text: 'pemasok.tidak-bisa-not-now', with: { kode, rinci: '-' } };
  }
  const gone = namedLines(task.lines, items);
  for (const { sku } of gone) {
    const event = { type: 'deny_stock', sku, reason: words.slice(0, 200) || 'kosong' } as const;
    // key: <the message>/<answer n>/<sku>
    await orders.apply(task.order._id, event, { key: keyOf(key, sku), by });
  }
  return { text: 'pemasok.stok-kosong', with: { kode: taskLabel(task), barang: taskGoods({ ...task, lines: gone }) } };
}

/** The lines that a supplier's words name; all of them when it named none, or nothing fits. Pure. */
export function namedLines(lines: readonly OrderLine[], items: readonly string[] | undefined): readonly OrderLine[] {
  const wanted = (items ?? []).map((item) => foldText(item).split(' ').filter(Boolean));
  const named = lines.filter(({ sku, name, variant }) => {
    const words = foldText(`${sku} ${name} ${variant}`).split(' ');
    return wanted.some((item) => item.length > 0 && item.every((word) => words.includes(word)));
  });
  return named.length > 0 ? named : lines;
}
