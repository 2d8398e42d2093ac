import type { Wiring } from '../../dialogue/wiring.ts';
import { customerActions } from './customer-actions.ts';
import { CUSTOMER_KINDS } from './customer-kinds.ts';
import { customerLists } from './customer-lists.ts';
import { CUSTOMER_READERS } from './customer-readers.ts';
import { CUSTOMER_TEXTS } from './customer-texts.ts';
import type { CustomerDeps } from './deps.ts';
import { keptOf } from './kept.ts';
import { orderParts } from './order-parts.ts';
import { type CustomerSnapshot, createSnapshot } from './snapshot.ts';
import { readWish, type Wish } from './wish.ts';

/** The customer's wiring, with how a wish is read. */
export interface CustomerWiring extends Wiring<CustomerSnapshot> {
  readWish(text: string, now: Date): Wish | undefined;
  /** The order form, for another desk that takes orders. */
  readonly orderForm: ReturnType<typeof orderParts>;
}

/** What the customer's desk brings to the engine: all that its flows may name. */
export function createCustomerWiring(deps: CustomerDeps): CustomerWiring {
  const snapshot = createSnapshot({
    shelf: () => deps.catalog.snapshot(),
    couriers: () => deps.house.couriers(),
    freshHours: () => deps.sop().stock.freshHours,
  });
  return {
    actions: customerActions(deps, snapshot),
    lists: customerLists(deps),
    readers: CUSTOMER_READERS,
    kinds: CUSTOMER_KINDS,
    snapshot,
    kept: (who) => keptOf(deps, who),
    facts: () => ({ toko: deps.house.shop().name }),
    texts: CUSTOMER_TEXTS,
    readWish: (text, now) => readWish(text, snapshot(), now),
    orderForm: orderParts(deps, snapshot),
  };
}

/** The act that calls a person to the chat when one of the customer's flows ends in `human`. */
export const HAND_OVER = 'call-owner';
