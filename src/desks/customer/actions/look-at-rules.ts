import type { Action } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { showTime } from '../../../notices/show-time.ts';
import { type CaseInput, caseInput, linesOf } from '../cases/case-input.ts';
import type { CustomerDeps } from '../deps.ts';
import { myOrder } from '../orders/my-orders.ts';

/** Says what the shop's rules mean for a complaint before it is made: in time or not, who pays for sending back, what is missing. */
export const lookAtRules = (
  deps: Pick<CustomerDeps, 'house' | 'orders' | 'customers' | 'caseRules'>,
): Action<CaseInput, 'fine'> => ({
  name: 'look-at-rules',
  kind: 'looks',
  input: caseInput,
  outcomes: ['fine'],
  async run({ pesanan, alasan, barang, foto = [] }, at) {
    const order = await myOrder(deps, pesanan, at);
    if (order === undefined) return { outcome: 'fine', data: { aturan: '' } };
    const skus = linesOf(barang, order.lines).map(({ sku }) => sku);
    const { inWindow, until, pays, needsPhoto } = deps.caseRules(order, alasan, skus, at.now);
    const say = sayIn(deps.house, at.language);
    const batas = until && showTime(until, deps.house.shop().zone, at.language);
    const aturan = [
      ...(batas === undefined ? [] : [say(inWindow ? 'komplain.aturan-batas' : 'komplain.aturan-lewat', { batas })]),
      ...(alasan === 'tidak_sampai'
        ? []
        : [say(pays === 'shop' ? 'komplain.aturan-ongkir-toko' : 'komplain.aturan-ongkir-pembeli')]),
      ...(needsPhoto && foto.length === 0 ? [say('komplain.aturan-perlu-foto')] : []),
    ];
    return { outcome: 'fine', data: { aturan: aturan.join('\n') } };
  },
});
