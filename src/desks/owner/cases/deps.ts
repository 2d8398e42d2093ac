import type { Cases } from '../../../shop/cases/cases.ts';
import type { OwnerDeps } from '../deps.ts';

/** What the owner's side of complaints and returs works with. */
export type CaseDeskDeps = Pick<
  OwnerDeps,
  'house' | 'cards' | 'orders' | 'suppliers' | 'staff' | 'settings' | 'listeners' | 'file' | 'push'
> & {
  /** The room of complaints and returs itself. */
  readonly caseRoom: Cases;
};
