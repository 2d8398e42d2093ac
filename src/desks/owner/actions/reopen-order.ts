import { z } from 'zod';
import { keyOf, readCode } from '../../../core/ids.ts';
import type { Action } from '../../../dialogue/action.ts';
import type { Line } from '../../../dialogue/talk.ts';
import { byOwner } from '../by-owner.ts';
import type { OwnerDeps } from '../deps.ts';
import { refusalLine } from '../refusal-line.ts';

const input = z.object({ kode: z.string() });
type Deps = Pick<OwnerDeps, 'orders' | 'payments' | 'staff'>;

/** Lets an expired order live again, or all those that a late payment is for. */
export const reopenOrder = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'reopen-order',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ kode }, at) {
    const code = readCode(kode);
    const payment = code && (await deps.payments.find(code));
    const orders = payment ? payment.for.map(({ order }) => order) : code ? [code] : [];
    const lines: Line[] = [];
    let done = orders.length > 0;
    for (const order of orders) {
      // key: <first message>/<flow>/<step>/<order>: each order lives again once
      const key = keyOf(at.key, order);
      const alive = await deps.orders.reopen(order, 'uang masuk', { key, by: byOwner(deps.staff, at) });
      done &&= alive.ok;
      lines.push(alive.ok ? { text: 'owner.hidup-lagi', with: { kode: order } } : refusalLine(order, alive.error));
    }
    if (orders.length === 0) lines.push({ text: 'owner.tidak-ada-kode', with: { kode } });
    return { outcome: done ? 'done' : 'refused', lines };
  },
});
