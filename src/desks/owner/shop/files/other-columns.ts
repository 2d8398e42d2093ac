import { showPhone } from '../../../../core/phone.ts';
import type { Say } from '../../../../notices/house-words.ts';
import type { Case } from '../../../../shop/cases/case.ts';
import type { Customer } from '../../../../shop/customers/customer.ts';
import type { LedgerEntry } from '../../../../shop/ledger/ledger-store.ts';
import { addressLines } from '../../../../shop/orders/address.ts';
import type { Supplier } from '../../../../shop/suppliers/supplier.ts';
import type { Column } from '../../../../shop/tables/export-table.ts';

/** A customer a row. */
export const customerColumns = (): readonly Column<Customer>[] => [
  { title: 'Kode', value: ({ _id }) => _id, width: 12 },
  { title: 'Nama', value: ({ name }) => name, width: 24 },
  { title: 'No HP', value: ({ phone }) => phoneOf(phone), width: 16 },
  { title: 'Email', value: ({ email }) => email, width: 24 },
  { title: 'Alamat', value: ({ addresses }) => addressOf(addresses), width: 50 },
  { title: 'Kota', value: ({ addresses }) => addresses[0]?.address.city, width: 18 },
  { title: 'Sumber', value: ({ source }) => source },
  { title: 'Kenal Sejak', value: ({ at }) => at, width: 18 },
  { title: 'Boleh Promo', value: ({ notices }) => (notices.promo?.given === true ? 'ya' : 'tidak') },
  { title: 'Diblokir', value: ({ blocked }) => blocked?.reason },
  { title: 'Catatan', value: ({ note }) => note, width: 30 },
];

/** An entry of the cash book a row; minus is out. */
export const ledgerColumns = (say: Say): readonly Column<LedgerEntry>[] => [
  { title: 'Tanggal', value: ({ at }) => at, width: 18 },
  { title: 'No Pesanan', value: ({ order }) => order, width: 12 },
  { title: 'Jenis', value: ({ kind }) => say(`toko.kas.${kind.replaceAll('_', '-')}`), width: 20 },
  { title: 'Jumlah', value: ({ amount }) => amount },
  { title: 'Masuk', value: ({ amount }) => (amount > 0 ? amount : undefined) },
  { title: 'Keluar', value: ({ amount }) => (amount < 0 ? -amount : undefined) },
];

/** A complaint or retur a row. */
export const caseColumns = (say: Say): readonly Column<Case>[] => [
  { title: 'No Kasus', value: ({ _id }) => _id, width: 12 },
  { title: 'No Pesanan', value: ({ order }) => order, width: 12 },
  { title: 'Tanggal', value: ({ at }) => at, width: 18 },
  { title: 'Jenis', value: ({ kind }) => kind },
  { title: 'Alasan', value: ({ reason }) => say(`komplain.alasan-${reason}`), width: 22 },
  { title: 'Permintaan', value: ({ wish }) => (wish === undefined ? undefined : say(`komplain.mau-${wish}`)) },
  { title: 'Status', value: ({ state }) => say(`komplain.tahap-${state}`), width: 26 },
  {
    title: 'Barang',
    value: ({ lines }) => lines.map(({ quantity, name }) => `${quantity} x ${name}`).join('; '),
    width: 40,
  },
  { title: 'Keputusan', value: ({ decision }) => decision?.what },
  { title: 'Dana Kembali', value: ({ refund }) => refund?.amount },
  { title: 'Selesai', value: ({ closedAt }) => closedAt, width: 18 },
  { title: 'Cerita', value: ({ words }) => words, width: 50 },
];

/** A supplier a row. */
export const supplierColumns = (say: Say): readonly Column<Supplier>[] => [
  { title: 'Kode', value: ({ _id }) => _id, width: 12 },
  { title: 'Nama', value: ({ name }) => name, width: 24 },
  { title: 'No HP', value: ({ contact }) => phoneOf(contact.phone), width: 16 },
  { title: 'Email', value: ({ contact }) => contact.email, width: 24 },
  { title: 'Kota', value: ({ origin }) => origin?.city, width: 18 },
  {
    title: 'Kurir',
    value: ({ couriers }) => (couriers.length === 0 ? say('toko.pemasok.semua-kurir') : couriers.join(', ')),
  },
  { title: 'Batas Jam', value: ({ cutOff }) => cutOff?.at },
  { title: 'Berhenti Sementara', value: ({ paused }) => paused?.reason },
  { title: 'Ketentuan', value: ({ terms }) => terms, width: 40 },
  { title: 'Catatan', value: ({ note }) => note, width: 30 },
];

const phoneOf = (phone: string | undefined): string => (phone ? showPhone(phone) : '');
const addressOf = (addresses: Customer['addresses']): string => {
  const [newest] = addresses;
  return newest ? addressLines(newest.address).join(', ') : '';
};
