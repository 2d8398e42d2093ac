import type { Language } from '../core/language.ts';
import { type HouseWords, sayIn } from '../notices/house-words.ts';
import { paymentState } from '../shop/orders/money.ts';
import type { Order } from '../shop/orders/order.ts';
import type { Orders } from '../shop/orders/orders.ts';
import { parcelStage, type Stage, stageOf } from '../shop/orders/stage.ts';
import type { BoardRow } from '../web/board.ts';

const ROWS = 50;
const ATTENTION: ReadonlySet<Stage> = new Set([
  'stock-problem',
  'checking-payment',
  'to-forward',
  'refused-by-supplier',
  'coming-back',
  'lost',
]);
const STOPPED: ReadonlySet<Stage> = new Set(['expired', 'cancelled', 'dropped']);

/** The newest orders as the page's board shows them. */
export async function readBoard(
  orders: Pick<Orders, 'list'>,
  words: HouseWords,
  language: Language,
): Promise<readonly BoardRow[]> {
  const say = sayIn(words, language);
  return (await orders.list({ order: 'newest', limit: ROWS })).map((order) => ({
    code: order._id,
    customer: order.recipient.recipient,
    stage: say(`card.tahap-${stageOf(order)}`),
    payment: say(`house.bayar-${paymentState(order)}`),
    fulfilment: [...new Set(order.parcels.map((parcel) => say(`card.tahap-${parcelStage(parcel)}`)))].join(', '),
    total: order.totals.total,
    updatedAt: order.history.at(-1)?.at ?? order.at,
    tone: toneOf(order),
  }));
}

function toneOf(order: Order): NonNullable<BoardRow['tone']> {
  const stage = stageOf(order);
  if (stage === 'completed') return 'done';
  if (STOPPED.has(stage)) return 'stopped';
  return ATTENTION.has(stage) ? 'attention' : 'moving';
}
