import type { Language } from '../../core/language.ts';
import { cutText } from '../../core/text.ts';
import type { LineChoice } from '../../dialogue/talk.ts';
import { type HouseWords, sayIn } from '../../notices/house-words.ts';
import { orderWords } from '../../notices/order-words.ts';
import type { Order } from '../../shop/orders/order.ts';
import { stageOf } from '../../shop/orders/stage.ts';

/** Orders as buttons that open their cards: `K7M2QX Siti, 2 x Kaos · menunggu bayar`. */
export const orderChoices = (
  house: HouseWords,
  orders: readonly Order[],
  language: Language,
  withStage = true,
): readonly LineChoice[] =>
  orders.map((order) => ({
    label: { words: orderLabel(house, order, language, withStage) },
    tap: { verb: 'lihat', code: order._id },
  }));

/** An order in one short line. */
export function orderLabel(house: HouseWords, order: Order, language: Language, withStage: boolean): string {
  const say = sayIn(house, language);
  const name = order.recipient.recipient.split(/\s+/)[0] ?? '';
  const stage = withStage ? ` · ${say(`card.tahap-${stageOf(order)}`)}` : '';
  return cutText(`${order._id} ${name}, ${orderWords(house, order, language).short}${stage}`, 60);
}
