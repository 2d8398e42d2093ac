import type { Parcel, ParcelState, Track } from './parcel.ts';

/** How far a parcel is by the courier's word; a word that goes back is not believed. */
const RANK: Readonly<Record<Track, number>> = {
  unknown: 0,
  label_created: 1,
  pickup: 2,
  in_transit: 3,
  on_hold: 3,
  failed_attempt: 3,
  out_for_delivery: 4,
  delivered: 5,
  returning: 6,
  returned: 7,
  lost_or_disposed: 7,
  cancelled: 1,
};
const TROUBLE: ReadonlySet<Track> = new Set(['failed_attempt', 'on_hold']);

const LEADS: Readonly<Partial<Record<Track, ParcelState>>> = {
  pickup: 'picked-up',
  in_transit: 'picked-up',
  out_for_delivery: 'picked-up',
  failed_attempt: 'picked-up',
  on_hold: 'picked-up',
  delivered: 'delivered',
  returning: 'returning',
  returned: 'returned',
  lost_or_disposed: 'lost',
};

/** What a word of the courier means for a parcel. */
export type CourierWord =
  /** Nothing new, or older than what is known. */
  | { readonly type: 'nothing' }
  /** Kept, told to nobody. */
  | { readonly type: 'noted' }
  /** Told under this name; the parcel moves when `to` says so. */
  | { readonly type: 'told'; readonly as: string; readonly to?: ParcelState };

/** Reads the courier's word against what is known of the parcel. */
export function courierWord(parcel: Parcel, status: Track): CourierWord {
  const before = parcel.track?.status;
  if (before === status) return { type: 'nothing' };
  const back = before !== undefined && RANK[status] < RANK[before] && !TROUBLE.has(status) && !TROUBLE.has(before);
  // After `delivered` only a return may follow.
  if (back || (parcel.state === 'delivered' && RANK[status] < RANK.returning)) return { type: 'nothing' };
  const leads = LEADS[status];
  // Only a parcel that nobody has seen moving starts to move.
  const to = leads === 'picked-up' && parcel.state !== 'shipped' ? undefined : leads;
  if (TROUBLE.has(status) || status === 'out_for_delivery') return { type: 'told', as: status, ...(to && { to }) };
  if (to === undefined || to === parcel.state) return { type: 'noted' };
  return { type: 'told', as: TOLD_AS[to] ?? 'track', to };
}

const TOLD_AS: Readonly<Partial<Record<ParcelState, string>>> = {
  'picked-up': 'pick_up',
  delivered: 'deliver',
  returning: 'return',
  returned: 'come_back',
  lost: 'lose',
};
