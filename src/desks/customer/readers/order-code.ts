import type { Reader } from '../../../dialogue/kind.ts';
import { codeInText } from '../kinds/order-code.ts';

/** Finds the code of an order in a message, or in what it quotes. */
export const orderCodeReader: Reader = ({ text, about }) => {
  const kode = codeInText(text) ?? about;
  return kode === undefined ? {} : { kode };
};
