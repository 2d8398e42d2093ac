import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { availabilityOf } from '../../../shop/catalog/product.ts';
import type { CustomerDeps } from '../deps.ts';
import { goodsName, lineOf } from '../goods/goods-line.ts';
import { myOrder } from '../orders/my-orders.ts';
import { placeParts, wholePlace } from '../place/place-parts.ts';

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
    const shelf = deps.catalog.snapshot();
    const { freshHours } = deps.sop().stock;
    const goods = order.lines.map(({ sku, name, variant, quantity }) => {
      const item = shelf.buyable(sku);
      const there = item !== undefined && availabilityOf(item.variant, at.now, freshHours).type !== 'gone';
      return { name: goodsName(name, variant), line: there ? lineOf(item, quantity) : undefined };
    });
    const lines = goods.flatMap(({ line }) => line ?? []);
    if (lines.length === 0) return { outcome: 'gone' };
    const missing = goods.filter(({ line }) => line === undefined).map(({ name }) => name);
    const { recipient, phone, ...place } = order.recipient;
    return {
      outcome: 'copied',
      data: {
        barang: lines.map((line) => ({ ...line })),
        // A person that asked to be forgotten has no address here any more.
        ...(recipient !== '' && { penerima: recipient, telepon: phone, alamat: { ...wholePlace(placeParts(place)) } }),
      },
      ...(missing.length > 0 && { lines: [{ text: 'lagi.ada-yang-kosong', with: { barang: missing.join(', ') } }] }),
    };
  },
});
