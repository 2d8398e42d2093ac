import type { Reader } from '../../../../dialogue/kind.ts';

// "BCA 1234567890 a.n. Budi Santoso": the bank, the digits (in groups or not), the holder.
const LINE =
  /^(?:bank\s+)?([\p{L}][\p{L} .&]{1,30}?)\s*[:,]?\s+((?:\d[\s.-]?){5,24})(?:[\s,]*(?:a\.?\s*\/?\s*n\.?|atas nama)?[\s.:]*([\p{L}][\p{L} .'-]{1,60}))?$/iu;

/** Reads a whole account from one line. */
export const accountLine: Reader = ({ text }) => {
  const plain = text.replace(/^\s*(?:tambah|baru)\s+/i, '').trim();
  const [, bank, number, holder] = LINE.exec(plain) ?? [];
  if (bank === undefined || number === undefined) return {};
  const name = bank.trim();
  const digits = number.replace(/\D/g, '');
  if (digits.length < 5 || digits.length > 20) return {};
  return {
    bank: name.length <= 4 ? name.toUpperCase() : name,
    nomor: digits,
    ...(holder !== undefined && { nama: holder.trim() }),
  };
};
