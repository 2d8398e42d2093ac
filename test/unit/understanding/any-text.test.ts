import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../src/understanding/address.ts';
import { readComplaint } from '../../../src/understanding/complaint.ts';
import { findCourier, readCourier } from '../../../src/understanding/courier.ts';
import { readIntent } from '../../../src/understanding/intent.ts';
import { readOrder } from '../../../src/understanding/order-form.ts';
import { prepareReaders } from '../../../src/understanding/prepare.ts';
import { createProductSearch } from '../../../src/understanding/product-search.ts';
import { readResi } from '../../../src/understanding/resi.ts';
import { readSupplierReply } from '../../../src/understanding/supplier-reply.ts';
import { catalogue } from './catalogue.ts';

const find = createProductSearch(catalogue);
const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['address', readAddress],
  ['order', (text) => readOrder(text, find)],
  ['intent', readIntent],
  ['complaint', readComplaint],
  ['courier', (text) => [readCourier(text), findCourier(text)]],
  ['resi', readResi],
  ["supplier's reply", (text) => readSupplierReply(text)],
  ['search', find],
];

const WORDS = [
  'jl ',
  'kec ',
  'malang ',
  'kaos 2 ',
  '0812 ',
  '\n',
  'Nama: ',
  'rt 1 rw 2 ',
  '((',
  '- ',
  'kirim ke ',
  'K7M2QX ok ',
  'uang ',
  ', ',
  '8',
  'dekat ',
  '👍',
  '\u202E',
  'İ',
  ' ',
];
const chat = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe.each(readers)('the reader of %s', (_, read) => {
  it('has an answer to any text', () => {
    fc.assert(
      fc.property(chat, (text) => {
        read(text);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(chat, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 30 },
    );
  });

  it('does not keep everybody waiting for a text as long as a channel allows', () => {
    prepareReaders();
    const texts = ['kec sukun kota malang jatim ', 'kaos 2 ', 'a ', '12 34 ', 'Nama: budi '].map((word) =>
      word.repeat(4096 / word.length),
    );
    const start = process.cpuUsage();
    for (const text of texts) read(text);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000 / texts.length).toBeLessThan(1_000);
  });
});
