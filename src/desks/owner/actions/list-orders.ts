import { z } from 'zod';
import type { Action, At } from '../../../dialogue/action.ts';
import type { Line, LineChoice } from '../../../dialogue/talk.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { Order, OrderState } from '../../../shop/orders/order.ts';
import { type Stage, stageOf } from '../../../shop/orders/stage.ts';
import type { OwnerDeps } from '../deps.ts';
import { orderChoices } from '../order-choices.ts';

const input = z.object({ kode: z.string().optional() });
type Deps = Pick<OwnerDeps, 'orders' | 'house'>;

const PAGE = 8;
/** More running orders than a person looks through in a chat; beyond it there is the search and the export. */
const MOST = 500;

/** Lists a shop owner thinks in, each with the stages or states it holds. */
const LISTS: Readonly<Record<string, readonly Stage[]>> = {
  stok: ['checking-stock', 'stock-problem', 'placing'],
  bayar: ['awaiting-payment', 'part-paid'],
  bukti: ['checking-payment'],
  teruskan: ['to-forward', 'refused-by-supplier'],
  pemasok: ['at-supplier', 'packed'],
  jalan: ['shipped', 'on-the-way', 'delivered'],
  masalah: ['coming-back', 'lost'],
};
const CLOSED: Readonly<Record<string, readonly OrderState[]>> = {
  selesai: ['completed'],
  batal: ['cancelled', 'expired'],
};

/** Shows how many orders stand where, or one of those lists a page at a time. */
export const listOrders = (deps: Deps): Action<z.infer<typeof input>, 'shown'> => ({
  name: 'list-orders',
  kind: 'looks',
  input,
  outcomes: ['shown'],
  async run({ kode = '' }, at) {
    const [name = '', n = '1'] = kode.split('-');
    const page = Math.max(1, Math.min(1_000, Number.parseInt(n, 10) || 1));
    const stages = LISTS[name];
    const states = CLOSED[name];
    if (!stages && !states) return { outcome: 'shown', lines: [await overview(deps, at)] };
    const orders = stages
      ? (await running(deps)).filter((order) => stages.includes(stageOf(order)))
      : await deps.orders.list({ states: states ?? [], limit: PAGE + 1, skip: (page - 1) * PAGE });
    const shown = stages ? orders.slice((page - 1) * PAGE, page * PAGE) : orders.slice(0, PAGE);
    const more = stages ? orders.length > page * PAGE : orders.length > PAGE;
    return { outcome: 'shown', lines: [pageLine(deps, name, shown, page, more, at)] };
  },
});

const running = ({ orders }: Deps): Promise<Order[]> =>
  orders.list({ states: ['placing', 'placed', 'reopening'], limit: MOST });

async function overview(deps: Deps, { language }: At): Promise<Line> {
  const say = sayIn(deps.house, language);
  const stages = (await running(deps)).map(stageOf);
  const choices = Object.entries(LISTS).flatMap(([name, of]): LineChoice[] => {
    const jumlah = stages.filter((stage) => of.includes(stage)).length;
    if (jumlah === 0) return [];
    return [{ label: { words: say(`owner.daftar-${name}`, { jumlah }) }, tap: { verb: 'pesanan', code: name } }];
  });
  const closed = Object.keys(CLOSED).map(
    (name): LineChoice => ({
      label: { words: say(`owner.daftar-${name}`, { jumlah: '' }).trim() },
      tap: { verb: 'pesanan', code: name },
      row: 90,
    }),
  );
  return { text: 'owner.daftar', with: { jumlah: stages.length }, choices: [...choices, ...closed] };
}

function pageLine(
  { house }: Deps,
  name: string,
  orders: readonly Order[],
  page: number,
  more: boolean,
  { language }: At,
): Line {
  if (orders.length === 0) return { text: 'owner.daftar-kosong' };
  const next: LineChoice[] = more
    ? [{ label: { text: 'owner.tombol-berikutnya' }, tap: { verb: 'pesanan', code: `${name}-${page + 1}` } }]
    : [];
  const judul = sayIn(house, language)(`owner.daftar-${name}`, { jumlah: '' }).trim();
  return {
    text: 'owner.daftar-isi',
    with: { judul, halaman: page },
    choices: [...orderChoices(house, orders, language, false), ...next],
  };
}
