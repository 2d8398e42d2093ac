import { describe, expect, it } from 'vitest';
import { asFileId, type Code, codeOf, keyOf } from '../../../src/core/ids.ts';
import { createOrderCard } from '../../../src/notices/cards/order-card.ts';
import { paymentCard } from '../../../src/notices/cards/payment-card.ts';
import { refusalOf } from '../../../src/shop/orders/next.ts';
import type { Order } from '../../../src/shop/orders/order.ts';
import type { Payment } from '../../../src/shop/payments/payment.ts';
import { anOrder, aParcel, NOON, PAID } from '../../support/an-order.ts';
import { noticeHouse } from '../../support/notice-house.ts';

const house = noticeHouse();

const cardOf = async (order: Order): Promise<{ text: string; verbs: readonly string[] }> => {
  const card = createOrderCard({
    ...house,
    orders: {
      find: () => Promise.resolve(order),
      mayNot: (one, event, by) => refusalOf(one, event, { by, now: NOON }),
    },
    supplierName: () => Promise.resolve('Gudang Bandung'),
  });
  const drawn = await card(order._id, 'id', 'owner');
  return { text: drawn?.text ?? '', verbs: (drawn?.choices ?? []).map(({ tap }) => tap.verb) };
};

describe("the owner's card of an order", () => {
  it('is read at a glance', async () => {
    const order = anOrder();
    expect((await cardOf(order)).text).toBe(`🧾 ${order._id} · menunggu bayar
Siti Aminah, 0812-3456-7890
1 x Tas
Rp68.347 belum dibayar, batas Sel 24 Nov 12.00 WIB · laba kotor Rp15.347
📦 1. Gudang Bandung · JNE REG · Kota Depok · belum diteruskan
✅ stok  ⏳ bayar  ✅ alamat`);
  });

  it('counts what was given back against the profit', async () => {
    const refunds = [{ key: keyOf('test', 'refund'), amount: 20_000, at: NOON, reason: 'cacat' }];
    const { text } = await cardOf(anOrder({ ...PAID, refunds }));
    expect(text).toContain('Rp68.347 lunas, Rp20.000 dikembalikan · laba kotor -Rp4.653');
  });

  it.each<[string, Partial<Order>, readonly string[], readonly string[]]>([
    ['unpaid', {}, ['terima', 'perpanjang', 'batal'], ['resi', 'refund']],
    ['with a proof', { claims: [{ payment: 'pay-1', at: NOON }] }, ['bukti'], ['terima']],
    ['paid', PAID, ['teruskan', 'batal'], ['terima', 'resi', 'refund']],
    ['cancelled, with money', { ...PAID, state: 'cancelled' }, ['refund'], ['teruskan', 'batal']],
    ['at the supplier', { ...PAID, parcels: [aParcel('handed-over')] }, ['resi', 'alihkan'], ['teruskan', 'sampai']],
    ['shipped', { ...PAID, parcels: [aParcel('shipped')] }, ['sampai'], ['batal', 'alihkan', 'teruskan']],
    ['expired', { state: 'expired' }, ['hidupkan'], ['terima', 'batal']],
    ['complete', { ...PAID, state: 'completed', parcels: [aParcel('received')] }, ['riwayat'], ['batal', 'resi']],
  ])('offers what can be done: %s', async (_, changes, offered, not) => {
    const { verbs } = await cardOf(anOrder(changes));
    for (const verb of offered) expect(verbs).toContain(verb);
    for (const verb of not) expect(verbs).not.toContain(verb);
  });
});

const code: Code = codeOf(keyOf('test', 'payment'));
const aPayment = (changes: Partial<Payment> = {}): Payment => ({
  _id: code,
  v: 1,
  rev: 2,
  duties: [],
  key: keyOf('test', 'payment'),
  way: 'proof',
  state: 'claimed',
  evidence: [asFileId('aa')],
  reuse: [],
  for: [{ order: anOrder()._id }],
  orders: [anOrder()._id],
  answers: [],
  flags: [],
  alarms: 0,
  at: NOON,
  history: [],
  ...changes,
});

describe("the owner's card of a payment", () => {
  const draw = (payment: Payment) => paymentCard(house, payment, [anOrder()], 'id');

  it('shows the bill, the sender and the decision to be taken', () => {
    const card = draw(aPayment());
    expect(card.text).toBe(`💳 Bukti bayar ${code}
${anOrder()._id}: 1 x Tas · sisa tagihan Rp68.347
Dari Siti Aminah, 0812-3456-7890
Menunggu sejak Sen 23 Nov 12.00 WIB. Cek mutasi dulu, foto bukan uang.`);
    expect(card.choices?.map(({ label }) => label)).toEqual(['Terima', 'Tolak', 'Jumlah lain']);
    expect(card.choices?.[0]?.tap).toEqual({ verb: 'terima', code, rev: 2 });
  });

  it('warns of a picture that was used before, and of too little money', () => {
    const reuse = [{ file: 'aa', payment: 'ABC234', how: 'same' }] as const;
    const { text } = draw(aPayment({ amount: 60_000, flags: ['under'], reuse }));
    expect(text).toContain('⚠️ kurang dari tagihan');
    expect(text).toContain('⚠️ foto yang sama sudah dipakai di ABC234');
  });

  it('says who decided and when, and offers the decision no more', () => {
    const decided = {
      key: 'k',
      what: 'rejected',
      by: { desk: 'owner', name: 'Rina' },
      at: NOON,
      reason: 'palsu',
    } as const;
    const card = draw(aPayment({ state: 'rejected', decided }));
    expect(card.text).toContain('❌ Ditolak Rina, Sen 23 Nov 12.00 WIB: palsu');
    expect(card.choices).toBeUndefined();
  });
});
