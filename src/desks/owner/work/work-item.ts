/** What can wait for a person, in the order in which it goes first when equally late: money, then promises, then the rest. */
export const WORK_KINDS = [
  'late-money',
  'proof',
  'stray-money',
  'sold-out',
  'refused',
  'dispute',
  'lost',
  'coming-back',
  'person',
  'case',
  'part-paid',
  'overpaid',
  'forward',
  'pass-on',
  'address',
  'stock',
  'silent',
  'resi',
  'late-parcel',
  'buried',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** One thing that waits for a person of the shop. */
export interface WorkItem {
  readonly kind: WorkKind;
  /** The code of what is to be opened. */
  readonly code: string;
  /** Who or what it is about, in a few words. */
  readonly what: string;
  readonly since: Date;
  /** How long it may wait; 0: it should not wait at all. */
  readonly limitMs: number;
}

/** An item with how late it is: 1 when its limit is just reached. */
export interface RankedItem extends WorkItem {
  readonly waitedMs: number;
  readonly lateness: number;
}

/** Less than this is not divided by: what should not wait at all is late at once, but not infinitely. */
const LEAST_LIMIT_MS = 15 * 60_000;

/** Ranks what waits by how late it is against its limit; equally late by what it is, then by what waited longest. Pure. */
export function rankWork(items: readonly WorkItem[], now: Date): readonly RankedItem[] {
  return items
    .map((item) => {
      const waitedMs = Math.max(0, now.getTime() - item.since.getTime());
      return { ...item, waitedMs, lateness: waitedMs / Math.max(LEAST_LIMIT_MS, item.limitMs) };
    })
    .toSorted(
      (a, b) =>
        step(b.lateness) - step(a.lateness) ||
        WORK_KINDS.indexOf(a.kind) - WORK_KINDS.indexOf(b.kind) ||
        a.since.getTime() - b.since.getTime() ||
        a.code.localeCompare(b.code),
    );
}

// Lateness in steps of a doubling, so that a minute's difference does not put a parcel before money.
const step = (lateness: number): number => (lateness < 1 ? 0 : 1 + Math.floor(Math.log2(lateness)));

/** True once an item has waited longer than it may. */
export const isLate = ({ lateness }: RankedItem): boolean => lateness >= 1;
