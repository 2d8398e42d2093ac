import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantity } from '../../../src/understanding/numbers.ts';

describe('readQuantity', () => {
  it.each([
    ['2', 2],
    ['dua', 2],
    ['2pcs', 2],
    ['2 pcs kak', 2],
    ['x3', 3],
    ['3x', 3],
    ['1 aja', 1],
    ['satu aja kak', 1],
    ['mau 3 ya', 3],
    ['setengah lusin', 6],
    ['1/2 lusin', 6],
    ['½ lusin', 6],
    ['2 lusin', 24],
    ['selusin', 12],
    ['dua lusin aja', 24],
    ['sekodi', 20],
    ['sepuluh', 10],
    ['sebelas', 11],
    ['lima belas', 15],
    ['dua puluh', 20],
    ['dua puluh lima', 25],
    ['seratus dua puluh', 120],
    ['dua ratus', 200],
    ['sepasang', 2],
    ['tiga biji', 3],
    ['empat lembar dong', 4],
    ['two', 2],
    ['twenty five pcs', 25],
    ['a dozen', 12],
    ['half a dozen please', 6],
    ['2 (dua)', 2],
    ['dua (2) pcs', 2],
    ['jadi 5', 5],
    ['0', 0],
    ['12', 12],
    ['siji', 1],
  ])('reads %s as %i', (text, amount) => {
    expect(readQuantity(text)).toBe(amount);
  });

  it.each([
    '',
    'banyak',
    '2 atau 3',
    '1.5',
    '-3',
    '25rb',
    'kaos 2',
    'lusin',
    'dua tiga',
    'Rp 20000',
    '081234567890',
    'berapa?',
    'setengah',
  ])('is not sure of %j', (text) => {
    expect(readQuantity(text)).toBeUndefined();
  });

  it('reads every number below ten thousand that is written in digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.constantFrom('', ' pcs', ' biji ya kak', 'x'),
        (amount, unit) => {
          expect(readQuantity(`${amount}${unit}`)).toBe(amount);
        },
      ),
    );
  });

  it('never throws and never gives less than nothing', () => {
    fc.assert(fc.property(fc.string(), (text) => (readQuantity(text) ?? 0) >= 0));
  });
});
