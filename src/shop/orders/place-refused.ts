/** Why an order cannot be placed: each is asked of the customer like a field of the form. */
export type PlaceProblem =
  | { readonly code: 'empty-order' }
  | { readonly code: 'unknown-product'; readonly sku: string }
  | { readonly code: 'bad-quantity'; readonly sku: string }
  | { readonly code: 'out-of-stock'; readonly sku: string; readonly left: number }
  | { readonly code: 'price-changed'; readonly sku: string; readonly price: number }
  | { readonly code: 'no-shipping'; readonly supplier: string }
  | { readonly code: 'unknown-account'; readonly account: string }
  | { readonly code: 'no-amount-free' }
  | { readonly code: 'too-many-open'; readonly limit: number }
  /** It was not finished in time and its goods went to somebody else. */
  | { readonly code: 'took-too-long' };
/** The order was not placed; nothing stays held. */
export type PlaceRefused = {
  readonly code: 'order-refused';
  readonly problems: readonly PlaceProblem[];
};
