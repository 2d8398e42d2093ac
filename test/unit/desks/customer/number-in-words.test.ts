import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberInWords } from '../../../../src/desks/customer/goods/number-in-words.ts';
import { readQuantity } from '../../../../src/understanding/numbers.ts';

describe('numbers in words', () => {
  it.each([
    [24, 'dua puluh empat', 'twenty-four'],
    [11, 'sebelas', 'eleven'],
    [100, 'seratus', 'one hundred'],
    [1_250, 'seribu dua ratus lima puluh', 'one thousand two hundred fifty'],
    [10_000, '10000', '10000'],
  ])('%i', (value, id, en) => {
    expect([numberInWords(value, 'id'), numberInWords(value, 'en')]).toEqual([id, en]);
  });

  it('are read back as the number they were, so that nobody hears another one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (value) => {
        expect(readQuantity(numberInWords(value, 'id'))).toBe(value);
      }),
    );
  });
});
