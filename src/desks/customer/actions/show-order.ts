import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { caseCard } from '../cases/case-card.ts';
import { myCase, myCases } from '../cases/my-cases.ts';
import type { CustomerDeps } from '../deps.ts';
import { myOrder } from '../orders/my-orders.ts';
import { orderButtons } from '../orders/order-choices.ts';
import { asValues, orderStory } from '../orders/order-story.ts';

const input = z.object({ order: z.string() });

/** Shows an order of this customer on its three axes, with its way so far and what can be done now. */
export const showOrder = (
  deps: Pick<CustomerDeps, 'house' | 'orders' | 'customers' | 'cases'>,
): Action<z.infer<typeof input>, 'shown' | 'strange'> => ({
  name: 'show-order',
  kind: 'looks',
  input,
  outcomes: ['shown', 'strange'],
  async run({ order: code }, at) {
    const order = await myOrder(deps, code, at);
    // The code of a complaint is answered the same way.
    const found = order === undefined ? await myCase(deps, code, at) : undefined;
    if (found !== undefined) return { outcome: 'shown', lines: [caseCard(deps, found, at)] };
    if (order === undefined) return { outcome: 'strange' };
    const story = orderStory(deps.house, order, at.language);
    const line = { text: 'pantau.kartu', with: asValues(story), choices: orderButtons(order) };
    const open = (await myCases(deps, at)).filter((one) => one.order === order._id && one.closedAt === undefined);
    return { outcome: 'shown', lines: [line, ...open.slice(0, 2).map((one) => caseCard(deps, one, at))] };
  },
});
