import type { Reader } from '../../../../dialogue/kind.ts';

/** Takes what follows a command or comes with a button as the goods that are meant. */
export const goodsLine: Reader = ({ text }, { filled }) => {
  const plain = text.trim();
  return plain === '' || plain === '-' || filled.barang !== undefined ? {} : { barang: plain };
};
