import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeOf, keyOf } from '../../../../src/core/ids.ts';
import { candidates } from '../../../../src/shop/orders/unique-amount.ts';

it('offers an order every amount once, three digits first, in an order of its own', () => {
  fc.assert(
    fc.property(fc.string(), (cause) => {
      const all = [...candidates(codeOf(keyOf(cause)))];
      expect(new Set(all).size).toBe(9_999);
      const sorted = all.slice(0, 999).toSorted((a, b) => a - b);
      expect([sorted[0], sorted[998]]).toEqual([1, 999]);
      expect([...candidates(codeOf(keyOf(cause)))]).toEqual(all);
    }),
    { numRuns: 20 },
  );
});

it('spreads orders over the amounts', () => {
  const firsts = Array.from({ length: 200 }, (_, i) => candidates(codeOf(keyOf('order', i))).next().value);
  expect(new Set(firsts).size).toBeGreaterThan(150);
});
