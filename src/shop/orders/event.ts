import { z } from 'zod';
import { addressShape } from './address.ts';
import { CHECKS } from './order.ts';
import { TRACKS } from './parcel.ts';
import type { PlaceRefused } from './place-refused.ts';

/** What the clockwork found overdue; each is told once per step `k`. */
const ALARMS = [
  'stock_silent',
  'not_forwarded',
  'part_paid_at_deadline',
  'supplier_silent',
  'resi_missing',
  'parcel_late',
] as const;
export type Alarm = (typeof ALARMS)[number];

const parcel = z.number().int();
const amount = z.number().int();
const reason = z.string();

/**
 * What may happen to an order from outside its own service; stored in duties of other rooms (kind `order`) as it is.
 * Whether it may happen now is the table's to say.
 */
export const orderEventShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('remind'), k: z.number() }),
  z.object({ type: z.literal('extend'), until: z.coerce.date(), reason: reason.optional() }),
  z.object({ type: z.literal('expire') }),
  z.object({ type: z.literal('cancel'), reason }),
  z.object({ type: z.literal('claim'), payment: z.string(), amount: amount.optional() }),
  z.object({ type: z.literal('unclaim'), payment: z.string() }),
  z.object({ type: z.literal('allot'), payment: z.string(), amount }),
  z.object({ type: z.literal('unallot'), payment: z.string(), reason }),
  z.object({ type: z.literal('waive'), amount, reason }),
  z.object({ type: z.literal('refund'), amount, reason }),
  z.object({ type: z.literal('number'), invoice: z.string() }),
  z.object({ type: z.literal('confirm_stock'), skus: z.array(z.string()).optional() }),
  z.object({ type: z.literal('deny_stock'), sku: z.string(), reason }),
  z.object({ type: z.literal('set_address'), recipient: addressShape }),
  z.object({ type: z.literal('override_gate'), check: z.enum(CHECKS), reason }),
  z.object({ type: z.literal('alarm'), what: z.enum(ALARMS), parcel: parcel.optional(), k: z.number() }),
  z.object({ type: z.literal('hand_over'), parcel }),
  z.object({ type: z.literal('accept'), parcel }),
  z.object({ type: z.literal('refuse'), parcel, reason }),
  z.object({ type: z.literal('reassign'), parcel, supplier: z.string(), costs: z.record(z.string(), amount) }),
  z.object({ type: z.literal('pack'), parcel }),
  z.object({
    type: z.literal('ship'),
    parcel,
    courier: z.string(),
    resi: z.string(),
    /** The same resi on another order is meant so: two orders in one parcel. */
    shared: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('track'),
    parcel,
    status: z.enum(TRACKS),
    at: z.coerce.date(),
    note: z.string().optional(),
  }),
  z.object({ type: z.literal('pick_up'), parcel }),
  z.object({ type: z.literal('deliver'), parcel, note: z.string().optional() }),
  z.object({ type: z.literal('ask_receipt'), parcel, k: z.number() }),
  z.object({ type: z.literal('receive'), parcel: parcel.optional() }),
  z.object({ type: z.literal('not_received'), parcel, note: z.string() }),
  z.object({ type: z.literal('return'), parcel }),
  z.object({ type: z.literal('come_back'), parcel }),
  z.object({ type: z.literal('lose'), parcel, reason }),
  z.object({ type: z.literal('cancel_parcel'), parcel, reason }),
  z.object({ type: z.literal('real_shipping'), parcel, cost: amount }),
  z.object({ type: z.literal('open_case'), case: z.string() }),
  z.object({ type: z.literal('close_case'), case: z.string() }),
  z.object({ type: z.literal('complete') }),
  z.object({ type: z.literal('note'), text: z.string() }),
  z.object({ type: z.literal('erase_person') }),
]);
export type OrderEvent = z.infer<typeof orderEventShape>;

/** What only the order's own service does, because goods are held or let go beside it. */
export type LeaderEvent =
  | { readonly type: 'place'; readonly unique: number; readonly claim?: string }
  | { readonly type: 'drop'; readonly refusal: PlaceRefused }
  | { readonly type: 'reopen'; readonly reason: string }
  | ({ readonly type: 'reprice'; readonly reason: string; readonly unique: number; readonly claim?: string } & Reprice);

/** What the owner changes of a bill before anything goes to a supplier. */
export interface Reprice {
  /** The whole discount from now on. */
  readonly discount?: number | undefined;
  readonly shipping?: readonly {
    readonly parcel: number;
    readonly courier: string;
    readonly service: string;
    readonly cost: number;
  }[];
}
export type AnyEvent = OrderEvent | LeaderEvent;
export type EventType = AnyEvent['type'];

/** Why a move is not made; each has a text in every language. */
export type Why =
  | 'not-now'
  | 'no-such-parcel'
  | 'no-such-line'
  | 'stock-open'
  | 'payment-open'
  | 'address-open'
  | 'reason-missing'
  | 'paid'
  | 'proof-waiting'
  | 'money-in'
  | 'handed-over'
  | 'shipped'
  | 'owner-only'
  | 'too-much'
  | 'resi-not-readable'
  | 'resi-used'
  | 'parcels-open'
  | 'case-open';

/** The table or a guard says no; `state` is what the axis says now. */
export interface MoveRefused {
  readonly code: 'order-move-refused';
  readonly event: EventType;
  readonly axis: 'order' | 'payment' | 'fulfilment';
  readonly state: string;
  readonly why: Why;
  readonly details?: readonly string[];
}
/** The order changed after the button was shown. */
export interface StaleButton {
  readonly code: 'stale-button';
  readonly rev: number;
}
