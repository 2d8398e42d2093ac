import { z } from 'zod';
import type { Action, At } from '../../../dialogue/action.ts';
import type { Line } from '../../../dialogue/talk.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { orderWords } from '../../../notices/order-words.ts';
import { leftToPay } from '../../../shop/orders/money.ts';
import type { Order } from '../../../shop/orders/order.ts';
import type { CustomerDeps } from '../deps.ts';
import { waysToPay } from '../lists/ways-to-pay.ts';
import { myOrders } from '../orders/my-orders.ts';

type Deps = Pick<
  CustomerDeps,
  'house' | 'orders' | 'customers' | 'billPicture' | 'settings' | 'catalog' | 'suppliers' | 'shipping'
>;
type Name = 'bills' | 'checking' | 'stock-first' | 'none';

/** As many bills as one answer holds. */
const MOST = 3;

/** Says again what is to be paid, where and until when; without a bill, how payment works here. */
export const showBills = (deps: Deps): Action<Record<string, never>, Name> => ({
  name: 'show-bills',
  kind: 'looks',
  input: z.object({}),
  outcomes: ['bills', 'checking', 'stock-first', 'none'],
  async run(_, at) {
    const waiting = (await myOrders(deps, at)).filter(
      (order) => order.state === 'placed' && order.pay.way !== 'cod' && leftToPay(order) > 0,
    );
    const billed = waiting.filter(({ pay, claims }) => pay.billedAt !== undefined && claims.length === 0);
    if (billed.length > 0)
      return {
        outcome: 'bills',
        lines: await Promise.all(billed.slice(0, MOST).map((order) => billLine(deps, order, at))),
      };
    if (waiting.some(({ claims }) => claims.length > 0)) return { outcome: 'checking' };
    if (waiting.length > 0) return { outcome: 'stock-first' };
    const ways = await waysToPay(deps)(at, {});
    const cara = ways.map(({ label }) => label).join(', ');
    return {
      outcome: 'none',
      lines: [{ text: cara === '' ? 'bayar.belum-ada' : 'bayar.belum-ada-tagihan', with: { cara } }],
    };
  },
});

async function billLine({ house, billPicture }: Deps, order: Order, at: At): Promise<Line> {
  const { short, pay, deadline } = orderWords(house, order, at.language);
  const file = order.pay.way === 'qris' ? await billPicture(order) : undefined;
  const isi = [pay, deadline, sayIn(house, at.language)('bayar.kirim-bukti')].filter((part) => part !== '').join('\n');
  return {
    text: 'bayar.tagihan',
    with: { kode: order._id, barang: short, isi },
    choices: [
      { label: { text: 'pantau.tombol-bukti' }, tap: { verb: 'bukti', code: order._id }, row: 0 },
      { label: { text: 'pantau.tombol-batal' }, tap: { verb: 'batal', code: order._id }, row: 0 },
    ],
    ...(file && { file }),
  };
}
