import { z } from 'zod';
import type { Action, List } from '../../../../dialogue/action.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import { wallTime } from '../../../../shop/tables/wall-time.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { CASH_DAYS, EXPORTS, type ExportDeps, exportRows, MOST_ROWS } from './export-rows.ts';

const input = z.object({ apa: z.enum(EXPORTS), jenis: z.enum(['xlsx', 'csv']).optional() });
type Deps = ExportDeps & Pick<OwnerShopDeps, 'putFile'>;

const MIMES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

/** Sends what the shop holds as a file. */
export const exportFile = (deps: Deps): Action<z.infer<typeof input>, 'sent' | 'empty'> => ({
  name: 'export-file',
  kind: 'looks',
  input,
  outcomes: ['sent', 'empty'],
  async run({ apa, jenis = 'xlsx' }, at) {
    const say = sayIn(deps.house, at.language);
    const { bytes, rows } = await exportRows(deps, apa, jenis, at);
    const isi = say(`toko.ekspor.${apa}`);
    if (rows === 0) return { outcome: 'empty', lines: [{ text: 'toko.ekspor.kosong', with: { isi } }] };
    const name = `${apa}-${wallTime(at.now, deps.house.shop().zone).day}.${jenis}`;
    const file = await deps.putFile(bytes, { name, mime: MIMES[jenis] });
    const text =
      apa === 'kas' ? 'toko.ekspor.jadi-kas' : rows >= MOST_ROWS ? 'toko.ekspor.jadi-penuh' : 'toko.ekspor.jadi';
    const other = jenis === 'xlsx' ? 'csv' : 'xlsx';
    const choices = [
      {
        label: { text: 'toko.ekspor.tombol-lain', with: { jenis: other.toUpperCase() } },
        tap: { verb: 'ekspor', code: `${apa}-${other}` },
      },
    ];
    return { outcome: 'sent', lines: [{ text, with: { isi, jumlah: rows, hari: CASH_DAYS }, file, choices }] };
  },
});

/** What can be taken out. */
export const exportsList =
  ({ house }: Pick<Deps, 'house'>): List =>
  ({ language }) => {
    const say = sayIn(house, language);
    return Promise.resolve(
      EXPORTS.map((name) => ({
        value: name,
        label: say(`toko.ekspor.${name}`),
        words: [name, ...(WORDS[name] ?? [])],
      })),
    );
  };

const WORDS: Readonly<Partial<Record<(typeof EXPORTS)[number], readonly string[]>>> = {
  pesanan: ['order', 'orders'],
  rincian: ['item', 'items', 'detail'],
  produk: ['barang', 'products', 'katalog'],
  pelanggan: ['customer', 'customers', 'pembeli'],
  kas: ['uang', 'keuangan', 'ledger', 'cash'],
  kasus: ['komplain', 'retur', 'cases'],
  pemasok: ['supplier', 'suppliers'],
};
