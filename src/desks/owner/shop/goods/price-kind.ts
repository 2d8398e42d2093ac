import { readRupiah, rupiah } from '../../../../core/money.ts';
import type { Kind } from '../../../../dialogue/kind.ts';
import { priceWish } from './price-input.ts';

/** A price: `125.000`, or so much above the cost: `+30%`, `modal + 20rb`. */
export const price: Kind = {
  parse({ text }) {
    const value = readPrice(text);
    return value === undefined ? { type: 'failed', why: 'toko.harga.tidak-terbaca' } : { type: 'filled', value };
  },
  show(value) {
    const read = priceWish.safeParse(value);
    if (!read.success) return '-';
    if (typeof read.data === 'number') return rupiah(read.data);
    return 'persen' in read.data ? `modal + ${read.data.persen}%` : `modal + ${rupiah(read.data.tambah)}`;
  },
};

/** Reads a price as the owner types it. */
export function readPrice(
  text: string,
): number | { readonly persen: number } | { readonly tambah: number } | undefined {
  const plain = text.trim().replace(/^(?:jadi|menjadi|harga(?:nya)?|rp)\s*[:=]?\s*/i, '');
  const percent = /^(?:modal\s*)?\+?\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:%|persen)$/i.exec(plain);
  if (percent) return { persen: Number((percent[1] ?? '').replace(',', '.')) };
  const above = /^(?:modal\s*)?\+\s*(.+)$/i.exec(plain);
  const amount = readRupiah(above?.[1] ?? plain);
  if (amount === undefined || amount < 0) return undefined;
  return above ? { tambah: amount } : amount;
}
