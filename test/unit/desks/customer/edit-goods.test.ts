import { describe, expect, it } from 'vitest';
import { editGoods } from '../../../../src/desks/customer/goods/edit-goods.ts';

const TOTE = { sku: 'TOTE', name: 'Totebag Kanvas', quantity: 2, price: 45_000 };
const SHIRT = { sku: 'K', name: 'Kaos Polos (Hitam, L)', quantity: 1, price: 65_000 };

const amounts = (words: string, lines = [TOTE, SHIRT]) =>
  editGoods(lines, words)?.map(({ sku, quantity }) => `${quantity} ${sku}`);

describe('changing collected goods', () => {
  it.each([
    ['2 jadi 3', ['2 TOTE', '3 K']],
    ['hapus 1', ['1 K']],
    ['totebag batal', ['1 K']],
    ['kaos jadi 4', ['2 TOTE', '4 K']],
    ['tambah no 1 2', ['4 TOTE', '1 K']],
    ['3 bukan 2', ['3 TOTE', '1 K']],
    ['eh 3 aja kaosnya', ['2 TOTE', '3 K']],
  ])('%s', (words, left) => {
    expect(amounts(words)).toEqual(left);
  });

  it.each([
    ['2 jadi 3', ['3 TOTE']],
    ['jadi 5', ['5 TOTE']],
    ['+1', ['3 TOTE']],
    ['-1', ['1 TOTE']],
    ['-2', []],
  ])('%s with one thing only', (words, left) => {
    expect(amounts(words, [TOTE])).toEqual(left);
  });

  it.each(['sepatu 2', 'halo', '5', 'ganti ke kaos'])('leaves "%s" to others', (words) => {
    expect(amounts(words)).toBeUndefined();
  });
});
