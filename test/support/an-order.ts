import { asPersonId, codeOf, keyOf } from '../../src/core/ids.ts';
import { HOUSE } from '../../src/shop/history.ts';
import type { Address } from '../../src/shop/orders/address.ts';
import type { AnyEvent, EventType } from '../../src/shop/orders/event.ts';
import { type MoveAt, type Moved, next } from '../../src/shop/orders/next.ts';
import type { Order } from '../../src/shop/orders/order.ts';
import type { Parcel, ParcelState } from '../../src/shop/orders/parcel.ts';
import { DEFAULT_ORDER_SOP } from '../../src/shop/orders/sop.ts';

export const NOON = new Date('2026-11-23T05:00:00Z');

export const ADDRESS: Address = {
  recipient: 'Siti Aminah',
  phone: '+6281234567890',
  street: 'Jl. Melati No. 5',
  rt: '3',
  rw: '4',
  village: 'Sukamaju',
  district: 'Cilodong',
  city: 'Kota Depok',
  province: 'Jawa Barat',
  postalCode: '16415',
  landmark: 'dekat masjid',
};

/** A placed, billed, unpaid order of one bag, with what the test changes. */
export function anOrder(changes: Partial<Order> = {}): Order {
  return {
    _id: codeOf(keyOf('test', 'order')),
    v: 1,
    rev: 3,
    duties: [],
    key: keyOf('test', 'order'),
    state: 'placed',
    customer: asPersonId('p-1'),
    recipient: ADDRESS,
    note: '',
    lines: [aLine('TAS-1')],
    parcels: [aParcel('waiting')],
    totals: { goods: 50_000, shipping: 18_000, fee: 0, discount: 0, unique: 347, total: 68_347 },
    pay: { way: 'transfer', account: 'bca-1', claim: 'amount/bca-1/68347', billedAt: NOON, deadline: hours(24) },
    allotments: [],
    claims: [],
    waived: 0,
    refunds: [],
    overrides: [],
    reminded: 0,
    alarms: [],
    at: NOON,
    stockConfirmedAt: NOON,
    history: [{ n: 1, key: 'test/order/draft', at: NOON, by: HOUSE, event: 'draft' }],
    phones: [ADDRESS.phone],
    words: ['siti', 'aminah'],
    resis: [],
    ...changes,
  };
}

export const aLine = (sku: string, changes: Partial<Order['lines'][number]> = {}): Order['lines'][number] => ({
  sku,
  product: `product-${sku}`,
  name: 'Tas',
  variant: '',
  quantity: 1,
  price: 50_000,
  cost: 35_000,
  weightGrams: 250,
  supplier: 'sup-1',
  stock: 'counted',
  confirmed: true,
  ...changes,
});

const RESI: ReadonlySet<ParcelState> = new Set(['shipped', 'picked-up', 'delivered', 'received', 'returning', 'lost']);

/** A parcel that came to a state the usual way. */
export const aParcel = (state: ParcelState, changes: Partial<Parcel> = {}): Parcel => ({
  n: 1,
  supplier: 'sup-1',
  skus: ['TAS-1'],
  shipping: { courier: 'jne', service: 'REG', cost: 18_000, weightGrams: 250 },
  state,
  asked: 0,
  ...(state !== 'waiting' && { handedOverAt: NOON }),
  ...(RESI.has(state) && { courier: 'jne', resi: 'JX1234567890', shippedAt: NOON }),
  ...(state === 'delivered' && { deliveredAt: NOON }),
  ...changes,
});

/** What makes an order paid. */
export const PAID = {
  allotments: [{ payment: 'pay-1', amount: 68_347, at: NOON }],
  pay: { way: 'transfer', account: 'bca-1', claim: 'amount/bca-1/68347', billedAt: NOON, paidAt: NOON },
} as const satisfies Partial<Order>;

export function hours(count: number, since = NOON): Date {
  return new Date(since.getTime() + count * 3_600_000);
}

let made = 0;

