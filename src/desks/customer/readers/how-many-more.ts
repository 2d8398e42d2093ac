import type { Reader } from '../../../dialogue/kind.ts';
import { amountIn } from '../goods/read-goods.ts';

/** Reads how many more of the same are wanted: `mau nambah 2 lagi bisa?` */
export const howManyMore: Reader = ({ text }) => {
  const jumlah = amountIn(text);
  return jumlah === undefined || !Number.isInteger(jumlah) || jumlah < 1 ? {} : { jumlah };
};
