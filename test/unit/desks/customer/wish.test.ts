import { describe, expect, it } from 'vitest';
import { codeOf, keyOf } from '../../../../src/core/ids.ts';
import { readWish } from '../../../../src/desks/customer/wish.ts';
import { at, NOW } from './a-shelf.ts';

const wish = (words: string): string | undefined => readWish(words, at().snapshot, NOW)?.intent;

describe('what a customer wants', () => {
  it.each(['kak kaos hitam L 3 ya', 'totebag dua', 'topi navy 1 sama kaos putih M 2'])(
    'is to order where goods come with an amount: "%s"',
    (words) => {
      expect(wish(words)).toBe('order');
    },
  );

  it.each([
    ['kaos hitam L 3 masih ada?', 'stock'],
    ['kalau totebag ada?', 'stock'],
    ['totebag 2 harganya berapa', 'price'],
    ['paket saya sudah sampai mana', 'tracking'],
    ['ongkir ke malang 1 kg', 'shipping_cost'],
  ])('"%s" is %s still', (words, intent) => {
    expect(wish(words)).toBe(intent);
  });
});

it.each([
  ['totebagnya ready?', 'stock'],
  ['sudah dicek belum kak?', 'payment_howto'],
  ['sudah saya transfer ya', 'payment_done'],
  ['kaos ada warna apa aja?', 'stock'],
  ['sisanya nanti sore ya', 'out_of_scope'],
  ['jual sepatu futsal gak kak?', 'catalog'],
])('"%s" is %s', (words, intent) => {
  expect(wish(words)).toBe(intent);
});

it('is to see an order where its code is in the words', () => {
  const code = codeOf(keyOf('some', 'order'));
  expect(wish(`halo kak, adik saya pesan di sini, kodenya ${code}`)).toBe('status');
});
