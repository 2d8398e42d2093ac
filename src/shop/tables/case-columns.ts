import type { Case } from '../cases/case.ts';
import type { Column } from './export-table.ts';

/** The columns of a list of complaints and returs. */
export const caseColumns = (supplierName: (id: string) => string): readonly Column<Case>[] => [
  { title: 'No Kasus', value: ({ _id }) => _id },
  { title: 'No Pesanan', value: ({ order }) => order },
  { title: 'Tanggal', value: ({ at }) => at, width: 18 },
  { title: 'Jenis', value: ({ kind }) => kind },
  { title: 'Alasan', value: ({ reason }) => reason },
  { title: 'Permintaan', value: ({ wish }) => wish },
  {
    title: 'Barang',
    value: ({ lines }) => lines.map(({ quantity, name }) => `${quantity} x ${name}`).join('; '),
    width: 40,
  },
  { title: 'Supplier', value: ({ suppliers }) => suppliers.map(supplierName).join(', '), width: 20 },
  { title: 'Status', value: ({ state }) => state },
  { title: 'Keputusan', value: ({ decision }) => decision?.remedy ?? decision?.what },
  { title: 'Refund', value: ({ refund }) => refund?.amount },
  { title: 'Dibayar', value: ({ refund }) => refund?.paidAt, width: 18 },
  { title: 'Klaim Supplier', value: ({ supplierClaims }) => supplierClaims.map(({ state }) => state).join(', ') },
  { title: 'Selesai', value: ({ closedAt }) => closedAt, width: 18 },
  { title: 'Cerita', value: ({ words }) => words, width: 40 },
];
