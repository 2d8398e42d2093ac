import { DAY } from '../../../../core/clock.ts';
import type { PersonId } from '../../../../core/ids.ts';
import type { At } from '../../../../dialogue/action.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import type { Case } from '../../../../shop/cases/case.ts';
import { CASE_STATES } from '../../../../shop/cases/case.ts';
import type { Customer } from '../../../../shop/customers/customer.ts';
import type { Order } from '../../../../shop/orders/order.ts';
import { exportTable, type TableKind } from '../../../../shop/tables/export-table.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { lineColumns, orderColumns } from './order-columns.ts';
import { caseColumns, customerColumns, ledgerColumns, supplierColumns } from './other-columns.ts';
import { productColumns } from './product-columns.ts';

/** What can be taken out as a file. */
export const EXPORTS = ['pesanan', 'rincian', 'produk', 'pelanggan', 'kas', 'kasus', 'pemasok'] as const;
export type ExportName = (typeof EXPORTS)[number];

/** Rows that one file holds; the newest of what there is. */
export const MOST_ROWS = 5_000;
/** How far back the cash book goes into a file. */
export const CASH_DAYS = 92;
const PAGE = 500;

export type ExportDeps = Pick<
  OwnerShopDeps,
  'house' | 'catalog' | 'suppliers' | 'orders' | 'customers' | 'ledger' | 'cases'
>;

/** A file as bytes, with how many rows it holds. */
export interface Exported {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** Makes a file of what the shop holds: ids and phones as texts, no live formula, times of the shop's clock. */
export async function exportRows(deps: ExportDeps, name: ExportName, kind: TableKind, at: At): Promise<Exported> {
  const say = sayIn(deps.house, at.language);
  const { zone } = deps.house.shop();
  const write = async <Row>(
    rows: readonly Row[],
    columns: Parameters<typeof exportTable<Row>>[1],
  ): Promise<Exported> => ({ bytes: await exportTable(rows, columns, kind, zone), rows: rows.length });
  switch (name) {
    case 'pesanan':
      return write(await allOrders(deps), orderColumns(deps, say));
    case 'rincian': {
      const orders = await allOrders(deps);
      const lines = orders.flatMap((order) => order.lines.map((line) => ({ order, line }))).slice(0, MOST_ROWS * 2);
      return write(lines, lineColumns(deps, say));
    }
    case 'produk': {
      const { all } = deps.catalog.snapshot();
      const items = all.flatMap((product) => product.variants.map((variant) => ({ product, variant })));
      return write(items, productColumns(deps));
    }
    case 'pelanggan':
      return write(await allCustomers(deps), customerColumns());
    case 'kas': {
      const since = new Date(at.now.getTime() - CASH_DAYS * DAY);
      return write(await deps.ledger.entries({ since, limit: MOST_ROWS * 4 }), ledgerColumns(say));
    }
    case 'kasus':
      return write(await allCases(deps), caseColumns(say));
    case 'pemasok':
      return write(deps.suppliers.all(), supplierColumns(say));
  }
}

const allOrders = ({ orders }: ExportDeps): Promise<readonly Order[]> =>
  paged((skip) => orders.list({ order: 'newest', skip, limit: PAGE })).then((found) =>
    found.filter(({ state }) => state !== 'placing' && state !== 'dropped'),
  );

const allCases = ({ cases }: ExportDeps): Promise<readonly Case[]> =>
  cases ? paged((skip) => cases.list({ states: CASE_STATES, sort: 'newest', skip, limit: PAGE })) : Promise.resolve([]);

async function paged<Row>(page: (skip: number) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  while (rows.length < MOST_ROWS) {
    const next = await page(rows.length);
    rows.push(...next);
    if (next.length < PAGE) break;
  }
  return rows.slice(0, MOST_ROWS);
}

async function allCustomers({ customers }: ExportDeps): Promise<readonly Customer[]> {
  const rows: Customer[] = [];
  for (let after: PersonId | undefined; rows.length < MOST_ROWS; ) {
    const next = await customers.page(after, PAGE);
    rows.push(...next);
    after = next.at(-1)?._id;
    if (next.length < PAGE) break;
  }
  // Who turned out to be another, or asked to be forgotten, is nobody of their own any more.
  return rows.filter((one) => one.into === undefined && one.erasedAt === undefined);
}
