import { type Code, readCode } from '../../core/ids.ts';
import type { Order } from '../../shop/orders/order.ts';
import type { OwnerDeps } from './deps.ts';

type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'purchases' | 'calls'>;

/** The order that a code leads to: its own, or that of a payment, a purchase or a call. */
export async function resolveOrder(deps: Deps, text: string): Promise<Order | undefined> {
  const code = readCode(text);
  if (code === undefined) return undefined;
  const own = await deps.orders.find(code);
  if (own) return own;
  const behind = await orderBehind(deps, code);
  const order = behind === undefined ? undefined : readCode(behind);
  return order && deps.orders.find(order);
}

async function orderBehind({ payments, purchases, calls }: Deps, code: Code): Promise<string | undefined> {
  const payment = await payments.find(code);
  if (payment) return payment.for[0]?.order;
  const purchase = await purchases.find(code);
  if (purchase) return purchase.order;
  return (await calls.find(code))?.order;
}
