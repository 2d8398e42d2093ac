import type { Reader } from '../../../../dialogue/kind.ts';

/** Reads `nama Toko Bunga`, `kota: Bandung`: which field, and what it shall say. */
export const shopLine: Reader = ({ text }, { filled }) => {
  const plain = text.trim();
  if (plain === '' || plain === '-' || filled.apa !== undefined) return {};
  const [, apa = plain, isi = ''] = /^(\p{L}+)\s*[:=]?\s+([\s\S]+)$/u.exec(plain) ?? [];
  return { apa: { said: apa }, ...(isi !== '' && { isi: isi.trim() }) };
};
