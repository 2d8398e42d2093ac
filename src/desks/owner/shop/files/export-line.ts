import type { Reader } from '../../../../dialogue/kind.ts';

/** Reads `pesanan csv`, `produk`, and a button's `produk-csv`. */
export const exportLine: Reader = ({ text }) => {
  const words = text
    .toLowerCase()
    .split(/[\s,-]+/)
    .filter((word) => word !== '');
  const jenis = words.find((word) => /^(?:csv|xlsx|excel|xls)$/.test(word));
  const apa = words.filter((word) => word !== jenis).join(' ');
  return {
    ...(apa !== '' && { apa: { said: apa } }),
    ...(jenis !== undefined && { jenis: jenis === 'csv' ? 'csv' : 'xlsx' }),
  };
};
