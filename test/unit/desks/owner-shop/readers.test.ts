import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginOf, priceFor } from '../../../../src/desks/owner/shop/goods/margin.ts';
import { readPrice } from '../../../../src/desks/owner/shop/goods/price-kind.ts';
import { OWNER_SHOP_KINDS, OWNER_SHOP_READERS } from '../../../../src/desks/owner/shop/parts.ts';

const AT = { snapshot: undefined, language: 'id', filled: {}, now: new Date('2026-11-23T03:00:00Z') } as const;
const read = (reader: string, text: string, filled = {}) =>
  OWNER_SHOP_READERS[reader]?.({ text, files: [] }, { ...AT, filled });

describe('price-line', () => {
  it.each([
    ['TAS-1 125000', { barang: 'TAS-1', harga: 125_000 }],
    ['TAS-1 125.000', { barang: 'TAS-1', harga: 125_000 }],
    ['TAS-1=125rb', { barang: 'TAS-1', harga: 125_000 }],
    ['tas kanvas hitam 1,5jt', { barang: 'tas kanvas hitam', harga: 1_500_000 }],
    ['TAS-1 Rp 125.000 modal 90 rb', { barang: 'TAS-1', harga: 125_000, modal: 90_000 }],
    ['TAS-1 +30%', { barang: 'TAS-1', harga: { persen: 30 } }],
    ['TAS-1 + 20rb', { barang: 'TAS-1', harga: { tambah: 20_000 } }],
    ['12345 50000', { barang: '12345', harga: 50_000 }],
    ['12345', { barang: '12345' }],
    ['TAS-1', { barang: 'TAS-1' }],
    ['-', {}],
  ])('%s', (text, wanted) => {
    expect(read('price-line', text)).toEqual(wanted);
  });

  it('takes an amount alone as the price once the goods are known', () => {
    expect(read('price-line', '130000', { barang: 'TAS-1' })).toEqual({ harga: 130_000 });
  });
});

describe('account-line', () => {
  it.each([
    ['BCA 1234567890 a.n. Budi Santoso', { bank: 'BCA', nomor: '1234567890', nama: 'Budi Santoso' }],
    ['bri: 0021-01-123456-50-7 atas nama Siti', { bank: 'BRI', nomor: '002101123456507', nama: 'Siti' }],
    ['BCA Syariah 0123456789', { bank: 'BCA Syariah', nomor: '0123456789' }],
    ['tambah Mandiri 1370012345678 Budi', { bank: 'Mandiri', nomor: '1370012345678', nama: 'Budi' }],
    ['BCA', {}],
    ['-', {}],
  ])('%s', (text, wanted) => {
    expect(read('account-line', text)).toEqual(wanted);
  });
});

it('reads any text in a line of stock without a throw, and never a number that was not said', () => {
  const kind = OWNER_SHOP_KINDS['stock-lines'];
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const parsed = kind?.parse({ text, files: [] }, AT);
      if (parsed?.type !== 'filled' || !Array.isArray(parsed.value)) return;
      for (const { jumlah } of parsed.value as { jumlah: number | string }[])
        if (typeof jumlah === 'number' && jumlah !== 0) expect(text).toContain(String(Math.abs(jumlah)));
    }),
  );
});

it('never loses margin to rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 0, max: 500 }), (cost, persen) => {
      const price = priceFor({ persen }, cost);
      expect(price % 500).toBe(0);
      expect(marginOf(price, cost).untung).toBeGreaterThanOrEqual(Math.floor((cost * persen) / 100));
    }),
  );
});

it.each(['murah', '', '-5000', '1.5', '%', '+'])('takes "%s" for no price', (text) => {
  expect(readPrice(text)).toBeUndefined();
});
