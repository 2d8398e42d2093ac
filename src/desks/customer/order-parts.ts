import { asPersonId, type PersonId } from '../../core/ids.ts';
import type { At, List } from '../../dialogue/action.ts';
import type { Kind, Reader } from '../../dialogue/kind.ts';
import type { Filled } from '../../dialogue/talk.ts';
import { type Buyer, placeFor } from './actions/place-order.ts';
import { priceOrder } from './actions/price-order.ts';
import { orderInput } from './checkout/order-input.ts';
import { CUSTOMER_KINDS } from './customer-kinds.ts';
import type { CustomerDeps } from './deps.ts';
import { couriersFor } from './lists/couriers-for.ts';
import { waysToPay } from './lists/ways-to-pay.ts';
import { orderForm } from './readers/order-form.ts';
import type { CustomerSnapshot } from './snapshot.ts';

/** The kinds of answers that an order form asks for. */
const KINDS = ['address', 'order-line', 'person-name', 'phone'] as const;

/**
 * The order form for another desk that takes orders: the same kinds, lists, reader, check and placing, each with the shop's
 * snapshot of its own, so that the other desk need not have one.
 */
export function orderParts(deps: CustomerDeps, snapshot: () => CustomerSnapshot) {
  const kinds = KINDS.map((name) => [name, withSnapshot(CUSTOMER_KINDS[name], snapshot)] as const);
  return {
    kinds: Object.fromEntries(kinds.flatMap(([name, kind]) => (kind === undefined ? [] : [[name, kind]]))),
    lists: { 'couriers-for': couriersFor(deps), 'ways-to-pay': waysToPay(deps) } satisfies Record<string, List>,
    reader: ((reply, at) => orderForm(reply, { ...at, snapshot: snapshot() })) satisfies Reader,
    price: (form: Filled, customer: PersonId | undefined, at: At) =>
      priceOrder(deps).run(orderInput.parse(form), inNameOf(customer ?? NOBODY, at)),
    place: (form: Filled, buyer: Buyer, at: At): ReturnType<typeof placeFor> =>
      placeFor(deps, orderInput.parse(form), buyer, at),
  };
}

// Nobody has this id, so nobody's earlier orders are looked at.
const NOBODY = asPersonId('-');

/** The same moment, as if the customer asked. */
const inNameOf = (customer: PersonId, at: At): At => ({ ...at, who: { desk: 'customer', id: customer } });

function withSnapshot(kind: Kind<CustomerSnapshot> | undefined, snapshot: () => CustomerSnapshot): Kind | undefined {
  if (kind === undefined) return undefined;
  return { ...kind, parse: (reply, at) => kind.parse(reply, { ...at, snapshot: snapshot() }) };
}
