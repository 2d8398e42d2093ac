import { keyOf } from '../../core/ids.ts';
import type { Json } from '../../core/json.ts';
import type { DutyKind, NewDuty } from '../../store/duties.ts';
import { type Entry, noticeOf } from '../history.ts';
import type { OrderEvent } from '../orders/event.ts';
import type { Case } from './case.ts';
import { appealEnds } from './deadlines.ts';
import type { AnyEvent } from './event.ts';
import { toStock } from './goods.ts';
import { CLOSED } from './moves.ts';
import type { Policy } from './policy.ts';
import { UNTOLD } from './told.ts';

/** What a move owes: one small function for each receiver. Keys: `<code>/<history n>/<duty>`. */
export function owed(before: Case, after: Case, event: AnyEvent, entry: Entry, policy: Policy): NewDuty[] {
  const owe = (kind: DutyKind, name: string, to: string, body: Json): NewDuty => ({
    key: keyOf(after._id, entry.n, name),
    kind,
    to,
    body,
  });
  return [
    ...(UNTOLD.has(entry.event) ? [] : [noticeOf('case', after._id, entry)]),
    ...toOrder(before, after, event, owe),
    ...toStock(before, after, event, owe, policy),
    ...toClaims(before, after, owe, policy),
  ];
}

type Owe = (kind: DutyKind, name: string, to: string, body: Json) => NewDuty;

/**
 * What the order hears: that a case is open, that it is over, that a parcel did not come. Money that goes back it has heard of
 * before: it says how much may.
 */
function toOrder(before: Case, after: Case, event: AnyEvent, owe: Owe): NewDuty[] {
  const { _id, order } = after;
  const tell = (name: string, move: CaseNews): NewDuty =>
    owe('order', `order/${name}`, `order/${order}`, { order, event: move });
  const [was, is] = [isOpen(before), isOpen(after)];
  const disputes = event.type === 'submit' ? event.dispute : [];
  return [
    ...(was === is ? [] : [tell('case', { type: is ? 'open_case' : 'close_case', case: _id })]),
    ...disputes.map((parcel) => tell(`${parcel}`, { type: 'not_received', parcel, note: `laporan ${_id}` })),
  ];
}

type CaseNews = Extract<OrderEvent, { type: 'open_case' | 'close_case' | 'not_received' }>;

const isOpen = ({ state }: Case): boolean => state !== 'opening' && !CLOSED.has(state);

/** The claim on a line of an order: one open case a line. */
export const lineClaim = (order: string, sku: string): string => `case/${order}/${sku}`;

/** Closed, a case lets its lines go; one that was rejected keeps them as long as it may be appealed. */
function toClaims(before: Case, after: Case, owe: Owe, policy: Policy): NewDuty[] {
  if (CLOSED.has(before.state) || !CLOSED.has(after.state)) return [];
  const { _id: by, order, state, appealed } = after;
  const waits = state === 'rejected' && !appealed;
  const until = waits ? { until: appealEnds(after, policy).toISOString() } : {};
  return after.lines.map(({ sku }) => {
    const id = lineClaim(order, sku);
    return owe('claim', `claim/${sku}`, `claim/${id}`, { id, by, ...until });
  });
}
