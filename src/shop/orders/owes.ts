import { HOUR } from '../../core/clock.ts';
import { keyOf } from '../../core/ids.ts';
import type { Json } from '../../core/json.ts';
import type { DutyKind, NewDuty } from '../../store/duties.ts';
import { type Entry, noticeOf } from '../history.ts';
import type { AnyEvent } from './event.ts';
import { booked, LEDGER_KINDS, leftToPay } from './money.ts';
import type { Order, OrderLine } from './order.ts';
import { UNTOLD } from './told.ts';

/** A unique amount stays taken this long after its order closed: late transfers still find their order. */
const AMOUNT_RESTS_MS = 72 * HOUR;

/** What a move owes: one small function for each receiver. Keys: `<code>/<history n>/<duty>`. */
export function owed(before: Order, after: Order, event: AnyEvent, entry: Entry): NewDuty[] {
  const owe = (kind: DutyKind, name: string, to: string, body: Json): NewDuty => ({
    key: keyOf(after._id, entry.n, name),
    kind,
    to,
    body,
  });
  return [
    ...toTell(after, entry),
    ...toStock(before, after, event, owe),
    ...toLedger(before, after, entry, owe),
    ...toNumber(before, after, owe),
    ...toPurchases(before, after, event, entry, owe),
    ...toClaims(before, after, entry.at, owe),
    ...toPayments(before, after, owe),
  ];
}

type Owe = (kind: DutyKind, name: string, to: string, body: Json) => NewDuty;

const toTell = (order: Order, entry: Entry): NewDuty[] =>
  UNTOLD.has(entry.event) ? [] : [noticeOf('order', order._id, entry)];

/** What the catalogue hears: units let go, units that left, what the supplier said is there. */
function toStock(before: Order, after: Order, event: AnyEvent, owe: Owe): NewDuty[] {
  const order = after._id;
  const ends = before.state !== after.state && ['dropped', 'expired', 'cancelled'].includes(after.state);
  const units = (lines: readonly OrderLine[]): { product: string; sku: string }[] =>
    lines.filter(({ stock }) => stock === 'counted').map(({ product, sku }) => ({ product, sku }));
  if (ends) return [owe('release', 'release', `stock/${order}`, { order, lines: units(after.lines) })];
  const parcel = 'parcel' in event ? after.parcels.find(({ n }) => n === event.parcel) : undefined;
  const ofParcel = after.lines.filter(({ sku }) => parcel?.skus.includes(sku) === true);
  switch (event.type) {
    case 'hand_over':
      return [owe('hold', 'take', `stock/${order}`, { do: 'take', order, lines: units(ofParcel) })];
    case 'cancel_parcel':
      return [owe('release', 'release', `stock/${order}`, { order, lines: units(ofParcel) })];
    case 'confirm_stock':
    case 'deny_stock': {
      const skus = event.type === 'deny_stock' ? [event.sku] : event.skus;
      const lines = after.lines.filter(({ sku, stock }) => stock === 'ask' && (skus?.includes(sku) ?? true));
      const said = lines.map(({ product, sku }) => ({ product, sku }));
      const there = event.type === 'confirm_stock';
      return said.length > 0 ? [owe('hold', 'said', `stock/${order}`, { do: 'said', order, lines: said, there })] : [];
    }
    default:
      return [];
  }
}

/** The difference between what the ledger has to say now and what it had to say before. */
function toLedger(before: Order, after: Order, entry: Entry, owe: Owe): NewDuty[] {
  const was = booked(before);
  const is = booked(after);
  const entries = LEDGER_KINDS.flatMap((kind) => {
    const amount = is[kind] - was[kind];
    return amount === 0 ? [] : [{ kind, amount }];
  });
  if (entries.length === 0) return [];
  return [owe('ledger', 'ledger', 'ledger', { order: after._id, at: entry.at.toISOString(), entries })];
}

/** An order that is paid for the first time gets the next invoice number. */
function toNumber(before: Order, after: Order, owe: Owe): NewDuty[] {
  const paidNow = before.pay.paidAt === undefined && after.pay.paidAt !== undefined && leftToPay(after) === 0;
  return paidNow && after.invoice === undefined ? [owe('number', 'number', 'number', { order: after._id })] : [];
}

/** What the supplier's side hears of a parcel. */
function toPurchases(before: Order, after: Order, event: AnyEvent, entry: Entry, owe: Owe): NewDuty[] {
  const order = after._id;
  const tell = (parcel: number, what: string, reason?: string): NewDuty =>
    owe('purchase', `purchase/${parcel}`, `purchase/${order}-${parcel}`, {
      do: what,
      order,
      parcel,
      n: entry.n,
      ...(reason !== undefined && { reason }),
    });
  switch (event.type) {
    case 'hand_over':
      return [tell(event.parcel, 'hand_over')];
    case 'reassign':
    case 'cancel_parcel': {
      const there = withSupplier(before).some(({ n }) => n === event.parcel);
      return there ? [tell(event.parcel, 'withdraw', 'reason' in event ? event.reason : 'other supplier')] : [];
    }
    case 'cancel':
      return withSupplier(before).map(({ n }) => tell(n, 'withdraw', event.reason));
    default:
      return [];
  }
}

const withSupplier = (order: Order): Order['parcels'] =>
  order.parcels.filter(({ state }) => state === 'handed-over' || state === 'accepted' || state === 'packed');

/** What was one of its kind in the world goes back: the unique amount, a resi that was corrected. */
function toClaims(before: Order, after: Order, at: Date, owe: Owe): NewDuty[] {
  const by = after._id;
  const gone = before.resis.filter((resi) => !after.resis.includes(resi));
  const resis = gone.map((resi) => owe('claim', `claim/${resi}`, `claim/${resi}`, { id: `resi/${resi}`, by }));
  const { claim } = after.pay;
  const old = before.pay.claim;
  if (old !== undefined && old !== claim) {
    const until = new Date(at.getTime() + AMOUNT_RESTS_MS).toISOString();
    return [...resis, owe('claim', 'claim/amount', `claim/${old}`, { id: old, by, until })];
  }
  if (before.closedAt !== undefined || after.closedAt === undefined) return resis;
  // A dropped order's amount was shown to nobody; it may have been claimed without a word of it here.
  if (after.state === 'dropped') {
    return [
      ...resis,
      owe('claim', 'claim/amount', `claim/${by}`, { only: amountOf(by), by, until: after.closedAt.toISOString() }),
    ];
  }
  if (claim === undefined) return resis;
  const until = new Date(after.closedAt.getTime() + AMOUNT_RESTS_MS).toISOString();
  return [...resis, owe('claim', 'claim/amount', `claim/${claim}`, { id: claim, by, until })];
}

/** Under this name a claim is the only amount of its order. */
export const amountOf = (order: string): string => `amount/${order}`;

/** Money that came too late for the order is offered to it again once it lives again. */
function toPayments(before: Order, after: Order, owe: Owe): NewDuty[] {
  const again = before.state === 'reopening' && after.state === 'placed';
  return again ? [owe('allot', 'again', `again/${after._id}`, { do: 'again', order: after._id })] : [];
}
