import { z } from 'zod';
import { rupiah } from '../../../../core/money.ts';
import { cleanText } from '../../../../core/text.ts';
import type { Kind } from '../../../../dialogue/kind.ts';
import { priceWish } from './price-input.ts';
import { readPrice } from './price-kind.ts';

/** A variant as it is typed: its name, and its price where that is another than the product's. */
export const variantLine = z.object({ nama: z.string(), harga: priceWish.optional() });

const MOST = 50;

/** Variants of a new product: `Merah L, Merah XL = 130000`, or a line each. */
export const variantLines: Kind = {
  free: true,
  parse({ text }) {
    const lines = text
      .split(/\n|;|,\s(?=\S)|,(?=\p{L})/u)
      .map((line) => cleanText(line))
      .filter((line) => line !== '');
    if (lines.length === 0) return { type: 'failed', why: 'engine.perlu-kata' };
    if (lines.length > MOST) return { type: 'failed', why: 'engine.terlalu-banyak', with: { max: MOST } };
    const read = lines.map((line) => {
      const [nama = '', amount] = line.split('=').map((part) => part.trim());
      const harga = amount === undefined ? undefined : readPrice(amount);
      return {
        nama: nama.slice(0, 60),
        line,
        wrong: nama === '' || (amount !== undefined && harga === undefined),
        harga,
      };
    });
    const wrong = read.find((one) => one.wrong);
    if (wrong)
      return { type: 'failed', why: 'toko.produk.varian-tidak-terbaca', with: { baris: wrong.line.slice(0, 60) } };
    const twice = read.find(({ nama }, i) => read.findIndex((one) => same(one.nama, nama)) < i);
    if (twice) return { type: 'failed', why: 'toko.produk.varian-dua-kali', with: { baris: twice.nama } };
    return { type: 'filled', value: read.map(({ nama, harga }) => ({ nama, ...(harga !== undefined && { harga }) })) };
  },
  show(value) {
    const read = z.array(variantLine).safeParse(value);
    if (!read.success) return '-';
    return read.data
      .map(({ nama, harga }) => (typeof harga === 'number' ? `${nama} (${rupiah(harga)})` : nama))
      .join(', ');
  },
};

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
