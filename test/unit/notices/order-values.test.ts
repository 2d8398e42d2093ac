import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/core/language.ts';
import { say } from '../../../src/dialogue/texts.ts';
import { loadStatus } from '../../../src/notices/status.ts';
import { TELLABLE } from '../../../src/notices/tellable.ts';
import { orderValues } from '../../../src/notices/tellers/order-values.ts';
import { tidyText } from '../../../src/notices/tidy-text.ts';
import type { NoticeBody } from '../../../src/shop/history.ts';
import type { Order } from '../../../src/shop/orders/order.ts';
import { aLine, anOrder, aParcel, hours, PAID } from '../../support/an-order.ts';
import { noticeHouse } from '../../support/notice-house.ts';

const house = noticeHouse();
const status = loadStatus('flows', house.texts, TELLABLE);
const SECRET = 'Gudang Rahasia';

const body = (event: string, more: Partial<NoticeBody> = {}): NoticeBody => ({
  about: 'order',
  code: 'K7M2QX',
  n: 5,
  event,
  ...more,
});

function read(order: Order, event: string, more: Partial<NoticeBody> = {}, language: 'id' | 'en' = 'id'): string {
  const tell = status.order?.[event]?.find(({ to, text }) => to === 'customer' && text !== undefined);
  if (tell?.text === undefined) throw new Error(`nobody is told of ${event}`);
  const values = orderValues(house, order, body(event, more), { supplier: SECRET }, language, 'customer');
  return tidyText(say(house.texts, tell.text, language, values));
}

describe('what customers read of their order', () => {
  it('says what to pay, where, and until when', () => {
    const order = anOrder({ lines: [aLine('TAS-1', { name: 'Tas Kanvas', variant: 'Hitam', quantity: 2 })] });
    expect(read(order, 'place')).toBe(
      `Terima kasih Kak Siti! Pesanan ${order._id} sudah kami catat.

2 x Tas Kanvas (Hitam): Rp100.000
Ongkir JNE REG: Rp18.000
Kode unik: Rp347
Total: Rp68.347

Transfer Rp68.347 (tepat sampai angka terakhir) ke:
BCA 1234567890
a.n. Rina

Kami tunggu sampai Sel 24 Nov 12.00 WIB ya Kak.`,
    );
  });

  it('leaves no gap where an order has no deadline', () => {
    const order = anOrder({ pay: { way: 'cod', billedAt: hours(0) } });
    expect(read(order, 'place')).toMatch(/Bayar Rp68\.347 ke kurir saat paket datang \(COD\)\.$/);
  });

  it('gives the bill when the stock is sure and nothing was paid, and no bill when all was paid', () => {
    expect(read(anOrder(), 'confirm_stock')).toContain('Transfer Rp68.347');
    expect(read(anOrder(PAID), 'confirm_stock')).not.toContain('Transfer');
  });

  it('gives the resi with the page where it can be looked up', () => {
    const order = anOrder({ ...PAID, parcels: [aParcel('shipped', { resi: '012345678901234' })] });
    const text = read(order, 'ship', { data: { parcel: 1, courier: 'jne', resi: '012345678901234' } });
    expect(text).toContain('JNE 012345678901234');
    expect(text).toContain('Lacak: https://');
  });

  it('names the parcel only where there are several', () => {
    const two = [aParcel('shipped'), aParcel('waiting', { n: 2, skus: ['TOPI-1'] })];
    expect(read(anOrder({ ...PAID, parcels: two }), 'ship', { data: { parcel: 1 } })).toContain('(paket 1 dari 2)');
    expect(read(anOrder({ ...PAID, parcels: [aParcel('shipped')] }), 'ship', { data: { parcel: 1 } })).not.toContain(
      'paket 1',
    );
  });

  const told = Object.entries(status.order ?? {}).flatMap(([event, tells]) =>
    tells.flatMap(({ to, text }) => (to === 'customer' && text !== undefined ? [event] : [])),
  );
  it.each(told)('never names a supplier or a cost: %s', (event) => {
    for (const language of LANGUAGES) {
      for (const parcels of [[aParcel('waiting')], [aParcel('shipped')], [aParcel('delivered')]]) {
        const order = anOrder({ lines: [aLine('TAS-1', { supplier: SECRET, cost: 12_321 })], parcels });
        const text = read(order, event, { reason: 'habis', data: { parcel: 1, amount: 5_000, k: 0 } }, language);
        expect(text).not.toContain(SECRET);
        expect(text).not.toContain('12.321');
        expect(text).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
  });
});
