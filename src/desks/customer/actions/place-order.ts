import { type ChatId, codeOf, type PersonId } from '../../../core/ids.ts';
import type { Action, At, Outcome } from '../../../dialogue/action.ts';
import { withProblems } from '../../../dialogue/problems.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { By } from '../../../shop/history.ts';
import type { Order } from '../../../shop/orders/order.ts';
import type { PlaceRefused } from '../../../shop/orders/place-refused.ts';
import type { OrderRequest } from '../../../shop/orders/request.ts';
import type { QuoteOption } from '../../../shop/shipping/quote.ts';
import { byCustomer, personOf } from '../by-customer.ts';
import { refusedGoods } from '../checkout/goods-problems.ts';
import { LONGEST_NOTE } from '../checkout/note-problems.ts';
import { type OrderInput, orderInput, payWayOf, recipientOf } from '../checkout/order-input.ts';
import { shippingOptions } from '../checkout/shipping-options.ts';
import { sumOf } from '../checkout/totals.ts';
import type { CustomerDeps } from '../deps.ts';

type Deps = Pick<CustomerDeps, 'house' | 'catalog' | 'suppliers' | 'settings' | 'shipping' | 'orders' | 'customers'>;
type Name = 'placed' | 'asked-supplier' | 'problems' | 'too-many' | 'refused';

/** Places the order that the customer said yes to; the same yes twice is one order. What to pay is told by its notice. */
export const placeOrder = (deps: Deps): Action<OrderInput, Name> => ({
  name: 'place-order',
  kind: 'acts',
  input: orderInput,
  outcomes: ['placed', 'asked-supplier', 'problems', 'too-many', 'refused'],
  run: (form, at) => placeFor(deps, form, { customer: personOf(at), chat: at.chat, by: byCustomer(at) }, at),
});

/** Whom an order is placed for, where they are told of it, and in whose name it stands in the history. */
export interface Buyer {
  readonly customer: PersonId;
  readonly chat?: ChatId | undefined;
  readonly by: By;
}

/** Places an order for somebody, once per key. */
export async function placeFor(deps: Deps, form: OrderInput, buyer: Buyer, at: At): Promise<Outcome<Name>> {
  // Its own order first: what was placed stays placed, whatever couriers answer when the turn is repeated.
  const before = await placedBefore(deps, at);
  if (before !== undefined) return again(deps, before, form, buyer, at);
  const options = await shippingOptions(deps, form.barang, form.alamat);
  const option = options === 'unavailable' ? undefined : options.find(({ id }) => id === form.kurir);
  const pay = payWayOf(form.bayar);
  if (option === undefined)
    return { outcome: 'problems', data: withProblems([{ field: 'kurir', text: 'pesan.kurir-berubah' }]) };
  if (pay === undefined)
    return { outcome: 'problems', data: withProblems([{ field: 'bayar', text: 'pesan.bayar-berubah' }]) };
  const placed = await deps.orders.place(requestOf(deps, form, option, pay, buyer), at.key, buyer.by);
  if (!placed.ok) return refusal(deps, form, placed.error, at);
  await remember(deps, form, buyer, at);
  return outcomeOf(placed.value);
}

async function placedBefore({ orders }: Deps, { key }: At): Promise<Order | undefined> {
  for (let attempt = 0; ; attempt++) {
    const order = await orders.find(codeOf(key, attempt));
    if (order === undefined || order.key === key) return order;
  }
}

// The shop finds its own order by the key and brings it to an end; what is asked for again is not looked at.
async function again(
  deps: Deps,
  { customer, recipient, pay }: Order,
  form: OrderInput,
  buyer: Buyer,
  at: At,
): Promise<Outcome<Name>> {
  const { way, account } = pay;
  const request = { customer, recipient, lines: [], shipping: [], pay: { way, account } };
  const placed = await deps.orders.place(request, at.key, buyer.by);
  if (!placed.ok) return refusal(deps, form, placed.error, at);
  await remember(deps, form, buyer, at);
  return outcomeOf(placed.value);
}

const outcomeOf = (order: Order): Outcome<Name> => ({
  outcome: order.pay.billedAt === undefined ? 'asked-supplier' : 'placed',
  data: { code: order._id },
});

function requestOf(
  { house }: Deps,
  form: OrderInput,
  option: QuoteOption,
  pay: NonNullable<ReturnType<typeof payWayOf>>,
  { customer, chat }: Buyer,
): OrderRequest {
  const { discount, fee } = sumOf(form.barang, option, pay.way, house.couriers());
  return {
    customer,
    chat,
    lines: form.barang.map(({ sku, quantity, price }) => ({ sku, quantity, price })),
    recipient: recipientOf(form),
    shipping: option.parcels.map(({ supplier, courier, service, ongkir, zone, days }) => ({
      supplier,
      courier,
      service,
      cost: ongkir,
      zone,
      etd: days,
    })),
    pay,
    discount,
    fee,
    ...(form.catatan !== undefined && { note: form.catatan.slice(0, LONGEST_NOTE).toWellFormed() }),
  };
}

function refusal({ house }: Deps, form: OrderInput, { problems }: PlaceRefused, at: At): Outcome<Name> {
  const found = refusedGoods(form.barang, problems, sayIn(house, at.language));
  if (found.length > 0) return { outcome: 'problems', data: withProblems(found) };
  const many = problems.find(({ code }) => code === 'too-many-open');
  if (many?.code === 'too-many-open') {
    return { outcome: 'too-many', lines: [{ text: 'pesan.terlalu-banyak-terbuka', with: { jumlah: many.limit } }] };
  }
  return { outcome: 'refused' };
}

/** Keeps name, phone and address, to be offered at the next order. */
async function remember({ customers }: Deps, form: OrderInput, { customer, by }: Buyer, at: At): Promise<void> {
  const { penerima, telepon } = form;
  const address = recipientOf(form);
  // Who receives what somebody else enters is perhaps not who buys; only the customer's own words are about themselves.
  const own = by.desk === 'customer' ? { name: penerima, phone: telepon } : {};
  const edit = { type: 'keep', ...own, address } as const;
  await customers.change(customer, edit, { key: at.key, by });
}
