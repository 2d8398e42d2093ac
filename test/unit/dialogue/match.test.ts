import { describe, expect, it } from 'vitest';
import { matchOption } from '../../../src/dialogue/match.ts';
import type { Option } from '../../../src/dialogue/meaning.ts';

const option = (label: string, ...words: string[]): Option => ({
  meaning: { type: 'change', field: label },
  choice: { label: { words: label }, tap: { verb: 'pilih', code: label } },
  words: [label, ...words],
  numbered: true,
});
const OPTIONS = [
  option('JNE REG Rp10.000', 'jne'),
  option('JNE YES Rp19.000'),
  option('J&T EZ', 'jnt', 'j&t'),
  option('SiCepat BEST'),
  option('Ya, 100 buah'),
  { ...option('Lewati', 'skip'), numbered: false },
];

describe('typed words mean an option', () => {
  it.each<[string, string | undefined]>([
    ['JNE REG Rp10.000', 'JNE REG Rp10.000'],
    ['jne yes rp19 000', 'JNE YES Rp19.000'],
    ['jne', 'JNE REG Rp10.000'],
    ['pakai jnt aja kak', 'J&T EZ'],
    ['J&T', 'J&T EZ'],
    ['yang sicepat best dong', 'SiCepat BEST'],
    ['sicepat', 'SiCepat BEST'],
    ['sicepet best', 'SiCepat BEST'],
    ['jne reg', 'JNE REG Rp10.000'],
    ['ya', 'Ya, 100 buah'],
    ['yakult', undefined],
    ['skip ya', 'Lewati'],
    ['saya lewati jalan itu', undefined],
    ['jne atau jnt', undefined],
    ['pos', undefined],
    ['', undefined],
    ['jne '.repeat(100), undefined],
  ])('"%s": %s', (text, label) => {
    expect(matchOption(text, OPTIONS)?.choice.tap.code).toBe(label);
  });
});
