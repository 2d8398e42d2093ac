import type { Json } from '../../../core/json.ts';
import { readRupiah } from '../../../core/money.ts';
import type { Reader } from '../../../dialogue/kind.ts';
import type { Filled } from '../../../dialogue/talk.ts';
import { splitCode } from '../../resi/split-code.ts';

/**
 * Reads what follows a command: `K7M2QX-2 25000 salah kirim` is a code, a parcel, an amount (or hours) and words. The form
 * takes what it has fields for; a bare answer to one of its questions is no command line and reads only as words.
 */
export const commandLine: Reader = ({ text }, { filled }) => {
  const { code, parcel, rest } = splitCode(text);
  // A mistyped code goes to the field's own parser, which says what a code looks like.
  const mistyped = code === undefined && filled.kode === undefined ? rest.find(looksLikeCode) : undefined;
  const figure = rest.find((word) => readRupiah(word) !== undefined);
  const amount = figure === undefined ? undefined : readRupiah(figure);
  const count = figure !== undefined && /^\d{1,3}$/.test(figure) ? Number(figure) : undefined;
  const sum = amount !== undefined && amount >= LEAST_AMOUNT ? figure : undefined;
  const words = withoutFigure(rest, code === undefined ? undefined : sum);
  return compact({
    kode: code ?? (mistyped === undefined ? undefined : { said: mistyped }),
    paket: parcel,
    jumlah: amount,
    jam: count,
    lama: count,
    kata: words,
    // Own words for a reason answer the question; else they would be confirmed as something said in passing.
    alasan: words,
  });
};

const looksLikeCode = (word: string): boolean => /^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{5,7}$/.test(word);

/** Smaller figures in a sentence are counts and sizes, not sums of money. */
const LEAST_AMOUNT = 500;

const withoutFigure = (words: readonly string[], figure: string | undefined): string | undefined => {
  const left = words.filter((word) => word !== figure).join(' ');
  return left === '' ? undefined : left;
};

const compact = (values: Readonly<Record<string, Json | undefined>>): Filled =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );

/** Everything after `/cari` is what is looked for. */
export const searchLine: Reader = ({ text }) => (text.trim() === '' ? {} : { kata: text.trim() });
