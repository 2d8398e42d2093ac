import type { Purchase } from './purchase.ts';

const UNDER_WAY: ReadonlySet<Purchase['state']> = new Set<Purchase['state']>(['ready', 'sent', 'accepted', 'packed']);

/** True while the supplier still needs to know the receiver. */
export const needsReceiver = ({ state }: Purchase): boolean => UNDER_WAY.has(state);

/** The purchase without the receiver: its text, the supplier's words and pictures go; goods, costs and moves stay. */
export const forgotten = (purchase: Purchase): Purchase => ({
  ...purchase,
  text: '',
  files: [],
  history: purchase.history.map((entry) =>
    entry.event === 'note' ? { ...entry, data: undefined, reason: undefined } : entry,
  ),
});
