import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { CustomerDeps } from '../deps.ts';
import { myOrder } from '../orders/my-orders.ts';
import { copiedForm, sameWay } from '../orders/order-again.ts';

const input = z.object({
  barang: z.object({ order: z.string(), sku: z.string() }),
  jumlah: z.number().int().positive().optional(),
});

/** Copies one thing of an earlier order into a new form, one piece of it or as many as were said; the earlier order stays. */
export const copyLine = (
  deps: Pick<CustomerDeps, 'catalog' | 'orders' | 'customers' | 'sop'>,
): Action<z.infer<typeof input>, 'copied' | 'gone'> => ({
  name: 'copy-line',
  kind: 'looks',
  input,
  outcomes: ['copied', 'gone'],
  async run({ barang: { order: code, sku }, jumlah = 1 }, at) {
    const order = await myOrder(deps, code, at);
    const line = order?.lines.find((one) => one.sku === sku);
    if (order === undefined || line === undefined) return { outcome: 'gone' };
    const { data } = copiedForm(deps, order, [{ ...line, quantity: jumlah }], at.now);
    if (data === undefined) return { outcome: 'gone' };
    return {
      outcome: 'copied',
      data: { ...data, ...sameWay(order) },
      lines: [{ text: 'lagi.tambahan', with: { kode: order._id } }],
    };
  },
});
