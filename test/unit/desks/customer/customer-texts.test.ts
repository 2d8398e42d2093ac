import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CUSTOMER_TEXTS } from '../../../../src/desks/customer/customer-texts.ts';

const DIR = join(import.meta.dirname, '../../../../src/desks/customer');

const source = readdirSync(DIR, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'customer-texts.ts')
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

const named = new Set(
  [...source.matchAll(/'([a-z]+(?:\.[a-z0-9_-]+)+)'/g)]
    .map(([, key = '']) => key)
    .filter((key) => !key.endsWith('.ts') && !key.startsWith('engine.')),
);

describe('texts that the desk says by itself', () => {
  it('are all on the list that is checked at start', () => {
    expect([...named].filter((key) => !CUSTOMER_TEXTS.includes(key))).toEqual([]);
  });

  it('are each said somewhere', () => {
    const made = /^(?:menu|pantau\.(?:tahap|bayar|kirim|jadi|tombol)|komplain\.(?:tahap|alasan|mau|tombol))[.-]/;
    expect(CUSTOMER_TEXTS.filter((key) => !named.has(key) && !made.test(key))).toEqual([]);
  });
});
