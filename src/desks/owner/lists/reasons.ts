import type { List } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { OwnerDeps } from '../deps.ts';

/** Ready reasons by what is done; each is a text the customer or the history gets, and own words may be typed instead. */
export const REASONS = {
  'reject-reasons': ['belum-masuk', 'nominal-beda', 'tidak-terbaca', 'sudah-dipakai'],
  'revoke-reasons': ['mutasi-tidak-ada', 'salah-cocok'],
  'return-reasons': ['pesanan-ditutup', 'salah-transfer'],
  'waive-reasons': ['pembulatan', 'ganti-rugi', 'pelanggan-tetap'],
  'refund-reasons': ['kelebihan-bayar', 'stok-habis', 'barang-bermasalah', 'paket-hilang'],
  'loss-reasons': ['kurir-bilang-hilang', 'tidak-ada-kabar'],
  'empty-reasons': ['stok-habis-pemasok', 'tidak-produksi'],
  'cancel-reasons': ['diminta-pembeli', 'stok-habis', 'alamat-tidak-terjangkau', 'tidak-ada-kabar-pembeli'],
} as const;

/** The ready reasons of one kind as choices; what was typed already is the only one, so nothing is asked. */
export const reasonList =
  ({ house }: Pick<OwnerDeps, 'house'>, names: readonly string[]): List =>
  (at, filled) => {
    const { kata } = filled;
    if (typeof kata === 'string' && kata !== '') return Promise.resolve([{ value: kata, label: kata }]);
    const say = sayIn(house, at.language);
    return Promise.resolve(
      names.map((name) => {
        const label = say(`owner.sebab-${name}`);
        return { value: label, label };
      }),
    );
  };
