import { err, ok, type Result } from '../../core/result.ts';
import type { NewDuty } from '../../store/duties.ts';
import type { At } from '../at.ts';
import { type Entry, nextEntry, withEntry } from '../history.ts';
import type { PurchaseEvent } from './event.ts';
import { owedByPurchase } from './owes.ts';
import type { Purchase, PurchaseState } from './purchase.ts';

type Row = Readonly<Partial<Record<PurchaseEvent['type'], PurchaseState>>>;

/** The whole life of a purchase; what is not here is refused. The owner may paste an answer before saying it was forwarded. */
export const PURCHASE: Readonly<Record<PurchaseState, Row>> = {
  ready: {
    send: 'sent',
    offer: 'ready',
    forward: 'sent',
    accept: 'accepted',
    empty: 'empty',
    pack: 'packed',
    ship: 'shipped',
    note: 'ready',
    withdraw: 'cancelled',
  },
  sent: {
    remind: 'sent',
    accept: 'accepted',
    empty: 'empty',
    pack: 'packed',
    ship: 'shipped',
    note: 'sent',
    withdraw: 'cancelled',
  },
  accepted: {
    remind: 'accepted',
    empty: 'empty',
    pack: 'packed',
    ship: 'shipped',
    note: 'accepted',
    withdraw: 'cancelled',
  },
  empty: { accept: 'accepted', note: 'empty', withdraw: 'cancelled' },
  packed: { remind: 'packed', empty: 'empty', ship: 'shipped', note: 'packed', withdraw: 'cancelled' },
  shipped: { ship: 'shipped', note: 'shipped' },
  cancelled: { note: 'cancelled' },
};

/** Why a purchase does not move. */
export interface PurchaseRefused {
  readonly code: 'purchase-move-refused';
  readonly event: PurchaseEvent['type'];
  readonly state: PurchaseState;
  readonly why: 'not-now' | 'resi-not-readable' | 'unknown-courier' | 'resi-used' | 'reason-missing';
  readonly details?: readonly string[];
}

export interface PurchaseMoved {
  readonly purchase: Purchase;
  readonly owes: readonly NewDuty[];
}

/** Moves a purchase. Pure: it comes back with one more entry and what it then owes. */
export function nextPurchase(
  purchase: Purchase,
  event: PurchaseEvent,
  at: At & { readonly now: Date },
): Result<PurchaseMoved, PurchaseRefused> {
  const state = PURCHASE[purchase.state][event.type];
  const refuse = (why: PurchaseRefused['why']): Result<never, PurchaseRefused> =>
    err({ code: 'purchase-move-refused', event: event.type, state: purchase.state, why });
  if (state === undefined) return refuse('not-now');
  if (event.type === 'ship' && purchase.state === 'shipped' && event.resi === purchase.resi) return refuse('not-now');
  if ('reason' in event && event.reason.trim() === '') return refuse('reason-missing');
  const entry = entryOf(purchase, event, at);
  const after = { ...changedBy(purchase, event, at.now), state, history: withEntry(purchase.history, entry) };
  return ok({ purchase: after, owes: owedByPurchase(purchase, after, event, entry) });
}

function changedBy(purchase: Purchase, event: PurchaseEvent, now: Date): Purchase {
  switch (event.type) {
    case 'send':
      return { ...purchase, route: 'chat', sentAt: now };
    case 'offer':
      return { ...purchase, offeredAt: now };
    case 'forward':
      return { ...purchase, route: 'hand', sentAt: now };
    case 'remind':
      return { ...purchase, reminded: [...purchase.reminded, `${event.what}/${event.k}`] };
    case 'accept':
      return { ...purchase, acceptedAt: now, sentAt: purchase.sentAt ?? now, reason: undefined };
    case 'empty':
      return { ...purchase, sentAt: purchase.sentAt ?? now, reason: event.reason };
    case 'pack':
      return { ...purchase, acceptedAt: purchase.acceptedAt ?? now, packedAt: now, sentAt: purchase.sentAt ?? now };
    case 'ship':
      return {
        ...purchase,
        courier: event.courier,
        resi: event.resi,
        sentAt: purchase.sentAt ?? now,
        acceptedAt: purchase.acceptedAt ?? now,
        shippedAt: purchase.shippedAt ?? now,
      };
    case 'note':
      return { ...purchase, files: [...new Set([...purchase.files, ...(event.files ?? [])])] };
    case 'withdraw':
      return { ...purchase, reason: event.reason, closedAt: now };
  }
}

function entryOf(purchase: Purchase, event: PurchaseEvent, at: At & { readonly now: Date }): Entry {
  const { key, by, now } = at;
  const reason = 'reason' in event ? event.reason : event.type === 'note' ? event.words : undefined;
  const data =
    event.type === 'ship'
      ? { courier: event.courier, resi: event.resi }
      : event.type === 'remind'
        ? { what: event.what, k: event.k }
        : undefined;
  return nextEntry(purchase.history, {
    key,
    at: now,
    by,
    event: event.type,
    ...(reason !== undefined && { reason }),
    ...(data && { data }),
  });
}
