import { z } from 'zod';
import { cutText } from '../../../../core/text.ts';
import type { Kind, Parsed, Reader } from '../../../../dialogue/kind.ts';

/** One line of stock: so many units, so many more or fewer, or nobody counts and the supplier is asked. */
export const stockLine = z.object({
  barang: z.string(),
  jumlah: z.union([z.number().int(), z.literal('tanya')]),
  /** The units come to those there are. */
  tambah: z.boolean().optional(),
});
export type StockLine = z.infer<typeof stockLine>;

/** Longer lists come as a file. */
const MOST = 100;
const WORDS: Readonly<Record<string, number | 'tanya'>> = {
  tanya: 'tanya',
  ask: 'tanya',
  cek: 'tanya',
  habis: 0,
  kosong: 0,
};
const LINE = /^(.+?)(?:\s*[=:]\s*|\s+)([+-]?\d{1,7}|tanya|ask|cek|habis|kosong)\s*(?:pcs|buah|biji)?$/i;
const AMOUNT = /^([+-]?\d{1,7}|tanya|ask|cek|habis|kosong)\s*(?:pcs|buah|biji)?$/i;

/** Stock of one or many goods: `TAS-1 12`, `TAS-1 tanya`, `TAS-1 +5`, or a line each: `TAS-1=12`. */
export const stockLines: Kind = {
  parse: ({ text }, { kept }) => (typeof kept === 'string' ? amountOf(kept, text) : linesIn(text)),
  show(value) {
    const read = z.array(stockLine).safeParse(value);
    return read.success ? read.data.map(({ barang, jumlah }) => `${barang} = ${jumlah}`).join(', ') : '-';
  },
};

/** Gives what a button or a command names to the parser, which asks for the number where there is none. */
export const stockLinesReader: Reader = ({ text }) => {
  const plain = text.trim();
  return plain === '' || plain === '-' || linesIn(plain).type === 'failed' ? {} : { baris: { said: plain } };
};

function linesIn(text: string): Parsed {
  const lines = text
    .split(/[\n;]|,(?=[^,=]*=)/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > MOST) return { type: 'failed', why: 'toko.stok.terlalu-banyak', with: { max: MOST } };
  const read = lines.map(lineOf);
  const wrong = read.indexOf(undefined);
  if (wrong === -1 && read.length > 0) return { type: 'filled', value: read.flatMap((line) => line ?? []) };
  const [only = ''] = lines;
  // A single name without a number is asked for its number; an amount alone names nothing.
  if (lines.length === 1 && /[\p{L}\p{N}]/u.test(only) && !AMOUNT.test(only))
    return { type: 'more', ask: 'toko.stok.berapa', with: { barang: cutText(only, 60) }, kept: only };
  const baris = cutText(lines[wrong] ?? '', 60);
  return { type: 'failed', why: 'toko.stok.tidak-terbaca', with: { ke: wrong + 1, baris } };
}

function amountOf(barang: string, text: string): Parsed {
  const amount = AMOUNT.exec(text.trim())?.[1];
  if (amount === undefined) {
    const whole = linesIn(text);
    return whole.type === 'filled' ? whole : { type: 'failed', why: 'toko.stok.angka-atau-tanya' };
  }
  return { type: 'filled', value: [lineFrom(barang, amount)] };
}

function lineOf(line: string): StockLine | undefined {
  const [, barang, amount] = LINE.exec(line) ?? [];
  return barang === undefined || amount === undefined ? undefined : lineFrom(barang, amount);
}

function lineFrom(barang: string, amount: string): StockLine {
  const word = WORDS[amount.toLowerCase()];
  if (word !== undefined) return { barang, jumlah: word };
  return /^[+-]/.test(amount) ? { barang, jumlah: Number(amount), tambah: true } : { barang, jumlah: Number(amount) };
}
