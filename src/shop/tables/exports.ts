import type { PersonId } from '../../core/ids.ts';
import { CASE_STATES } from '../cases/case.ts';
import type { Cases } from '../cases/cases.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Customer } from '../customers/customer.ts';
import type { Customers } from '../customers/customers.ts';
import type { Orders } from '../orders/orders.ts';
import type { Couriers } from '../shipping/couriers.ts';
import { currentVariants } from './apply-products.ts';
import { caseColumns } from './case-columns.ts';
import { CUSTOMER_COLUMNS } from './customer-columns.ts';
import { exportTable, type TableKind } from './export-table.ts';
import { orderColumns, orderRows } from './order-columns.ts';
import { productColumns } from './product-columns.ts';
import { wallTime } from './wall-time.ts';

/** What can be taken out as a list. */
const EXPORTS = ['orders', 'products', 'customers', 'cases'] as const;
export type ExportName = (typeof EXPORTS)[number];

/** From when on, and until when; for orders and cases. */
interface ExportSpan {
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
}

/** A list as a file, to be stored and sent. */
interface ExportFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mime: string;
  readonly rows: number;
}

/** Takes lists out of the shop. */
export type MakeExport = (what: ExportName, kind: TableKind, span?: ExportSpan) => Promise<ExportFile>;

export interface ExportsDeps {
  readonly orders: Pick<Orders, 'list'>;
  readonly customers: Pick<Customers, 'page'>;
  readonly cases: Pick<Cases, 'list'>;
  readonly catalog: Pick<Catalog, 'snapshot'>;
  readonly couriers: () => Couriers;
  readonly supplierName: (id: string) => string;
  readonly zone: string;
  readonly now: () => Date;
}

const PAGE = 500;
const MOST = 50_000;

/** Creates the way out for lists. */
export function createExports(deps: ExportsDeps): MakeExport {
  const { orders, cases, catalog, couriers, supplierName, zone, now } = deps;
  const file = async (
    what: ExportName,
    kind: TableKind,
    made: Promise<Uint8Array>,
    rows: number,
  ): Promise<ExportFile> => ({
    bytes: await made,
    name: `${NAMES[what]}-${wallTime(now(), zone).day}.${kind}`,
    mime: MIMES[kind],
    rows,
  });
  return async (what, kind, { since, until } = {}) => {
    const span = { ...(since && { since }), ...(until && { until }) };
    switch (what) {
      case 'orders': {
        const found = await orders.list({ ...span, limit: MOST, order: 'oldest' });
        const rows = orderRows(found.filter(({ state }) => state !== 'placing' && state !== 'dropped'));
        return file(what, kind, exportTable(rows, orderColumns(couriers(), supplierName), kind, zone), rows.length);
      }
      case 'products': {
        const rows = [...currentVariants(catalog).values()];
        return file(what, kind, exportTable(rows, productColumns(supplierName), kind, zone), rows.length);
      }
      case 'customers': {
        const rows = await allCustomers(deps.customers);
        return file(what, kind, exportTable(rows, CUSTOMER_COLUMNS, kind, zone), rows.length);
      }
      case 'cases': {
        const found = await cases.list({ ...(since && { since }), states: CASE_STATES, limit: MOST });
        const rows = found.filter((one) => one.state !== 'dropped' && (until === undefined || one.at < until));
        return file(what, kind, exportTable(rows, caseColumns(supplierName), kind, zone), rows.length);
      }
    }
  };
}

async function allCustomers(customers: ExportsDeps['customers']): Promise<readonly Customer[]> {
  const rows: Customer[] = [];
  for (let after: PersonId | undefined; rows.length < MOST; ) {
    const page = await customers.page(after, PAGE);
    // Who was forgotten, or turned out to be another, is no row.
    rows.push(...page.filter((one) => one.erasedAt === undefined && one.into === undefined));
    after = page.at(-1)?._id;
    if (page.length < PAGE) break;
  }
  return rows;
}

const NAMES: Readonly<Record<ExportName, string>> = {
  orders: 'pesanan',
  products: 'produk',
  customers: 'pelanggan',
  cases: 'kasus',
};
const MIMES: Readonly<Record<TableKind, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
