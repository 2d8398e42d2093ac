import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { CustomerDeps } from '../deps.ts';
import { myOrder } from '../orders/my-orders.ts';
import { copiedForm } from '../orders/order-again.ts';

const input = z.object({ order: z.string() });

/** Copies an earlier order into a new form: its goods at today's prices, its address; what is not there now is said. */
export const copyOrder = (
  deps: Pick<CustomerDeps, 'catalog' | 'orders' | 'customers' | 'sop'>,
): Action<z.infer<typeof input>, 'copied' | 'gone'> => ({
  name: 'copy-order',
  kind: 'looks',
  input,
  outcomes: ['copied', 'gone'],
  async run({ order: code }, at) {
    const order = await myOrder(deps, code, at);
    if (order === undefined) return { outcome: 'gone' };
    const { data, missing } = copiedForm(deps, order, order.lines, at.now);
    if (data === undefined) return { outcome: 'gone' };
    return {
      outcome: 'copied',
      data,
      ...(missing.length > 0 && { lines: [{ text: 'lagi.ada-yang-kosong', with: { barang: missing.join(', ') } }] }),
    };
  },
});
