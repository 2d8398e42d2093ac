import { z } from 'zod';
import { historyShape } from '../history.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const span = z.object({ from: clock, to: clock }).readonly();

/** An account on which the shop receives money. */
export const accountShape = z
  .object({
    /** Short and lasting, part of keys: `bca-1`. */
    id: z.string().regex(/^[a-z0-9-]{2,20}$/),
    bank: z.string().min(1),
    number: z.string().regex(/^\d{5,20}$/),
    holder: z.string().min(1),
    kind: z.enum(['bank', 'ewallet']),
    active: z.boolean(),
  })
  .readonly();
export type Account = z.infer<typeof accountShape>;

/** What the shop says of itself; changed from the owner's chat, with a trace. */
export const profileFields = z.object({
  name: z.string().min(1).max(60),
  greeting: z.string().max(500),
  /** How a person reaches the shop besides the bot; printed on nota and label. */
  contact: z.object({ phone: z.string(), email: z.string() }).readonly(),
  accounts: z.array(accountShape).readonly(),
  /** The text inside the shop's own QRIS picture; empty without one. */
  qris: z.string(),
  /** When a person answers; the bot always does. */
  open: span,
  /** Nobody is asked or reminded then. */
  quiet: span,
  address: z.object({ street: z.string(), city: z.string(), province: z.string(), postalCode: z.string() }).readonly(),
  /** Names the couriers that customers may choose; empty: all that there are. */
  couriers: z.array(z.string()).readonly(),
});
export type ProfileFields = Readonly<z.infer<typeof profileFields>>;

export const profileShape = profileFields.extend({
  _id: z.literal('shop'),
  v: z.literal(1),
  rev: z.number(),
  history: historyShape,
});
/** The shop's profile as it is stored. */
export type Profile = Readonly<z.infer<typeof profileShape>>;

/** The profile of a shop that has said nothing of itself yet. */
export const EMPTY_PROFILE: ProfileFields = {
  name: 'Toko',
  greeting: '',
  contact: { phone: '', email: '' },
  accounts: [],
  qris: '',
  open: { from: '08:00', to: '20:00' },
  quiet: { from: '21:00', to: '07:00' },
  address: { street: '', city: '', province: '', postalCode: '' },
  couriers: [],
};
