import { readCode } from '../../core/ids.ts';
import { goodsLine } from '../../notices/order-words.ts';
import { purchaseGoods } from '../../notices/tellers/purchase-teller.ts';
import type { Order, OrderLine } from '../../shop/orders/order.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import type { Purchase } from '../../shop/purchases/purchase.ts';
import type { Purchases } from '../../shop/purchases/purchases.ts';

/** Something a supplier is asked: to send a purchase, or whether goods of an order are there. */
export type Task =
  | { readonly type: 'purchase'; readonly purchase: Purchase }
  | { readonly type: 'stock'; readonly order: Order; readonly lines: readonly OrderLine[]; readonly supplier: string };

export interface TaskDeps {
  readonly orders: Pick<Orders, 'find' | 'list'>;
  readonly purchases: Pick<Purchases, 'named' | 'list'>;
}

const OPEN: readonly Purchase['state'][] = ['sent', 'accepted', 'packed'];
/** The owner may paste an answer before saying that it was forwarded. */
const OPEN_FOR_OWNER: readonly Purchase['state'][] = ['ready', ...OPEN];
const MOST = 200;

/** What a supplier (or, for the owner, any supplier) is still asked, the oldest first. */
export async function openTasks(deps: TaskDeps, supplier: string | undefined): Promise<readonly Task[]> {
  const states = supplier === undefined ? OPEN_FOR_OWNER : OPEN;
  const purchases = await deps.purchases.list({ states, limit: MOST, ...(supplier !== undefined && { supplier }) });
  const placed = await deps.orders.list({ states: ['placed'], order: 'oldest', limit: MOST });
  return [
    ...placed.flatMap((order) => stockTasks(order, supplier)),
    ...purchases.map((purchase): Task => ({ type: 'purchase', purchase })),
  ];
}

/** What a code in somebody's words may mean; a supplier only ever finds its own. */
export async function namedTasks(deps: TaskDeps, text: string, supplier: string | undefined): Promise<readonly Task[]> {
  const purchases = await deps.purchases.named(text, supplier);
  if (purchases.length > 0) return purchases.map((purchase): Task => ({ type: 'purchase', purchase }));
  const code = readCode(text.slice(0, 6));
  const order = code && (await deps.orders.find(code));
  return order ? stockTasks(order, supplier) : [];
}

/** True when an order has goods of the supplier's that nobody asks about any more. */
export async function hasGoodsIn(deps: TaskDeps, text: string, supplier: string | undefined): Promise<boolean> {
  const code = readCode(text.slice(0, 6));
  const order = code && (await deps.orders.find(code));
  return order?.lines.some((line) => supplier === undefined || line.supplier === supplier) === true;
}

/** The code that a task is tapped and named by. */
export const taskCode = (task: Task): string => (task.type === 'purchase' ? task.purchase._id : task.order._id);

/** The code as people read it on the text they got. */
export const taskLabel = (task: Task): string => (task.type === 'purchase' ? task.purchase.label : task.order._id);

/** The goods of a task, a line each. */
export const taskGoods = (task: Task): string =>
  task.type === 'purchase' ? purchaseGoods(task.purchase) : task.lines.map(goodsLine).join('\n');

// Goods whose stock was asked and nobody has said yes or no to.
function stockTasks(order: Order, supplier: string | undefined): readonly Task[] {
  if (order.state !== 'placed') return [];
  const unsure = order.lines.filter(
    (line) => !line.confirmed && line.out !== true && (supplier === undefined || line.supplier === supplier),
  );
  const suppliers = [...new Set(unsure.map((line) => line.supplier))];
  return suppliers.map(
    (one): Task => ({ type: 'stock', order, supplier: one, lines: unsure.filter((line) => line.supplier === one) }),
  );
}
