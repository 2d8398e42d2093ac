import { keyOf, readCode } from '../../core/ids.ts';
import type { At } from '../at.ts';
import type { Orders } from '../orders/orders.ts';
import type { Purchases } from '../purchases/purchases.ts';
import type { ResiRow } from './resi-rows.ts';

/** What the import of resi moves. */
export interface ResiTargets {
  readonly orders: Pick<Orders, 'find' | 'apply'>;
  readonly purchases: Pick<Purchases, 'named' | 'answer'>;
}

/** Records resi row by row, each by a key of its own; returns what was refused, with why. */
export async function applyResi(
  targets: ResiTargets,
  rows: readonly ResiRow[],
  { key, by }: At,
): Promise<{ row: number; why: string }[]> {
  const refused: { row: number; why: string }[] = [];
  for (const row of rows) {
    const why = await applyRow(targets, row, { key: keyOf(key, row.row), by });
    if (why !== undefined) refused.push({ row: row.row, why });
  }
  return refused;
}

async function applyRow({ orders, purchases }: ResiTargets, row: ResiRow, at: At): Promise<string | undefined> {
  const { label, courier, resi } = row;
  const [purchase, ...others] = await purchases.named(label);
  if (others.length > 0) return 'several-parcels';
  if (purchase) {
    const done = await purchases.answer(purchase._id, { type: 'ship', courier, resi }, at);
    return done.ok ? undefined : 'why' in done.error ? done.error.why : done.error.code;
  }
  // An order that was handed over without a purchase, by hand and before the bot.
  const code = readCode(label);
  const order = code && (await orders.find(code));
  const [parcel, ...more] = order?.parcels ?? [];
  if (!order || !parcel) return 'known-order';
  if (more.length > 0) return 'several-parcels';
  const done = await orders.apply(order._id, { type: 'ship', parcel: parcel.n, courier, resi }, at);
  return done.ok ? undefined : 'why' in done.error ? done.error.why : done.error.code;
}
