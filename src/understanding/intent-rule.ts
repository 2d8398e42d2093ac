/** What a customer may want of us. */
export const INTENTS = [
  'order',
  'catalog',
  'price',
  'stock',
  'shipping_cost',
  'payment_howto',
  'payment_done',
  'status',
  'tracking',
  'complaint',
  'return',
  'exchange',
  'refund',
  'cancel',
  'change_address',
  'human_agent',
  'greeting',
  'thanks',
  'out_of_scope',
] as const;
/** One of the nineteen wishes. */
export type Intent = (typeof INTENTS)[number];

/** A sign of a wish: what the written-out words look like, and how much it says. */
export interface IntentRule {
  readonly intent: Intent;
  readonly pattern: RegExp;
  readonly weight: number;
}

/** Several signs of one wish that say equally much. */
export const rule = (intent: Intent, weight: number, ...patterns: readonly string[]): readonly IntentRule[] =>
  patterns.map((pattern) => ({ intent, weight, pattern: new RegExp(`\\b(?:${pattern})\\b`) }));
