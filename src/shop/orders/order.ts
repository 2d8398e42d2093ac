import { z } from 'zod';
import type { ChatId, Code, Key, PersonId } from '../../core/ids.ts';
import type { Duty } from '../../store/duties.ts';
import { storedShape } from '../../store/model.ts';
import { byShape, historyShape } from '../history.ts';
import { addressShape } from './address.ts';
import { parcelShape } from './parcel.ts';
import type { PlaceRefused } from './place-refused.ts';

/** `placing` and `reopening` say "not yet": goods are being held under the order's name. */
export const ORDER_STATES = ['placing', 'reopening', 'placed', 'dropped', 'expired', 'cancelled', 'completed'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** How an order is paid; `cod` is paid to the courier. */
export const PAY_WAYS = ['transfer', 'qris', 'ewallet', 'link', 'cash', 'cod'] as const;
export type PayWay = (typeof PAY_WAYS)[number];

/** What must be green before anything goes to a supplier. */
export const CHECKS = ['stock', 'payment', 'address'] as const;
export type Check = (typeof CHECKS)[number];

/** One line: product, price and cost as they were when it was ordered; a later change of price never touches it. */
const lineShape = z
  .object({
    sku: z.string(),
    product: z.string(),
    name: z.string(),
    variant: z.string(),
    quantity: z.number(),
    price: z.number(),
    cost: z.number(),
    weightGrams: z.number(),
    supplier: z.string(),
    /** `counted`: held under the order's name; `ask`: the supplier has to say whether it is there. */
    stock: z.enum(['counted', 'ask']),
    /** True when it is held, was confirmed, or its stock was confirmed a short time ago. */
    confirmed: z.boolean(),
    /** The supplier said it is not there. */
    out: z.boolean().optional(),
  })
  .readonly();
export type OrderLine = z.infer<typeof lineShape>;

const totalsShape = z
  .object({
    goods: z.number(),
    shipping: z.number(),
    /** A charge of the way of paying (COD). */
    fee: z.number(),
    /** Subtracted. */
    discount: z.number(),
    /** Makes the amount one of its kind on its account; negative for QRIS, where nothing may be added. */
    unique: z.number(),
    total: z.number(),
  })
  .readonly();

export type Totals = z.infer<typeof totalsShape>;

const payShape = z
  .object({
    way: z.enum(PAY_WAYS),
    /** The shop's receiving account, by its id in the settings. */
    account: z.string().optional(),
    /** The claim on the unique amount. */
    claim: z.string().optional(),
    /** Until when the order waits for the money; absent until it may be paid (stock asked first). */
    deadline: z.date().optional(),
    billedAt: z.date().optional(),
    paidAt: z.date().optional(),
  })
  .readonly();

const moneyShape = z
  .object({
    payment: z.string(),
    amount: z.number(),
    at: z.date(),
  })
  .readonly();

/** An order of a customer, whole: what was ordered, where it goes, what was paid, what each supplier sends. */
export const orderShape = z.object({
  ...storedShape,
  key: z.string(),
  state: z.enum(ORDER_STATES),
  customer: z.string(),
  /** The chat it was ordered in; absent for orders from files and shops without one. */
  chat: z.string().optional(),
  /** Where the customer came from: an advertisement, an affiliate, a marketplace. */
  source: z.string().optional(),
  /** Its number there. */
  reference: z.string().optional(),
  recipient: addressShape,
  /** A gift: another name as sender, words for the card, no price inside. */
  gift: z.object({ sender: z.string(), words: z.string() }).readonly().optional(),
  note: z.string(),
  lines: z.array(lineShape).readonly(),
  parcels: z.array(parcelShape).readonly(),
  totals: totalsShape,
  pay: payShape,
  /** Money that counts for this order. */
  allotments: z.array(moneyShape).readonly(),
  /** Payments that say they are for this order and that nobody has decided on. */
  claims: z.array(moneyShape.unwrap().partial({ amount: true }).readonly()).readonly(),
  /** What the owner lets the customer off. */
  waived: z.number(),
  refunds: z
    .array(z.object({ key: z.string(), amount: z.number(), at: z.date(), reason: z.string() }).readonly())
    .readonly(),
  /** Checks that the owner overrode, with the reason. */
  overrides: z
    .array(z.object({ check: z.enum(CHECKS), reason: z.string(), at: z.date(), by: byShape }).readonly())
    .readonly(),
  invoice: z.string().optional(),
  /** How often the customer was reminded to pay. */
  reminded: z.number(),
  /** Alarms already given: `<what>/<parcel or 0>/<k>`. */
  alarms: z.array(z.string()).readonly(),
  /** Complaints and returns that are not over: as long as there is one the order does not end by itself. */
  openCases: z.array(z.string()).readonly().optional(),
  caseClosedAt: z.date().optional(),
  /** Why it came to nothing, as it was told; the same words for a repeated call. */
  refusal: z.custom<PlaceRefused>().optional(),
  at: z.date(),
  stockConfirmedAt: z.date().optional(),
  closedAt: z.date().optional(),
  history: historyShape,
  /** For the search: numbers in E.164, folded words of names, resis. */
  phones: z.array(z.string()).readonly(),
  words: z.array(z.string()).readonly(),
  resis: z.array(z.string()).readonly(),
});

export type Order = Readonly<Omit<z.infer<typeof orderShape>, '_id' | 'key' | 'customer' | 'chat' | 'duties'>> & {
  readonly _id: Code;
  readonly key: Key;
  readonly customer: PersonId;
  readonly chat?: ChatId | undefined;
  readonly duties: readonly Duty[];
};
