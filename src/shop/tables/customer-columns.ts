import type { Customer } from '../customers/customer.ts';
import { addressLines } from '../orders/address.ts';
import type { Column } from './export-table.ts';
import { localPhone } from './order-columns.ts';

/** The columns of a customer list; who has not said yes to promotions is marked so. */
export const CUSTOMER_COLUMNS: readonly Column<Customer>[] = [
  { title: 'ID', value: ({ _id }) => _id },
  { title: 'Nama', value: ({ name }) => name, width: 24 },
  { title: 'No HP', value: ({ phone }) => phone && localPhone(phone), width: 18 },
  { title: 'Email', value: ({ email }) => email, width: 24 },
  { title: 'Kota', value: ({ addresses }) => addresses[0]?.address.city },
  {
    title: 'Alamat',
    value: ({ addresses }) => addresses[0] && addressLines(addresses[0].address).join(', '),
    width: 60,
  },
  { title: 'Bahasa', value: ({ language }) => language ?? 'id' },
  { title: 'Asal', value: ({ source }) => source },
  { title: 'Setuju Promo', value: ({ notices }) => (notices.promo?.given === true ? 'ya' : 'tidak') },
  { title: 'Diblokir', value: ({ blocked }) => blocked?.reason },
  { title: 'Sejak', value: ({ at }) => at, width: 18 },
  { title: 'Catatan', value: ({ note }) => note, width: 30 },
];
