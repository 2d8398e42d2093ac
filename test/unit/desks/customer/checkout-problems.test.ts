import { describe, expect, it } from 'vitest';
import { addressProblems } from '../../../../src/desks/customer/checkout/address-problems.ts';
import { goodsProblems, refusedGoods } from '../../../../src/desks/customer/checkout/goods-problems.ts';
import { aShelf, NOW } from './a-shelf.ts';

const say = (key: string): string => key;
const line = (sku: string, more = {}) => ({ sku, name: sku, quantity: 1, price: 65_000, ...more });
const facts = (shelf = aShelf()) => ({ shelf, freshHours: 12, now: NOW, language: 'id' as const, say });

describe('problems with goods', () => {
  it.each<readonly [string, ReturnType<typeof line>, string | undefined]>([
    ['fine', line('KAOS-HIT-L'), undefined],
    ['not sold any more', line('NOPE'), 'pesan.tidak-dijual'],
    ['gone', line('TOPI-H'), 'pesan.stok-habis'],
    ['too few', line('KAOS-HIT-L', { quantity: 11 }), 'pesan.stok-kurang'],
    ['another price by now', line('KAOS-HIT-L', { price: 60_000 }), 'pesan.harga-berubah'],
    ['an unlikely amount of what nobody counts', line('LAMPU', { quantity: 24 }), 'pesan.jumlah-banyak'],
  ])('%s', (_, one, found) => {
    expect(goodsProblems([one], facts()).map(({ text }) => text)).toEqual(found === undefined ? [] : [found]);
  });

  it('says an unlikely amount in words', () => {
    const [problem] = goodsProblems([line('LAMPU', { quantity: 24 })], facts());
    expect(problem?.with).toMatchObject({ jumlah: 24, huruf: 'dua puluh empat' });
    expect(problem?.choices?.[0]?.value).toBe('accept');
  });

  it('offers what is left, and the order without it, as whole new lists', () => {
    const [problem] = goodsProblems([line('TOTE', { price: 45_000 }), line('KAOS-HIT-L', { quantity: 11 })], facts());
    expect(problem?.choices?.map(({ value }) => value)).toEqual([
      [line('TOTE', { price: 45_000 }), line('KAOS-HIT-L', { quantity: 10 })],
      [line('TOTE', { price: 45_000 })],
    ]);
  });

  it('never offers an order without anything', () => {
    expect(goodsProblems([line('TOPI-H')], facts())[0]?.choices).toBeUndefined();
  });

  it('turns what the shop refused into the same questions', () => {
    const lines = [line('KAOS-HIT-L'), line('TOTE')];
    const found = refusedGoods(
      lines,
      [
        { code: 'out-of-stock', sku: 'KAOS-HIT-L', left: 0 },
        { code: 'price-changed', sku: 'TOTE', price: 50_000 },
        { code: 'no-amount-free' },
      ],
      say,
    );
    expect(found.map(({ text }) => text)).toEqual(['pesan.stok-habis', 'pesan.harga-berubah']);
  });
});

describe('problems with an address', () => {
  const place = {
    street: 'Jl. Melati 5',
    rt: '',
    rw: '',
    village: 'Sukamaju',
    district: 'Cilodong',
    city: 'Kota Depok',
    province: 'Jawa Barat',
    postalCode: '16415',
    landmark: '',
  };

  it('are none where all parts fit', () => {
    expect(addressProblems(place, say)).toEqual([]);
  });

  it('offer the right postal code, and to keep the one that was said', () => {
    const [problem] = addressProblems({ ...place, postalCode: '60111' }, say);
    expect(problem?.text).toBe('pesan.kode-pos-beda');
    expect(problem?.choices?.[0]?.value).toEqual(place);
    expect(problem?.choices?.at(-1)?.value).toBe('accept');
  });

  it('ask where a district is, when it is not in that city', () => {
    const [problem] = addressProblems({ ...place, district: 'Lowokwaru', village: '', postalCode: '' }, say);
    expect(problem?.text).toBe('alamat.kecamatan-lain');
    expect(problem?.choices?.[0]?.value).toMatchObject({ district: 'Lowokwaru', city: 'Kota Malang' });
  });
});
