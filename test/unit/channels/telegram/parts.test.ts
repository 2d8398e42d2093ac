import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyboardOf, MAX_CAPTION, MAX_TEXT, partsOf, splitText } from '../../../../src/channels/telegram/parts.ts';
import { asFileId } from '../../../../src/core/ids.ts';

const file = { id: asFileId('f'), mime: 'image/png', name: 'a.png' };
const ya = { label: 'Ya', tap: { verb: 'ya', code: 'K7' } };

describe('a message in the parts Telegram takes', () => {
  it.each([
    ['a text', { text: 'halo' }, ['text 4']],
    [
      'a picture with a caption of the longest length',
      { text: 'x'.repeat(MAX_CAPTION), file },
      [`file ${MAX_CAPTION}`],
    ],
    [
      'a picture whose text is too long for a caption',
      { text: 'x'.repeat(MAX_CAPTION + 1), file },
      ['file 0', 'text 1025'],
    ],
    ['a text longer than a message', { text: 'x'.repeat(MAX_TEXT + 1) }, ['text 4096', 'text 1']],
    ['nothing', { text: '' }, []],
    ['blanks', { text: ' \n ' }, []],
    ['a picture alone', { text: '', file }, ['file 0']],
  ])('makes of %s its parts', (_name, message, expected) => {
    const parts = partsOf(message).map(
      (part) => `${part.type} ${(part.type === 'text' ? part.text : part.caption).length}`,
    );
    expect(parts).toEqual(expected);
  });

  it('puts the buttons under the last part only', () => {
    const parts = partsOf({ text: 'x'.repeat(9_000), file, choices: [ya] });
    expect(parts.map(({ rows }) => rows.length)).toEqual([0, 0, 0, 1]);
  });

  it('splits between paragraphs, lines or words, whichever comes first', () => {
    expect(splitText('satu dua\n\ntiga empat', 12)).toEqual(['satu dua', 'tiga empat']);
    expect(splitText('satu dua\ntiga empat', 12)).toEqual(['satu dua', 'tiga empat']);
    expect(splitText('satu dua tiga empat', 12)).toEqual(['satu dua', 'tiga empat']);
  });

  it('loses nothing but blanks, keeps to the limit and breaks no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        const pieces = splitText(text, max);
        expect(pieces.every((piece) => piece.length <= max && piece.isWellFormed())).toBe(true);
        expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('choices as buttons', () => {
  const labels = (choices: Parameters<typeof keyboardOf>[0]) =>
    keyboardOf(choices).rows.map((row) => row.map(({ text }) => text));

  it('sets those of one row side by side and every other alone', () => {
    const choice = (label: string, row?: number) => ({ ...ya, label, ...(row !== undefined && { row }) });
    expect(labels([choice('a', 1), choice('b', 1), choice('c'), choice('d', 2), choice('e')])).toEqual([
      ['a', 'b'],
      ['c'],
      ['d'],
      ['e'],
    ]);
  });

  it('breaks a row of more than eight', () => {
    const nine = Array.from({ length: 9 }, (_, i) => ({ ...ya, label: `${i}`, row: 1 }));
    expect(labels(nine).map((row) => row.length)).toEqual([8, 1]);
  });

  it('writes as a line what no button can carry', () => {
    const long = { label: 'Panjang', tap: { verb: 'pilih', code: 'x'.repeat(70) } };
    expect(partsOf({ text: 'Pilih:', choices: [ya, long] })).toMatchObject([
      { text: `Pilih:\nPanjang: pilih ${'x'.repeat(70)}`, rows: [[{ text: 'Ya' }]] },
    ]);
  });

  it('keeps to a hundred buttons', () => {
    const { rows, lines } = keyboardOf(Array.from({ length: 120 }, () => ya));
    expect([rows.length, lines.length]).toEqual([100, 20]);
  });

  it('cuts a label that is too long and mends a broken one', () => {
    expect(labels([{ ...ya, label: 'x'.repeat(200) }])[0]?.[0]).toHaveLength(64);
    expect(labels([{ ...ya, label: 'a\ud83d' }])[0]?.[0]?.isWellFormed()).toBe(true);
  });
});
