import { describe, expect, it } from 'vitest';
import { asFileId } from '../../../src/core/ids.ts';
import type { Json } from '../../../src/core/json.ts';
import { BUILT_IN_KINDS } from '../../../src/dialogue/kinds/built-in-kinds.ts';
import { fileAnswer } from '../../../src/dialogue/kinds/file.ts';
import type { Reply } from '../../../src/dialogue/talk.ts';
import { photoFile } from './demo-talk.ts';

const at = { snapshot: undefined, language: 'id', filled: {}, now: new Date('2026-01-05T02:00:00Z') } as const;
const parse = (kind: string, reply: Partial<Reply>) =>
  BUILT_IN_KINDS[kind]?.parse({ text: '', files: [], ...reply }, at);

describe.each<[string, string, Json, string]>([
  ['text', 'dibungkus kado', 'dibungkus kado', 'dibungkus kado'],
  ['name', 'nama saya budi santoso', 'Budi Santoso', 'Budi Santoso'],
  ['name', 'a.n. Siti', 'Siti', 'Siti'],
  ['phone', '0812-3456-7890', '+6281234567890', '0812-3456-7890'],
  ['phone', 'hp saya 62 812 3456 7890 ya', '+6281234567890', '0812-3456-7890'],
  ['quantity', '2 lusin', 24, '24'],
  ['quantity', 'tiga', 3, '3'],
  ['money', '150rb', 150_000, 'Rp150.000'],
  ['money', 'Rp0', 0, 'Rp0'],
  ['yes-no', 'iya kak', 'yes', 'ya'],
  ['yes-no', 'nggak', 'no', 'tidak'],
  ['postal-code', 'kode pos 65141', '65141', '65141'],
  ['date', 'kemarin', '2026-01-04', '04-01-2026'],
  ['date', '12/3/2026', '2026-03-12', '12-03-2026'],
])('%s', (kind, text, value, shown) => {
  it(`reads "${text}" and shows "${shown}"`, () => {
    expect(parse(kind, { text })).toEqual({ type: 'filled', value });
    expect(BUILT_IN_KINDS[kind]?.show(value, 'id')).toBe(shown);
  });
});

describe('what cannot be is refused with a reason', () => {
  it.each([
    ['text', '', 'engine.perlu-kata'],
    ['text', 'x'.repeat(501), 'engine.terlalu-panjang'],
    ['name', '12345', 'engine.salah-nama'],
    ['name', 'x', 'engine.salah-nama'],
    ['name', 'n'.repeat(61), 'engine.terlalu-panjang'],
    ['phone', '0812', 'engine.salah-nomor-hp'],
    ['phone', 'tidak punya', 'engine.salah-nomor-hp'],
    ['quantity', '0', 'engine.salah-jumlah'],
    ['quantity', '-3', 'engine.salah-jumlah'],
    ['quantity', '2,5', 'engine.salah-jumlah'],
    ['quantity', 'banyak', 'engine.salah-jumlah'],
    ['money', 'banyak', 'engine.salah-uang'],
    ['money', '15.5', 'engine.salah-uang'],
    ['yes-no', 'mungkin', 'engine.ya-atau-tidak'],
    ['postal-code', '6514', 'engine.salah-kode-pos'],
    ['postal-code', '65141 atau 65142', 'engine.salah-kode-pos'],
    ['postal-code', '00912', 'engine.salah-kode-pos'],
    ['date', '31/2/2026', 'engine.salah-tanggal'],
    ['code', 'K7M2Q6', 'engine.salah-kode'],
    ['photo', 'ini fotonya', 'engine.perlu-foto'],
  ])('%s: "%s"', (kind, text, why) => {
    expect(parse(kind, { text })).toMatchObject({ type: 'failed', why });
  });

  it.each(['gone', 'too-large', 'not-readable', 'not-allowed', 'later'] as const)('a file that is %s', (reason) => {
    expect(parse('photo', { files: [{ type: 'failed', reason }] })).toEqual({
      type: 'failed',
      why: `engine.berkas-${reason}`,
    });
  });

  it('a document where a photo is wanted', () => {
    const pdf = { id: asFileId('a'), mime: 'application/pdf', name: 'a.pdf' };
    expect(parse('photo', { files: [{ type: 'stored', kind: 'pdf', file: pdf }] })).toMatchObject({
      why: 'engine.bukan-berkas-ini',
    });
  });
});

it('takes the good photos of an album when one of it failed', () => {
  const parsed = parse('photo', { files: [photoFile('a'), { type: 'failed', reason: 'gone' }, photoFile('b')] });
  expect(parsed).toMatchObject({ type: 'several', values: [{ id: 'a' }, { id: 'b' }] });
});

it('gives a file back to an action as it was stored', () => {
  const parsed = parse('file', { files: [photoFile('a')] });
  const [value] = parsed?.type === 'several' ? parsed.values : [];
  expect(fileAnswer.parse(value)).toEqual({ kind: 'image', file: { id: 'a', mime: 'image/jpeg', name: 'a.jpg' } });
});

it('takes the code of the quoted message when none is typed', () => {
  expect(parse('code', { text: 'yang ini', about: 'K7M2Q5' })).toEqual({ type: 'filled', value: 'K7M2Q5' });
});
