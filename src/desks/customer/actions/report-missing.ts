import { z } from 'zod';
import { HOUR } from '../../../core/clock.ts';
import { keyOf } from '../../../core/ids.ts';
import type { Action, At } from '../../../dialogue/action.ts';
import type { Order } from '../../../shop/orders/order.ts';
import type { Parcel } from '../../../shop/orders/parcel.ts';
import { byCustomer } from '../by-customer.ts';
import type { CustomerDeps } from '../deps.ts';
import { myOrder } from '../orders/my-orders.ts';
import { orderStory } from '../orders/order-story.ts';

type Deps = Pick<CustomerDeps, 'house' | 'orders' | 'customers' | 'sop'>;
const input = z.object({ order: z.string() });

/** Notes that goods have not come: against the courier's "delivered", or late, it is looked into; else it says where they are. */
export const reportMissing = (deps: Deps): Action<z.infer<typeof input>, 'reported' | 'on-the-way' | 'refused'> => ({
  name: 'report-missing',
  kind: 'acts',
  input,
  outcomes: ['reported', 'on-the-way', 'refused'],
  async run({ order: code }, at) {
    const order = await myOrder(deps, code, at);
    if (order === undefined) return { outcome: 'refused' };
    const missing = order.parcels.filter((parcel) => isMissing(deps, order, parcel, at));
    if (missing.length === 0) {
      const { kiriman } = orderStory(deps.house, order, at.language);
      return { outcome: 'on-the-way', lines: [{ text: 'belum.masih-jalan', with: { kiriman } }] };
    }
    for (const { n } of missing) {
      // key: <first message>/<flow>/<step>/<parcel>
      const event = { type: 'not_received', parcel: n, note: '' } as const;
      const noted = await deps.orders.apply(order._id, event, { key: keyOf(at.key, n), by: byCustomer(at) });
      if (!noted.ok) return { outcome: 'refused' };
    }
    return { outcome: 'reported' };
  },
});

// What was noted under this very message is missing, however the parcel stands by now: a repeated turn says the same.
function isMissing({ sop }: Deps, order: Order, { n, state, shippedAt }: Parcel, { key, now }: At): boolean {
  if (order.history.some((entry) => entry.key === keyOf(key, n))) return true;
  if (state === 'delivered') return true;
  const [late] = sop().parcel.lateHours;
  const onItsWay = state === 'shipped' || state === 'picked-up';
  return (
    onItsWay && late !== undefined && shippedAt !== undefined && now.getTime() - shippedAt.getTime() >= late * HOUR
  );
}
