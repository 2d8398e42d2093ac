import { beforeAll, describe, expect, it } from 'vitest';
import { readAddress } from '../../../src/understanding/address.ts';
import { readOrder } from '../../../src/understanding/order-form.ts';
import { readItems } from '../../../src/understanding/order-items.ts';
import { prepareReaders } from '../../../src/understanding/prepare.ts';
import { createProductSearch, type FindProduct } from '../../../src/understanding/product-search.ts';
import { catalogue } from './catalogue.ts';

const SHORT = 600;
const LONG = 6_000;
const PIECES = [
  'kec sukun kota malang jatim ',
  'kaos 2 ',
  'a ',
  '12 34 ',
  'kak saya mau cerita dulu tadi malam hujan deras sekali di rumah. ',
  'kaos hitam L 2, totebag 1\n',
  'jl mawar 5 rt 2 rw 3 ',
];
const READERS: readonly (readonly [string, (text: string, find: FindProduct) => unknown])[] = [
  ['address', readAddress],
  ['order', readOrder],
  ['items', readItems],
];

beforeAll(prepareReaders);

/** The CPU time of one reading in ms, the best of some: the machine has other work too. Nothing is remembered between them. */
function cost(read: (text: string, find: FindProduct) => unknown, text: string): number {
  const runs = Array.from({ length: 5 }, () => {
    const find = createProductSearch(catalogue);
    const start = process.cpuUsage();
    read(text, find);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...runs);
}

describe.each(READERS)('a long text for the reader of %s', (_, read) => {
  it.each(PIECES)('costs no more than its length: %j', (piece) => {
    const [short, long] = [SHORT, LONG].map((length) => cost(read, piece.repeat(length / piece.length + 1)));
    // Ten times the text is ten times the work; with the square of it, it would be a hundred times.
    expect(long).toBeLessThan(30 * Math.max(short ?? 0, 1));
    expect(long).toBeLessThan(150);
  });
});
