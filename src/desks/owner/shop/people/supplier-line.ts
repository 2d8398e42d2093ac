import type { Reader } from '../../../../dialogue/kind.ts';
import { findPhone } from '../../../../understanding/phone-in-text.ts';

/** Reads `Gudang Bandung 0812...`: a name with a phone behind it. */
export const newSupplierLine: Reader = ({ text }, { filled }) => {
  const found = findPhone(text);
  const name = text
    .replace(/(?:\+?62|0)[\d\s().-]{7,}\d/, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const named = name !== '' && name !== '-' && filled.nama === undefined;
  return { ...(named && { nama: name }), ...(found && { hp: found.phone }) };
};

/** Reads `Gudang Bandung: stok opname`: which supplier, and why. */
export const pauseLine: Reader = ({ text }, { filled }) => {
  const plain = text.trim();
  if (plain === '' || plain === '-' || filled.pemasok !== undefined) return {};
  const [pemasok = '', ...why] = plain.split(/\s*[:,]\s*/);
  const alasan = why.join(', ').trim();
  return { pemasok: { said: pemasok.trim() }, ...(alasan !== '' && { alasan }) };
};

/** Takes what follows a command as the one it is about. */
export const aboutLine =
  (field: string): Reader =>
  ({ text }, { filled }) => {
    const plain = text.trim();
    return plain === '' || plain === '-' || filled[field] !== undefined ? {} : { [field]: { said: plain } };
  };
