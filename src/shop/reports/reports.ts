import type { Connection } from 'mongoose';
import { type Clock, DAY } from '../../core/clock.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { wallTime } from '../tables/wall-time.ts';
import { type DayFigures, dayFigures } from './day-figures.ts';
import { createReportsStore, type Span } from './reports-store.ts';

/** What the shop's days came to; recomputed from documents, never counted up. */
export interface Reports {
  /** The figures of the day that this moment falls into, as of now. */
  day(at: Date): Promise<DayFigures>;
  /** Days one after another, the last one the day of `to`; days that are long over are read as they were computed. */
  days(from: Date, to: Date): Promise<readonly DayFigures[]>;
}

export interface ReportsDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ledger: Pick<Ledger, 'entries' | 'sums'>;
  readonly zone: string;
}

/** An order may still fall through, or a late payment be booked, for this long after its day. */
const SETTLES_MS = 7 * DAY;
const ENTRIES = 100_000;

/** Creates the reports on a connection. */
export function createReports({ connection, clock, ledger, zone }: ReportsDeps): Reports {
  const store = createReportsStore(connection);

  const compute = async (at: Date): Promise<DayFigures> => {
    const span = dayOf(at, zone);
    const query = { since: span.from, until: span.to };
    const [placed, sent, entries, sums] = await Promise.all([
      store.placed(span),
      store.sent(span),
      ledger.entries({ ...query, limit: ENTRIES }),
      ledger.sums(query),
    ]);
    const real = placed.filter(({ state }) => !UNREAL.has(state));
    const counts = {
      placed: real.length,
      placedValue: real.reduce((sum, { total }) => sum + total, 0),
      lost: real.filter(({ state }) => state === 'cancelled' || state === 'expired').length,
      paid: soldOrders(entries),
      sent,
    };
    const figures = dayFigures(wallTime(at, zone).day, counts, sums);
    await store.save(figures, zone, clock.now());
    return figures;
  };

  return {
    day: compute,
    async days(from, to) {
      const days: DayFigures[] = [];
      for (let at = from; ; at = new Date(at.getTime() + DAY)) {
        const { to: end } = dayOf(at, zone);
        const known = await store.day(wallTime(at, zone).day);
        const settled = known !== undefined && known.computedAt.getTime() >= end.getTime() + SETTLES_MS;
        days.push(settled ? known.figures : await compute(at));
        if (wallTime(at, zone).day >= wallTime(to, zone).day) return days;
      }
    },
  };
}

/** Orders that never came to be: still being placed, or given up while they were. */
const UNREAL: ReadonlySet<string> = new Set(['placing', 'dropped']);

/** Orders of which more was booked as sold than taken back. */
function soldOrders(
  entries: readonly { readonly order: string; readonly kind: string; readonly amount: number }[],
): number {
  const sold = new Map<string, number>();
  for (const { order, kind, amount } of entries) if (kind === 'sale') sold.set(order, (sold.get(order) ?? 0) + amount);
  return [...sold.values()].filter((amount) => amount > 0).length;
}

/** The day on the shop's wall that a moment falls into. */
export function dayOf(at: Date, zone: string): Span {
  const { day, asUtc } = wallTime(at, zone);
  const sinceMidnight = asUtc.getTime() - new Date(`${day}T00:00:00Z`).getTime() + (at.getTime() % 60_000);
  const from = new Date(at.getTime() - sinceMidnight);
  return { from, to: new Date(from.getTime() + DAY) };
}