/** By the owner, now, unless the test says otherwise; each call is a cause of its own. */
export const at = (changes: Partial<MoveAt> = {}): MoveAt => ({
  key: keyOf('test', 'cause', ++made),
  by: { desk: 'owner', id: 'owner-1' },
  now: NOON,
  sop: DEFAULT_ORDER_SOP,
  ...changes,
});

/** Moves an order by events that are expected to be allowed. */
export function movedBy(order: Order, ...events: readonly AnyEvent[]): Moved {
  return events.reduce<Moved>(
    (moved, event) => {
      const done = next(moved.order, event, at());
      if (!done.ok) throw new Error(`${event.type}: ${done.error.axis} ${done.error.state} ${done.error.why}`);
      return done.value;
    },
    { type: 'unchanged', order, owes: [] },
  );
}

/** One event of each kind, about the first parcel and the only line. */
export const SAMPLES: Readonly<{ [E in EventType]: Extract<AnyEvent, { type: E }> }> = {
  place: { type: 'place', unique: 347 },
  drop: { type: 'drop', refusal: { code: 'order-refused', problems: [{ code: 'took-too-long' }] } },
  reopen: { type: 'reopen', reason: 'sudah ditransfer' },
  reprice: { type: 'reprice', discount: 5_000, unique: 347, reason: 'langganan' },
  remind: { type: 'remind', k: 0 },
  extend: { type: 'extend', until: hours(48) },
  expire: { type: 'expire' },
  cancel: { type: 'cancel', reason: 'tidak jadi' },
  claim: { type: 'claim', payment: 'pay-2' },
  unclaim: { type: 'unclaim', payment: 'pay-claimed' },
  allot: { type: 'allot', payment: 'pay-2', amount: 1_000 },
  unallot: { type: 'unallot', payment: 'pay-1', reason: 'uang tidak masuk' },
  waive: { type: 'waive', amount: 100, reason: 'pembulatan' },
  refund: { type: 'refund', amount: 100, reason: 'kelebihan' },
  number: { type: 'number', invoice: '2026/000001' },
  confirm_stock: { type: 'confirm_stock' },
  deny_stock: { type: 'deny_stock', sku: 'TAS-1', reason: 'habis' },
  set_address: { type: 'set_address', recipient: { ...ADDRESS, street: 'Jl. Mawar No. 1' } },
  override_gate: { type: 'override_gate', check: 'stock', reason: 'sudah ditelepon' },
  alarm: { type: 'alarm', what: 'not_forwarded', parcel: 1, k: 0 },
  hand_over: { type: 'hand_over', parcel: 1 },
  accept: { type: 'accept', parcel: 1 },
  refuse: { type: 'refuse', parcel: 1, reason: 'kosong' },
  reassign: { type: 'reassign', parcel: 1, supplier: 'sup-2', costs: { 'TAS-1': 36_000 } },
  pack: { type: 'pack', parcel: 1 },
  ship: { type: 'ship', parcel: 1, courier: 'jnt', resi: 'jx 0987-654321' },
  pick_up: { type: 'pick_up', parcel: 1 },
  track: { type: 'track', parcel: 1, status: 'returning', at: NOON },
  deliver: { type: 'deliver', parcel: 1 },
  ask_receipt: { type: 'ask_receipt', parcel: 1, k: 0 },
  receive: { type: 'receive', parcel: 1 },
  not_received: { type: 'not_received', parcel: 1, note: 'belum ada' },
  return: { type: 'return', parcel: 1 },
  come_back: { type: 'come_back', parcel: 1 },
  lose: { type: 'lose', parcel: 1, reason: 'hilang' },
  cancel_parcel: { type: 'cancel_parcel', parcel: 1, reason: 'stok kosong' },
  real_shipping: { type: 'real_shipping', parcel: 1, cost: 15_000 },
  open_case: { type: 'open_case', case: 'case-2' },
  close_case: { type: 'close_case', case: 'case-1' },
  complete: { type: 'complete' },
  note: { type: 'note', text: 'pelanggan lama' },
  erase_person: { type: 'erase_person' },
};
