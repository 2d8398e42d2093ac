import { z } from 'zod';
import { SECOND } from '../core/clock.ts';
import { type Code, type Key, keyOf } from '../core/ids.ts';
import type { Claims } from '../store/claims.ts';
import type { Paid, Payers } from '../store/duties.ts';
import type { Catalog } from './catalog/catalog.ts';
import { HOUSE } from './history.ts';
import type { GiveInvoiceNumber } from './ledger/invoice-number.ts';
import type { Ledger } from './ledger/ledger.ts';
import { type OrderEvent, orderEventShape } from './orders/event.ts';
import { LEDGER_KINDS } from './orders/money.ts';
import type { Orders } from './orders/orders.ts';
import type { Payments } from './payments/payments.ts';

/** The rooms that pay what orders and payments owe. */
export interface ShopPayersDeps {
  readonly catalog: Pick<Catalog, 'stock' | 'edit' | 'find'>;
  readonly orders: Pick<Orders, 'apply' | 'find'>;
  readonly payments: Pick<Payments, 'answer' | 'again'>;
  readonly ledger: Pick<Ledger, 'write'>;
  readonly invoiceNumber: GiveInvoiceNumber;
  readonly claims: Claims;
  /** Goods that were to be held for somebody other than an order are not there. */
  readonly fellShort: (holder: string, key: Key) => Promise<void>;
}

/** Registers the payers of `hold`, `release`, `allot`, `ledger`, `number`, `order` and `claim`; each pays once per key. */
export function registerShopPayers(payers: Payers, deps: ShopPayersDeps): void {
  const { catalog, orders, payments, ledger, invoiceNumber, claims } = deps;

  payers.register('hold', async (body, key) => {
    const owed = stockBody.parse(body);
    switch (owed.do) {
      case 'take':
        await catalog.stock.take(owed.order, owed.lines);
        return PAID;
      case 'again':
        for (const units of owed.lines) {
          const held = await catalog.stock.hold(units, owed.order);
          if (held.type === 'too-few') await deps.fellShort(owed.order, keyOf(key, 'short'));
        }
        return PAID;
      case 'back':
        for (const units of owed.lines) await backOnShelf(units, key);
        return PAID;
      case 'said':
        break;
    }
    for (const { product, sku } of owed.lines) {
      const edit = { type: 'said_stock', sku, there: owed.there } as const;
      await catalog.edit(product, edit, { key: keyOf(key, sku), by: HOUSE });
    }
    return PAID;
  });

  payers.register('release', async (body) => {
    const { order, lines } = unitsBody.parse(body);
    await catalog.stock.release(order, lines);
    return PAID;
  });

  payers.register('allot', async (body, key, now) => {
    const owed = allotBody.parse(body);
    if (owed.do === 'again') {
      await payments.again(owed.order, key);
      return PAID;
    }
    const order = await orders.find(owed.order);
    // It is being placed right now; soon it can say whether it takes the money.
    if (order?.state === 'placing' || order?.state === 'reopening') {
      return { type: 'again', at: new Date(now.getTime() + 5 * SECOND), reason: 'order is being placed' };
    }
    const { do: what, payment, order: code, reason = '' } = owed;
    if (what !== 'allot') {
      const event: OrderEvent =
        what === 'claim' ? { type: what, payment, amount: owed.amount } : { type: what, payment, reason };
      await orders.apply(code, event, { key, by: HOUSE });
      return PAID;
    }
    const amount = owed.amount ?? 0;
    const done = await orders.apply(code, { type: 'allot', payment, amount }, { key, by: HOUSE });
    await payments.answer(
      payment,
      { order: code, answer: done.ok ? 'allotted' : 'late', amount },
      keyOf(key, 'answer'),
    );
    return PAID;
  });

  payers.register('ledger', async (body, key) => {
    const { order, at, entries } = ledgerBody.parse(body);
    await ledger.write(key, order, at, entries);
    return PAID;
  });

  payers.register('number', async (body, key, now) => {
    const { order } = z.object({ order: code }).parse(body);
    const invoice = await invoiceNumber(order, now);
    // An order whose payment was taken back keeps its number for the day it is paid again.
    await orders.apply(order, { type: 'number', invoice }, { key, by: HOUSE });
    return PAID;
  });

  payers.register('order', async (body, key) => moved(await applied(body, key)));

  payers.register('claim', async (body) => {
    const owed = claimBody.parse(body);
    const id = owed.id ?? (owed.only === undefined ? undefined : await claims.held(owed.only));
    if (id !== undefined) await claims.release(id, owed.by, owed.until);
    return PAID;
  });

  /** Where nobody counts any more, nothing is added. */
  async function backOnShelf({ product, sku, quantity }: z.infer<typeof unitsShape>, key: Key): Promise<void> {
    const counted = (await catalog.find(product))?.variants.some((one) => one.sku === sku && one.stock === 'counted');
    if (counted !== true) return;
    await catalog.edit(product, { type: 'add_stock', sku, units: quantity }, { key: keyOf(key, sku), by: HOUSE });
  }

  async function applied(body: unknown, key: Key): Promise<{ order: Code; refused?: string }> {
    const { order, event } = orderBody.parse(body);
    const done = await orders.apply(order, event, { key, by: HOUSE });
    if (done.ok) return { order };
    return { order, refused: done.error.code === 'order-move-refused' ? done.error.why : done.error.code };
  }
}

const PAID: Paid = { type: 'paid' };

const moved = ({ order, refused }: { order: Code; refused?: string }): Paid =>
  refused === undefined ? PAID : { type: 'bury', reason: `order ${order} refused: ${refused}` };

const code = z.custom<Code>((value) => typeof value === 'string');
const lines = z.array(z.object({ product: z.string(), sku: z.string() }));
const unitsBody = z.object({ order: z.string(), lines });
const unitsShape = z.object({ product: z.string(), sku: z.string(), quantity: z.number() });
const stockBody = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['again', 'back']), order: z.string(), lines: z.array(unitsShape) }),
  unitsBody.extend({ do: z.literal('take') }),
  unitsBody.extend({ do: z.literal('said'), there: z.boolean() }),
]);
const allotBody = z.discriminatedUnion('do', [
  z.object({ do: z.literal('again'), order: code }),
  z.object({
    do: z.enum(['claim', 'unclaim', 'allot', 'unallot']),
    payment: code,
    order: code,
    amount: z.number().optional(),
    reason: z.string().optional(),
  }),
]);
const ledgerBody = z.object({
  order: z.string(),
  at: z.coerce.date(),
  entries: z.array(z.object({ kind: z.enum(LEDGER_KINDS), amount: z.number() })),
});
const orderBody = z.object({ order: code, event: orderEventShape });
const claimBody = z.object({
  id: z.string().optional(),
  only: z.string().optional(),
  by: z.string(),
  until: z.coerce.date().default(() => new Date(0)),
});
