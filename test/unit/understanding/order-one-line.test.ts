import { expect, it } from 'vitest';
import { readOrder } from '../../../src/understanding/order-form.ts';
import { createProductSearch } from '../../../src/understanding/product-search.ts';

const find = createProductSearch([
  {
    id: 'casing',
    name: 'Casing HP Motif Hati',
    category: 'Aksesori',
    sku: 'CH',
    variantNames: ['Pink', 'Bening'],
    words: [],
  },
]);

it('keeps a thing for a phone apart from the number of a phone', () => {
  const { items, address } = readOrder('mau order casing hp pink 40 pcs, hp 081234567890', find);
  expect(items.map(({ text, qty }) => ({ text, qty }))).toEqual([{ text: 'casing hp pink', qty: 40 }]);
  expect(address.parts.phone).toBe('+6281234567890');
});

it('knows a bare bank behind the courier as the way to pay', () => {
  const said = 'casing bening 1, nama Oki, 081212121212, Jl. Buah Batu 10, Kec. Lengkong, Kota Bandung 40264, jne, bca';
  expect(readOrder(said, find).payment).toEqual({ way: 'transfer', via: 'bca' });
});
