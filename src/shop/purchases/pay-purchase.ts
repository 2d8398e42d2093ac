import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import { type Code, codeOf, type Key, keyOf } from '../../core/ids.ts';
import type { Json } from '../../core/json.ts';
import type { Result } from '../../core/result.ts';
import type { NotFound } from '../../store/documents.ts';
import type { Paid } from '../../store/duties.ts';
import type { At } from '../at.ts';
import { HOUSE, nextEntry } from '../history.ts';
import type { Order } from '../orders/order.ts';
import type { Couriers } from '../shipping/couriers.ts';
import { goesOutAt } from '../suppliers/next-batch.ts';
import type { Suppliers } from '../suppliers/suppliers.ts';
import type { PurchaseEvent } from './event.ts';
import type { PurchaseRefused } from './moves.ts';
import type { Purchase } from './purchase.ts';
import type { PurchaseStore } from './purchase-store.ts';
import { forSupplier, type Sender } from './purchase-text.ts';

/** What an order owes its suppliers' side. */
const bodyShape = z.object({
  do: z.enum(['hand_over', 'withdraw']),
  order: z.custom<Code>((value) => typeof value === 'string'),
  parcel: z.number(),
  reason: z.string().optional(),
});

interface Deps {
  readonly clock: Clock;
  readonly store: PurchaseStore;
  readonly orders: { find(code: Code): Promise<Order | undefined> };
  readonly suppliers: Pick<Suppliers, 'find' | 'own'>;
  readonly couriers: () => Couriers;
  readonly sender: () => Sender;
  readonly zone: string;
  readonly move: (code: Code, event: PurchaseEvent, at: At) => Promise<Result<Purchase, PurchaseRefused | NotFound>>;
  readonly runDue: (purchase: Purchase, now: Date) => Promise<void>;
}

/** Pays an order's duty to its supplier: the purchase is written once per key and goes out, or what lies there is taken back. */
export async function payPurchase(deps: Deps, body: Json, key: Key): Promise<Paid> {
  const owed = bodyShape.parse(body);
  const order = await deps.orders.find(owed.order);
  if (!order) return { type: 'bury', reason: `no order ${owed.order}` };
  return owed.do === 'hand_over' ? handOver(deps, order, owed.parcel, key) : withdraw(deps, owed, key);
}

async function handOver(deps: Deps, order: Order, n: number, key: Key): Promise<Paid> {
  const { clock, store, zone } = deps;
  const made = await purchaseOf(store, key);
  const parcel = order.parcels.find((one) => one.n === n);
  if (!parcel) return { type: 'bury', reason: `order ${order._id} has no parcel ${n}` };
  const supplier = await deps.suppliers.find(parcel.supplier);
  const now = clock.now();
  if (!made) {
    const words = { ...deps.suppliers.own, ...(supplier?.template !== undefined && { template: supplier.template }) };
    const given = { words, sender: deps.sender(), couriers: deps.couriers(), now, zone };
    const { label, lines, cost, text } = forSupplier(order, parcel, given);
    const sendAt = supplier ? goesOutAt(supplier, now, zone) : now;
    const whole = { key, order: order._id, parcel: n, label, supplier: parcel.supplier, lines, cost, text, sendAt };
    const history = [nextEntry([], { key, at: now, by: HOUSE, event: 'make' })];
    await insert(store, { v: 1, ...whole, state: 'ready', reminded: [], files: [], at: now, history }, key);
  }
  const there = made ?? (await purchaseOf(store, key));
  if (there) await withdrawOlder(deps, there);
  if (there?.state === 'ready' && there.sendAt <= now && there.offeredAt === undefined) await deps.runDue(there, now);
  return { type: 'paid' };
}

// A supplier that said "empty" may still have its purchase; the parcel is somebody else's now.
async function withdrawOlder({ store, move }: Deps, newest: Purchase): Promise<void> {
  for (const one of await store.ofOrder(newest.order)) {
    const over = one.state === 'cancelled' || one.state === 'shipped' || one.at > newest.at;
    if (one.parcel !== newest.parcel || one._id === newest._id || over) continue;
    const key = keyOf(newest._id, 'instead', one._id);
    await move(one._id, { type: 'withdraw', reason: 'dialihkan' }, { key, by: HOUSE });
  }
}

type Made = Omit<Parameters<PurchaseStore['insert']>[0], '_id'>;

// key: <order>/<history n>/purchase/<parcel>: the duty's own, so paid twice makes one purchase.
async function insert(store: PurchaseStore, purchase: Made, key: Key): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const _id = codeOf(keyOf('purchase', key), attempt);
    await store.insert({ ...purchase, _id });
    if ((await store.find(_id))?.key === key) return;
  }
}

async function purchaseOf(store: PurchaseStore, key: Key): Promise<Purchase | undefined> {
  return (await store.many({ key }, { limit: 1 }))[0];
}

const ATTEMPTS = 20;

async function withdraw(
  deps: Deps,
  owed: { readonly order: Code; readonly parcel: number; readonly reason?: string | undefined },
  key: Key,
): Promise<Paid> {
  for (const purchase of await deps.store.ofOrder(owed.order)) {
    if (purchase.parcel !== owed.parcel || purchase.state === 'cancelled' || purchase.state === 'shipped') continue;
    const reason = owed.reason?.trim() || 'batal';
    await deps.move(purchase._id, { type: 'withdraw', reason }, { key: keyOf(key, purchase._id), by: HOUSE });
  }
  return { type: 'paid' };
}
