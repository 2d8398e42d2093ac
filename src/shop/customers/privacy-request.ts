import { z } from 'zod';
import type { Code, PersonId } from '../../core/ids.ts';
import type { Duty } from '../../store/duties.ts';
import { storedShape } from '../../store/model.ts';
import { historyShape } from '../history.ts';

/** A wish to be forgotten: kept until every room has done its part, so that no crash and no open parcel lets it be forgotten itself. */
export const privacyRequestShape = z.object({
  ...storedShape,
  key: z.string(),
  person: z.string(),
  askedAt: z.date(),
  state: z.enum(['open', 'done']),
  /** Rooms that have forgotten the person. */
  rooms: z.array(z.string()).readonly(),
  /** Why it is not done yet, as the rooms said last. */
  waits: z.array(z.string()).readonly(),
  triedAt: z.date().optional(),
  /** Whether the owner was told that the legal time is nearly over. */
  warned: z.boolean(),
  /** Whether it had to wait, so that the person is told when it is done. */
  waited: z.boolean().default(false),
  history: historyShape,
});
export type PrivacyRequest = Readonly<Omit<z.infer<typeof privacyRequestShape>, '_id' | 'person' | 'duties'>> & {
  readonly _id: Code;
  readonly person: PersonId;
  readonly duties: readonly Duty[];
};
