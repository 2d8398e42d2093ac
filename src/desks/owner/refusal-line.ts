import type { Line } from '../../dialogue/talk.ts';
import type { ApplyRefused } from '../../shop/orders/orders.ts';
import type { PlaceRefused } from '../../shop/orders/place-refused.ts';

/** Why an order does not move, in words that say what to do. */
export function refusalLine(code: string, refused: ApplyRefused | PlaceRefused): Line {
  switch (refused.code) {
    case 'not-found':
      return { text: 'owner.tidak-ada-kode', with: { kode: code } };
    case 'stale-button':
      return { text: 'owner.sudah-berubah', with: { kode: code } };
    case 'order-refused':
      return {
        text: 'owner.tidak-bisa-dihidupkan',
        with: { kode: code, alasan: refused.problems.map((problem) => problem.code).join(', ') },
      };
    case 'order-move-refused':
      return { text: `owner.tolak-${refused.why}`, with: { kode: code, rinci: refused.details?.join(', ') ?? '-' } };
  }
}

/** The reasons why an order may not move, each with a text. */
export const REFUSAL_TEXTS = [
  'not-now',
  'no-such-parcel',
  'no-such-line',
  'stock-open',
  'payment-open',
  'address-open',
  'reason-missing',
  'paid',
  'proof-waiting',
  'money-in',
  'handed-over',
  'shipped',
  'owner-only',
  'too-much',
  'resi-not-readable',
  'resi-used',
  'parcels-open',
  'case-open',
].map((why) => `owner.tolak-${why}`);
