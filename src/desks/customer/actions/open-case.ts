import type { Action } from '../../../dialogue/action.ts';
import { byCustomer, personOf } from '../by-customer.ts';
import { type CaseInput, caseInput, linesOf } from '../cases/case-input.ts';
import type { CustomerDeps } from '../deps.ts';
import { myOrder } from '../orders/my-orders.ts';

/** Opens the complaint that the customer said yes to; the same yes twice is one case. Its own notice tells what comes next. */
export const openCase = (
  deps: Pick<CustomerDeps, 'orders' | 'customers' | 'cases'>,
): Action<CaseInput, 'opened' | 'open-already' | 'refused'> => ({
  name: 'open-case',
  kind: 'acts',
  input: caseInput,
  outcomes: ['opened', 'open-already', 'refused'],
  async run({ pesanan, alasan, barang, cerita, foto = [], harapan }, at) {
    const order = await myOrder(deps, pesanan, at);
    if (order === undefined) return { outcome: 'refused' };
    const request = {
      order: order._id,
      customer: personOf(at),
      chat: at.chat,
      reason: alasan,
      wish: harapan,
      lines: linesOf(barang, order.lines),
      words: cerita,
      evidence: foto.map(({ file }) => file.id),
    };
    const opened = await deps.cases.open(request, { key: at.key, by: byCustomer(at) });
    if (opened.ok) return { outcome: 'opened' };
    const already = opened.error.problems.some(({ code }) => code === 'open-case');
    return { outcome: already ? 'open-already' : 'refused' };
  },
});
