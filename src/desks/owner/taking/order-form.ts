import type { ChatId, PersonId } from '../../../core/ids.ts';
import type { At, List, Outcome } from '../../../dialogue/action.ts';
import type { Kind, Reader } from '../../../dialogue/kind.ts';
import type { Filled } from '../../../dialogue/talk.ts';
import type { By } from '../../../shop/history.ts';

/** Whom an order is entered for, and who enters it. */
export interface Buyer {
  readonly customer: PersonId;
  /** Where the customer is told of it; absent for one who never wrote. */
  readonly chat?: ChatId | undefined;
  readonly by: By;
}

/** The order form as customers fill it themselves: the owner's desk asks, reads and checks by the very same parts. */
export interface OrderForm {
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly lists: Readonly<Record<string, List>>;
  readonly reader: Reader;
  /** Looks a filled form over before it is confirmed. */
  price(form: Filled, customer: PersonId | undefined, at: At): Promise<Outcome<'fine' | 'problems' | 'unavailable'>>;
  /** Places it, once per key. */
  place(
    form: Filled,
    buyer: Buyer,
    at: At,
  ): Promise<Outcome<'placed' | 'asked-supplier' | 'problems' | 'too-many' | 'refused'>>;
}
