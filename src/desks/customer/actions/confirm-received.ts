import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { byCustomer } from '../by-customer.ts';
import type { CustomerDeps } from '../deps.ts';
import { myOrder } from '../orders/my-orders.ts';

const input = z.object({ order: z.string() });

/** Notes that the customer has the goods; what is still on its way stays so. */
export const confirmReceived = (
  deps: Pick<CustomerDeps, 'orders' | 'customers'>,
): Action<z.infer<typeof input>, 'received' | 'already' | 'refused'> => ({
  name: 'confirm-received',
  kind: 'acts',
  input,
  outcomes: ['received', 'already', 'refused'],
  async run({ order: code }, at) {
    const order = await myOrder(deps, code, at);
    if (order === undefined) return { outcome: 'refused' };
    const done = await deps.orders.apply(order._id, { type: 'receive' }, { key: at.key, by: byCustomer(at) });
    if (done.ok) return { outcome: 'received' };
    const over =
      order.state === 'completed' || order.parcels.every(({ state }) => state === 'received' || state === 'cancelled');
    return { outcome: over ? 'already' : 'refused' };
  },
});
