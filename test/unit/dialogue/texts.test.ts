import { describe, expect, it } from 'vitest';
import { DialogueBug } from '../../../src/dialogue/bug.ts';
import { createTexts, layOver, placeholders, say } from '../../../src/dialogue/texts.ts';

const texts = createTexts({
  id: new Map([
    ['a.total', 'Total {total|rp} untuk {nama}'],
    ['a.plain', 'Halo'],
  ]),
  en: new Map([['a.total', 'Total {total|rp} for {nama}']]),
});

describe('a text', () => {
  it('has its values put in, in the language asked for', () => {
    expect(say(texts, 'a.total', 'id', { total: 150_347, nama: 'Budi' })).toBe('Total Rp150.347 untuk Budi');
    expect(say(texts, 'a.total', 'en', { total: 0, nama: 'Budi' })).toBe('Total Rp0 for Budi');
  });

  it('keeps what a person wrote as it is, placeholders and signs of replacement included', () => {
    const nama = '{total} $& $1 *tebal* <b>';
    expect(say(texts, 'a.total', 'id', { total: 1, nama })).toBe(`Total Rp1 untuk ${nama}`);
  });

  it.each([
    ['a value that is missing', 'a.total', 'id', { total: 1 }],
    ['a value that is no text', 'a.total', 'id', { total: 1, nama: ['x'] }],
    ['a text that is missing', 'a.nothing', 'id', {}],
    ['a language it is missing in', 'a.plain', 'en', {}],
  ] as const)('is a bug with %s', (_, key, language, values) => {
    expect(() => say(texts, key, language, values)).toThrow(DialogueBug);
  });

  it('shows through where nothing was edited over it', () => {
    const edited = layOver(texts, (key, language) => (key === 'a.plain' && language === 'id' ? 'Hai' : undefined));
    expect(say(edited, 'a.plain', 'id')).toBe('Hai');
    expect(say(edited, 'a.total', 'id', { total: 1, nama: 'x' })).toBe('Total Rp1 untuk x');
  });

  it('names each value it wants once', () => {
    expect(placeholders('{a} {b.c|rp} {a} {} { d }')).toEqual(['a', 'b.c']);
  });
});
