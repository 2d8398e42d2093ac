import { cleanText } from '../../core/text.ts';
import { type Couriers, findCourier } from '../shipping/couriers.ts';
import { readResi } from '../shipping/resi.ts';
import type { Aliases, FoundColumns } from './find-columns.ts';
import type { RightCell, RowProblem } from './row-problem.ts';

/** One parcel's number as a file tells it. */
export interface ResiRow {
  readonly row: number;
  /** The order's or the purchase's code, with the parcel's number where there are several. */
  readonly label: string;
  readonly courier: string;
  readonly resi: string;
}
export type ResiField = 'label' | 'courier' | 'resi';

/** The titles that shops, suppliers and couriers give these columns. */
export const RESI_COLUMNS: Aliases<ResiField> = {
  label: [
    'No Pesanan',
    'Kode',
    'Kode Pesanan',
    'Kode Order',
    'Order',
    'Order ID',
    'Order_ID',
    'Order No',
    'No Order',
    'Nomor Pesanan',
    'Pesanan',
  ],
  courier: ['Kurir', 'Ekspedisi', 'Courier', 'Shipping_Carrier', 'Shipping Carrier', 'Jasa Kirim', 'Opsi Pengiriman'],
  resi: ['No Resi', 'Resi', 'Nomor Resi', 'AWB', 'Tracking_Number', 'Tracking Number', 'Tracking ID', 'No. Resi'],
};

/** Reads a list of resi; every wrong cell is told. Rows without a number yet are left out. */
export function readResiRows(
  found: FoundColumns<ResiField>,
  couriers: Couriers,
): { readonly rows: readonly ResiRow[]; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [];
  const seen = new Set<string>();
  const rows = found.rows.flatMap(({ n, cells }): ResiRow[] => {
    const cell = (field: ResiField): string => {
      const at = found.columns.get(field);
      return at === undefined ? '' : cleanText(cells[at] ?? '');
    };
    const tell = (column: ResiField, right: RightCell): void => {
      problems.push({ row: n, column, found: cell(column).slice(0, 60), right });
    };
    const written = cell('resi');
    if (written === '' || written === '-') return [];
    const label = cell('label').toUpperCase();
    const resi = readResi(written);
    const courier = findCourier(couriers, cell('courier'))?.courier.code;
    if (label === '') tell('label', 'needed');
    else if (seen.has(label)) tell('label', 'one-row-each');
    seen.add(label);
    if (resi === undefined) tell('resi', 'resi');
    if (courier === undefined) tell('courier', 'known-courier');
    return label === '' || resi === undefined || courier === undefined ? [] : [{ row: n, label, courier, resi }];
  });
  return { rows, problems };
}
