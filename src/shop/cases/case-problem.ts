/** Why a case cannot be opened, and what it is about. A window that has passed is no problem: the owner judges it. */
export type CaseProblem =
  | { readonly code: 'unknown-order' }
  /** The order is another customer's. */
  | { readonly code: 'not-yours' }
  /** Cancelled, expired, or not placed yet. */
  | { readonly code: 'order-not-open'; readonly state: string }
  | { readonly code: 'no-lines' }
  | { readonly code: 'unknown-line'; readonly sku: string }
  | { readonly code: 'not-shipped'; readonly sku: string }
  /** More than was delivered and not yet returned; `left` may be. */
  | { readonly code: 'too-many'; readonly sku: string; readonly left: number }
  /** A case about this line is open already. */
  | { readonly code: 'open-case'; readonly sku: string; readonly case: string };

/** The case is not opened; every problem at once. */
export interface OpenRefused {
  readonly code: 'case-refused';
  readonly problems: readonly CaseProblem[];
}
