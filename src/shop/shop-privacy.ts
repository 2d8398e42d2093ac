import { keyOf, type PersonId } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import { CASE_STATES, type Case } from './cases/case.ts';
import type { Cases } from './cases/cases.ts';
import type { Customers } from './customers/customers.ts';
import type { PrivateRoom, PrivateRooms } from './customers/privacy.ts';
import { HOUSE } from './history.ts';
import type { Order } from './orders/order.ts';
import type { Orders } from './orders/orders.ts';
import type { Payment } from './payments/payment.ts';
import type { Payments } from './payments/payments.ts';
import type { Purchases } from './purchases/purchases.ts';

/** The rooms of the shop that keep something of a person. */
export interface ShopPrivacyDeps {
  readonly customers: Pick<Customers, 'mine' | 'privacy'>;
  readonly orders: Pick<Orders, 'list' | 'apply'>;
  readonly purchases: Pick<Purchases, 'forgetText' | 'mayForget'>;
  readonly payments: Pick<Payments, 'list' | 'erasePerson'>;
  readonly cases: Pick<Cases, 'list' | 'erasePerson'>;
}

/** Registers what orders, payments, cases and customers hand out of a person and forget; money and decisions stay, the person goes. */
export function registerShopPrivacy(rooms: PrivateRooms, deps: ShopPrivacyDeps): void {
  const idsOf = async (person: PersonId): Promise<readonly PersonId[]> => (await deps.customers.mine(person)).ids;
  const all = async <T>(person: PersonId, read: (id: PersonId) => Promise<readonly T[]>): Promise<readonly T[]> =>
    (await Promise.all((await idsOf(person)).map(read))).flat();

  const casesOf = (person: PersonId) =>
    all(person, (customer) => deps.cases.list({ customer, states: CASE_STATES, limit: MANY }));
  const ordersOf = (person: PersonId) => all(person, (customer) => deps.orders.list({ customer, limit: MANY }));
  const paymentsOf = (person: PersonId) => all(person, (customer) => deps.payments.list({ customer, limit: MANY }));

  const cases: PrivateRoom = {
    room: 'cases',
    collect: async (person) => (await casesOf(person)).map(caseOf),
    needs: async (person) =>
      codesOf(
        'open',
        (await casesOf(person)).filter(({ state }) => !OVER.has(state)),
      ),
    async erase(person) {
      for (const id of await idsOf(person)) await deps.cases.erasePerson(id, keyOf('forget', id, 'cases'));
    },
  };
  const orders: PrivateRoom = {
    room: 'orders',
    collect: async (person) => (await ordersOf(person)).map(orderOf),
    async needs(person) {
      const found = await ordersOf(person);
      const withSuppliers: Order[] = [];
      for (const order of found) if (!(await deps.purchases.mayForget(order._id))) withSuppliers.push(order);
      return [
        ...codesOf(
          'open',
          found.filter(({ state }) => OPEN.has(state)),
        ),
        ...codesOf('with the supplier', withSuppliers),
      ];
    },
    async erase(person) {
      for (const { _id } of await ordersOf(person)) {
        await deps.purchases.forgetText(_id);
        // key: forget/<order>
        await deps.orders.apply(_id, { type: 'erase_person' }, { key: keyOf('forget', _id), by: HOUSE });
      }
    },
  };
  const payments: PrivateRoom = {
    room: 'payments',
    collect: async (person) => (await paymentsOf(person)).map(paymentOf),
    async erase(person) {
      for (const id of await idsOf(person)) await deps.payments.erasePerson(id, keyOf('forget', id, 'payments'));
    },
  };
  for (const room of [cases, orders, payments, deps.customers.privacy]) rooms.register(room);
}

const MANY = 10_000;
const OVER: ReadonlySet<Case['state']> = new Set<Case['state']>([
  'dropped',
  'completed',
  'rejected',
  'cancelled',
  'expired',
]);
const OPEN: ReadonlySet<Order['state']> = new Set<Order['state']>(['placing', 'reopening', 'placed']);

const codesOf = (why: string, documents: readonly { readonly _id: string }[]): readonly string[] =>
  documents.length === 0 ? [] : [`${why}: ${documents.map(({ _id }) => _id).join(', ')}`];

const orderOf = (order: Order): Json => ({
  code: order._id,
  at: order.at.toISOString(),
  state: order.state,
  recipient: order.recipient,
  note: order.note,
  gift: order.gift,
  lines: order.lines.map(({ name, variant, quantity, price }) => ({ name, variant, quantity, price })),
  total: order.totals.total,
  paidAt: order.pay.paidAt?.toISOString(),
  parcels: order.parcels.map(({ n, state, courier, resi }) => ({ n, state, courier, resi })),
  history: order.history.map(({ at, event }) => ({ at: at.toISOString(), event })),
});

const paymentOf = (payment: Payment): Json => ({
  code: payment._id,
  at: payment.at.toISOString(),
  state: payment.state,
  amount: payment.amount,
  name: payment.name,
  orders: payment.orders,
  pictures: payment.evidence.length,
});

const caseOf = (one: Case): Json => ({
  code: one._id,
  order: one.order,
  at: one.at.toISOString(),
  state: one.state,
  reason: one.reason,
  wish: one.wish,
  words: one.words,
  lines: one.lines.map(({ name, quantity }) => ({ name, quantity })),
  destination: one.destination && {
    bank: one.destination.bank,
    number: one.destination.number,
    holder: one.destination.holder,
  },
  files: one.evidence.length,
});
