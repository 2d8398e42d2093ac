import { asPersonId, type Code, codeOf, keyOf } from '../../../../src/core/ids.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';

const line = {
  sku: 'KAOS-M-L',
  product: 'P1',
  name: 'Kaos polos',
  variant: 'Merah, L',
  quantity: 2,
  price: 77_777,
  cost: 51_000,
  weightGrams: 200,
  supplier: 'S1',
  stock: 'ask',
  confirmed: true,
} as const;

const parcel = {
  n: 1,
  supplier: 'S1',
  skus: ['KAOS-M-L'],
  shipping: { courier: 'jne', service: 'REG', cost: 13_579, weightGrams: 400 },
  state: 'handed-over',
  asked: 0,
} as const;

/** An order of two suppliers' goods, paid and handed over, as the orders' room keeps it. */
export function anOrder(more: Partial<Order> = {}): Order {
  const at = new Date('2026-11-23T03:00:00Z');
  return {
    _id: codeOf(keyOf('order')) satisfies Code,
    v: 1,
    rev: 0,
    duties: [],
    key: keyOf('order'),
    state: 'placed',
    customer: asPersonId('C1'),
    recipient: {
      recipient: 'Ani Wijaya',
      phone: '+6281234567890',
      street: 'Jl. Melati 5',
      rt: '01',
      rw: '02',
      village: 'Sukamaju',
      district: 'Cilodong',
      city: 'Kota Depok',
      province: 'Jawa Barat',
      postalCode: '16415',
      landmark: 'depan masjid',
    },
    note: 'jangan dilipat',
    lines: [
      line,
      { ...line, sku: 'TOPI', name: 'Topi', variant: '', quantity: 1, price: 43_210, cost: 29_000, supplier: 'S2' },
    ],
    parcels: [parcel, { ...parcel, n: 2, supplier: 'S2', skus: ['TOPI'] }],
    totals: { goods: 198_764, shipping: 27_158, fee: 0, discount: 0, unique: 347, total: 226_269 },
    pay: { way: 'transfer', account: 'bca-1', paidAt: at, billedAt: at },
    allotments: [{ payment: 'PAY1', amount: 226_269, at }],
    claims: [],
    waived: 0,
    refunds: [],
    overrides: [],
    reminded: 0,
    alarms: [],
    at,
    history: [],
    phones: [],
    words: [],
    resis: [],
    ...more,
  };
}
