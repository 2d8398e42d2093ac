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
  ['sisanya nanti sore ya', 'acknowledged'],
  ['jual sepatu futsal gak kak?', 'catalog'],
])('"%s" is %s', (words, intent) => {
  expect(wish(words)).toBe(intent);
});

it.each([
  ['I have not received it', 'not_received'],
  ['it has arrived, thanks', 'received'],
  ['got it, it was with a neighbour', 'received'],
  ['it arrived but it is torn', 'complaint'],
  ['I will send the rest this afternoon', 'acknowledged'],
  ['got it', 'acknowledged'],
  ['oke siap kak', 'acknowledged'],
  ['totebag kanvas', 'stock'],
  ['mau nambah 1 lagi bisa?', 'order_more'],
  ['boleh nambah lagi kak?', 'order_more'],
  ['can I get two more please?', 'order_more'],
  ['tambah totebag 1 lagi', 'order'],
  ['tolong hapus data saya ya', 'forget_me'],
  ['please delete my data', 'forget_me'],
])('"%s" is %s in the words that people use', (words, intent) => {
  expect(wish(words)).toBe(intent);
});

it.each(['one more question please', 'tambah alamat', 'kok nambah lama ya'])(
  'is no more of the same: "%s"',
  (words) => {
    expect(wish(words)).not.toBe('order_more');
  },
);

it('is to order where goods, a number and a place are written down at once, whatever else stands there', () => {
  const whole =
    'totebag 2, name Rina Putri, 0812 7777 8888, Jl. Pantai Berawa 21, Kel. Tibubeneng, Kec. Kuta Utara, Kab. Badung, Bali 80363';
  expect(wish(whole)).toBe('order');
  expect(wish(`${whole}\nCourier: JNE\nPayment: transfer BCA`)).toBe('order');
});

it('is to see an order where its code is in the words', () => {
  const code = codeOf(keyOf('some', 'order'));
  expect(wish(`halo kak, adik saya pesan di sini, kodenya ${code}`)).toBe('status');
});
