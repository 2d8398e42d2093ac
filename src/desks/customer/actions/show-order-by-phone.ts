import { z } from 'zod';
import { readCode } from '../../../core/ids.ts';
import type { Action } from '../../../dialogue/action.ts';
import type { CustomerDeps } from '../deps.ts';
import { asValues, orderStory } from '../orders/order-story.ts';

const input = z.object({ order: z.string(), last: z.string().length(4) });

/**
 * Shows where an order stands to whoever knows its code and the end of the receiver's number: no name, no address, no goods.
 * A wrong code and a wrong number sound the same, and each guess is counted.
 */
export const showOrderByPhone = (
  deps: Pick<CustomerDeps, 'house' | 'orders' | 'tries'>,
): Action<z.infer<typeof input>, 'shown' | 'wrong' | 'locked'> => ({
  name: 'show-order-by-phone',
  kind: 'acts',
  input,
  outcomes: ['shown', 'wrong', 'locked'],
  async run({ order: typed, last }, at) {
    if (!(await deps.tries.allow('order-by-phone', at))) return { outcome: 'locked' };
    const code = readCode(typed);
    const order = code === undefined ? undefined : await deps.orders.find(code);
    if (order === undefined || order.state === 'dropped' || !order.recipient.phone.endsWith(last))
      return { outcome: 'wrong' };
    const { kode, tanggal, bayar, kiriman } = asValues(orderStory(deps.house, order, at.language));
    const told = Object.fromEntries(
      Object.entries({ kode, tanggal, bayar, kiriman }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    );
    return { outcome: 'shown', lines: [{ text: 'pantau.kartu-orang-lain', with: told }] };
  },
});
