import type { Reader } from '../../dialogue/kind.ts';
import { readResi } from '../../understanding/resi.ts';
import { splitCode } from './split-code.ts';

/** Reads `K7M2QX JNE 0123456789` in any order; a courier that only the number's form tells is taken when it is the only one. */
export const resiLine: Reader = ({ text }) => {
  const { code, parcel, rest } = splitCode(text);
  const { courier, number, guesses } = readResi(rest.join(' '));
  const named = courier ?? (guesses.length === 1 ? guesses[0] : undefined);
  return {
    ...(code !== undefined && { kode: code }),
    ...(parcel !== undefined && { paket: parcel }),
    ...(number !== undefined && { resi: number }),
    ...(named !== undefined && { kurir: named }),
  };
};
