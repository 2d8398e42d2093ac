import { asChatId, asPersonId, keyOf } from '../../../../src/core/ids.ts';
import { err, ok } from '../../../../src/core/result.ts';
import type { CustomerDeps, OwnerRequest } from '../../../../src/desks/customer/deps.ts';
import type { At } from '../../../../src/dialogue/action.ts';
import type { HouseWords } from '../../../../src/notices/house-words.ts';
import { next } from '../../../../src/shop/orders/next.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import { DEFAULT_ORDER_SOP } from '../../../../src/shop/orders/sop.ts';
import { EMPTY_PROFILE } from '../../../../src/shop/settings/profile.ts';
import { anOrder, NOON } from '../../../support/an-order.ts';
import { aShelf } from './a-shelf.ts';

/** Budi says something now. */
export const AT: At = {
  key: keyOf('m1', 'flow', 'step'),
  chat: asChatId('simulator/local/budi'),
  who: { desk: 'customer', id: 'p-1' },
  language: 'id',
  now: NOON,
};

/** A house whose every text is its own name with its values. */
const HOUSE: HouseWords = {
  texts: { find: (key) => key, keys: [] },
  couriers: () => [],
  shop: () => ({ name: 'Toko', zone: 'Asia/Jakarta', accounts: [] }),
};

/** A desk over one order of Budi's, with what became of it and what was asked of the owner. */
export function aDesk(start: Order = anOrder()) {
  const orders = new Map([[start._id, start]]);
  const asked: OwnerRequest[] = [];
  const apply: CustomerDeps['orders']['apply'] = (code, event, { key, by }) => {
    const order = orders.get(code);
    if (order === undefined) return Promise.resolve(err({ code: 'not-found' }));
    if (order.history.some((entry) => entry.key === key)) return Promise.resolve(ok(order));
    const moved = next(order, event, { key, by, now: NOON, sop: DEFAULT_ORDER_SOP });
    if (!moved.ok) return Promise.resolve(moved);
    orders.set(code, moved.value.order);
    return Promise.resolve(ok(moved.value.order));
  };
  return {
    deps: {
      house: HOUSE,
      catalog: { snapshot: () => aShelf(), search: () => Promise.resolve([]) },
      suppliers: { known: () => undefined },
      settings: { profile: () => EMPTY_PROFILE, accounts: () => [] },
      sop: () => DEFAULT_ORDER_SOP,
      orders: {
        find: (code: Order['_id']) => Promise.resolve(orders.get(code)),
        list: () => Promise.resolve([...orders.values()]),
        apply,
        mayNot: () => undefined,
        place: () => Promise.reject(new Error('nothing is placed here')),
      },
      customers: {
        mine: (id: string) => Promise.resolve({ ids: [asPersonId(id)], chats: [] }),
        find: () => Promise.resolve(undefined),
        change: () => Promise.resolve(err({ code: 'not-found' as const })),
      },
      owner: {
        ask: (request: OwnerRequest) => {
          asked.push(request);
          return Promise.resolve();
        },
      },
    },
    asked,
    code: start._id,
    order: (): Order => orders.get(start._id) ?? start,
  };
}
