import { asPersonId, type PersonId } from '../../core/ids.ts';
import type { At } from '../../dialogue/action.ts';
import type { By } from '../../shop/history.ts';

/** The customer who writes, as histories name them. */
export const byCustomer = (at: At): By => ({ desk: 'customer', id: at.who.id });

/** The customer who writes. */
export const personOf = (at: At): PersonId => asPersonId(at.who.id);
