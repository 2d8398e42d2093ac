import type { StoredFile } from '../../channels/channel.ts';
import { readCode } from '../../core/ids.ts';
import type { Cases } from '../../shop/cases/cases.ts';
import { CLOSED } from '../../shop/cases/moves.ts';
import type { Customers } from '../../shop/customers/customers.ts';
import type { Entry, NoticeBody } from '../../shop/history.ts';
import type { Order } from '../../shop/orders/order.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import type { HouseWords } from '../house-words.ts';
import type { Tell } from '../status.ts';
import type { Teller } from '../told.ts';
import { dataOf } from './notice-data.ts';
import { orderValues } from './order-values.ts';

export interface OrderTellerDeps extends HouseWords {
  readonly orders: Pick<Orders, 'find'>;
  readonly cases: Pick<Cases, 'byOrder'>;
  readonly customers: Pick<Customers, 'find'>;
  /** The name of a supplier, for the owner's eyes. */
  supplierName(id: string): Promise<string>;
  /** The QRIS picture for what is left of an order paid so; undefined where there is none. */
  billPicture(order: Order): Promise<StoredFile | undefined>;
}

/** Creates the teller of orders. */
export function createOrderTeller(deps: OrderTellerDeps): Teller {
  return async (body) => {
    const code = readCode(body.code);
    const order = code && (await deps.orders.find(code));
    if (!order) return undefined;
    const { parcel: n } = dataOf(body);
    const parcel = order.parcels.find((one) => one.n === n) ?? order.parcels[0];
    const supplier = parcel ? await deps.supplierName(parcel.supplier) : '-';
    const file = BILLS.has(body.event) && order.pay.way === 'qris' ? await deps.billPicture(order) : undefined;
    return {
      code: order._id,
      rev: order.rev,
      thread: `order/${order._id}`,
      ...(order.chat !== undefined && !answeredInChat(order, body) && { customer: order.chat }),
      ...(order.chat === undefined && { passOn: { phone: await phoneOf(deps, order) } }),
      suppliers: askedSuppliers(order),
      silent: await silentFor(deps, order, body),
      values: (language, to, asked) => orderValues(deps, order, body, { supplier, asked }, language, to),
      ...(file && { file }),
    };
  };
}

// Who bought it is told; only a customer of whom no number is known is reached through the receiver.
const phoneOf = async ({ customers }: Pick<OrderTellerDeps, 'customers'>, order: Order): Promise<string> =>
  (await customers.find(order.customer))?.phone ?? order.recipient.phone;

/** Entries whose text carries the bill. */
const BILLS: ReadonlySet<string> = new Set(['place', 'confirm_stock', 'remind', 'extend', 'reprice']);

/** What customers do themselves is answered where they do it; telling it again would be an echo. */
const ECHOES: ReadonlySet<string> = new Set(['cancel', 'receive', 'complete', 'not_received', 'set_address']);

function answeredInChat(order: Order, body: NoticeBody): boolean {
  const entry: Entry | undefined = order.history.find(({ n }) => n === body.n);
  return ECHOES.has(body.event) && entry?.by.desk === 'customer';
}

/** Whoever is in the middle of a complaint is not asked whether all is well. */
const PLEASANT: ReadonlySet<string> = new Set(['ask_receipt', 'complete']);

async function silentFor(
  { cases }: Pick<OrderTellerDeps, 'cases'>,
  order: Order,
  body: NoticeBody,
): Promise<readonly Tell['to'][]> {
  if (toldByCase(order, body)) return ['customer', 'owner'];
  if (!PLEASANT.has(body.event)) return [];
  const open = (await cases.byOrder(order._id)).some(({ state }) => !CLOSED.has(state));
  return open ? ['customer'] : [];
}

// What a complaint does to its order is told with the complaint. Its key begins with the complaint's code.
function toldByCase(order: Order, { n, event }: NoticeBody): boolean {
  const entry = order.history.find((one) => one.n === n);
  if (entry === undefined || (event !== 'refund' && event !== 'not_received')) return false;
  const head = readCode(entry.key.split('/')[0] ?? '');
  return head !== undefined && head !== order._id;
}

// Suppliers of whose goods nobody knows yet whether they are there.
const askedSuppliers = (order: Order): readonly string[] => [
  ...new Set(order.lines.flatMap(({ confirmed, out, supplier }) => (confirmed || out === true ? [] : [supplier]))),
];
