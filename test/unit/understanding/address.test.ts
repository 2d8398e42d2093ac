import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readAddress } from '../../../src/understanding/address.ts';

const Parts = z.record(z.string(), z.string());
const Cases = z.array(
  z.object({ text: z.string(), parts: Parts, derived: Parts.default({}), unsure: z.array(z.string()).default([]) }),
);
const cases = Cases.parse(
  parse(readFileSync(new URL('../../data/addresses.yaml', import.meta.url), 'utf8'), { schema: 'failsafe' }),
);

const read = (text: string) => {
  const { parts, derived, unsure } = readAddress(text);
  return { parts, derived, unsure: unsure.map((one) => one.part) };
};

describe('sixty addresses from chats', () => {
  const wrong = cases.filter(
    ({ text, ...wanted }) => JSON.stringify(sorted(read(text))) !== JSON.stringify(sorted(wanted)),
  );

  it('reads every part of at least fifty of them', () => {
    console.log(`addresses: ${cases.length - wrong.length} of ${cases.length} right in every part`);
    for (const { text, ...wanted } of process.env.SHOW === undefined ? [] : wrong)
      console.log(text, '\n  got   ', sorted(read(text)), '\n  wanted', sorted(wanted));
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(cases.length - wrong.length).toBeGreaterThanOrEqual(50);
  });

  it.each(cases)('invents nothing in: $text', ({ text, parts, derived }) => {
    const found = read(text);
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(Object.keys(found.parts)));
    expect(Object.keys(derived)).toEqual(expect.arrayContaining(Object.keys(found.derived)));
  });
});

function sorted(reading: { parts: object; derived: object; unsure: readonly string[] }) {
  const byName = (parts: object) => Object.fromEntries(Object.entries(parts).sort(([a], [b]) => a.localeCompare(b)));
  return { parts: byName(reading.parts), derived: byName(reading.derived), unsure: reading.unsure };
}
