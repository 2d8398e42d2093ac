import { z } from 'zod';
import type { ChatId } from '../../core/ids.ts';
import type { Duty } from '../../store/duties.ts';
import { storedShape } from '../../store/model.ts';
import { historyShape } from '../history.ts';

/** What a chat may be by proof; everybody else is a customer. */
const ROLES = ['owner', 'staff', 'supplier'] as const;
export type Role = (typeof ROLES)[number];

/** A chat that proved who it is: by a code that the owner gave, sent from that very chat. */
export const bindingShape = z.object({
  ...storedShape,
  role: z.enum(ROLES),
  /** The supplier's id, or the staff member's own. */
  holder: z.string(),
  name: z.string(),
  active: z.boolean(),
  at: z.date(),
  history: historyShape,
});
export type Binding = Readonly<Omit<z.infer<typeof bindingShape>, '_id' | 'duties'>> & {
  readonly _id: ChatId;
  readonly duties: readonly Duty[];
};

/** An invitation: whoever sends its code first, from any chat, becomes what it says. Used once, for a week. */
export const inviteShape = z.object({
  ...storedShape,
  key: z.string(),
  role: z.enum(ROLES),
  holder: z.string(),
  name: z.string(),
  /** The secret part of the code; gone once it was used. */
  token: z.string().optional(),
  until: z.date(),
  used: z.object({ chat: z.string(), at: z.date(), key: z.string() }).readonly().optional(),
  at: z.date(),
  history: historyShape,
});
export type Invite = Readonly<Omit<z.infer<typeof inviteShape>, 'duties'>> & { readonly duties: readonly Duty[] };

/** Why a code makes nobody anything. */
export interface InviteRefused {
  readonly code: 'invite-unknown' | 'invite-used' | 'invite-expired';
}
