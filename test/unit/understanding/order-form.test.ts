import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readOrder } from '../../../src/understanding/order-form.ts';
import { createProductSearch } from '../../../src/understanding/product-search.ts';
import { catalogue, testData } from './catalogue.ts';

const Cases = z.array(
  z.object({
    text: z.string(),
    items: z.array(z.string()),
    parts: z.record(z.string(), z.string()).default({}),
    courier: z.string().optional(),
    payment: z.string().optional(),
    note: z.string().optional(),
  }),
);
const cases = Cases.parse(parse(testData('orders.yaml'), { schema: 'failsafe' }));
const find = createProductSearch(catalogue);

describe('forty one-message orders', () => {
  const wrong = cases.filter(({ text, ...wanted }) => JSON.stringify(shown(text)) !== JSON.stringify(tidy(wanted)));

  it('reads every field of at least thirty-two of them', () => {
    console.log(`orders: ${cases.length - wrong.length} of ${cases.length} right in every field`);
    for (const { text, ...wanted } of process.env.SHOW === undefined ? [] : wrong) {
      console.log(text, '\n  got   ', JSON.stringify(shown(text)), '\n  wanted', JSON.stringify(tidy(wanted)));
    }
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(cases.length - wrong.length).toBeGreaterThanOrEqual(32);
  });

  it.each(cases)('invents nothing in: $text', ({ text, ...wanted }) => {
    const found = shown(text);
    expect(Object.keys(tidy(wanted).parts)).toEqual(expect.arrayContaining(Object.keys(found.parts)));
    for (const field of ['courier', 'payment', 'note'] as const)
      if (wanted[field] === undefined) expect(found[field]).toBeUndefined();
    expect(found.items.length).toBeLessThanOrEqual(wanted.items.length);
  });
});

/** What was read, in the writing of the data file. */
function shown(text: string) {
  const { items, address, courier, payment, note } = readOrder(text, find);
  return tidy({
    items: items.map(({ qty, products: [hit] }) =>
      [hit?.id ?? '?', qty, hit?.variants.join('|')].filter((one) => one !== undefined && one !== '').join(' '),
    ),
    parts: address.parts,
    courier: courier?.courier && [courier.courier, courier.service].filter((one) => one !== undefined).join(' '),
    payment: payment && [payment.way, payment.via].filter((one) => one !== undefined).join(' '),
    note,
  });
}

interface Shown {
  readonly items: readonly string[];
  readonly parts: Readonly<Record<string, string>>;
  readonly courier?: string | undefined;
  readonly payment?: string | undefined;
  readonly note?: string | undefined;
}

function tidy({ items, parts, courier, payment, note }: Shown): Shown {
  const sorted = Object.fromEntries(Object.entries(parts).sort(([a], [b]) => a.localeCompare(b)));
  return { items: items.map((item) => item.replace(/"/g, '')), parts: sorted, courier, payment, note };
}
