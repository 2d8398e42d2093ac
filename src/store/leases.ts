import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { modelOf, rawOf } from './model.ts';
import { isDuplicateKey } from './store-errors.ts';

const shape = z.object({
  _id: z.string(),
  v: z.literal(1),
  holder: z.string(),
  /** Grows by one with each new holder; whoever writes with an older one is refused. */
  fence: z.number(),
  /** Moves with each renewal; standing still is how a dead holder shows. */
  beat: z.number(),
  released: z.boolean(),
});
type LeaseDocument = z.infer<typeof shape>;

/** A lease that is ours until `lost`. */
export interface Lease {
  readonly name: string;
  readonly fence: number;
  /** Aborted when the lease is lost or given back. */
  readonly lost: AbortSignal;
  /** True while a renewal came through within the last 10 s of our own monotonic clock. */
  held(): boolean;
  release(): Promise<void>;
}

export interface LeaseTimes {
  readonly leaseMs: number;
  readonly renewMs: number;
}
const LEASE_TIMES: LeaseTimes = { leaseMs: 10_000, renewMs: 3_000 };

/** Leases on names: an account, a slot. One holder at a time, told apart by a fencing number. */
export interface Leases {
  /** Waits until the lease is ours; undefined when `stop` came first. */
  take(name: string, stop: AbortSignal): Promise<Lease | undefined>;
}

/**
 * Creates the leases of this process. `voidOld`: nobody else can be alive (the embedded store's directory lock says so), so an
 * old lease is taken over at once.
 */
export function createLeases(
  connection: Connection,
  holder: string,
  clock: Clock,
  options: { voidOld: boolean; times?: LeaseTimes },
): Leases {
  const raw = modelOf<LeaseDocument>(connection, 'leases', shape, []);
  const collection = rawOf(raw);
  const { leaseMs, renewMs } = options.times ?? LEASE_TIMES;

  const look = async (name: string): Promise<LeaseDocument | undefined> => {
    const found = await raw.findById(name).lean().exec();
    return found ? shape.parse(found) : undefined;
  };

  async function attempt(name: string, seen: LeaseDocument | undefined): Promise<number | undefined> {
    if (!seen) {
      try {
        await collection.insertOne({ _id: name, v: 1, holder, fence: 1, beat: 1, released: false });
        return 1;
      } catch (error) {
        if (isDuplicateKey(error)) return undefined;
        throw error;
      }
    }
    const fence = seen.fence + 1;
    const guard = { _id: name, fence: seen.fence, beat: seen.beat, released: seen.released };
    const taken = await collection.updateOne(guard, { $set: { holder, fence, released: false }, $inc: { beat: 1 } });
    return taken.matchedCount === 1 ? fence : undefined;
  }

  return {
    async take(name, stop) {
      let watched: { fence: number; beat: number; since: number } | undefined;
      while (!stop.aborted) {
        const seen = await look(name);
        const still = watched && seen && watched.fence === seen.fence && watched.beat === seen.beat;
        if (seen && !still) watched = { fence: seen.fence, beat: seen.beat, since: clock.monotonic() };
        // Only a beat that stood still before our own eyes is dead: clocks of two machines are never compared.
        const dead = watched !== undefined && clock.monotonic() - watched.since >= leaseMs;
        if (!seen || seen.released || options.voidOld || dead) {
          const fence = await attempt(name, seen);
          if (fence !== undefined) return hold(name, fence);
        }
        await clock.sleep(Math.min(renewMs, leaseMs) / 3, stop);
      }
      return undefined;
    },
  };

  function hold(name: string, fence: number): Lease {
    const lost = new AbortController();
    let renewedAt = clock.monotonic();
    const renew = async (): Promise<void> => {
      while (!lost.signal.aborted) {
        await clock.sleep(renewMs, lost.signal);
        if (lost.signal.aborted) return;
        const asked = clock.monotonic();
        try {
          const done = await collection.updateOne({ _id: name, holder, fence }, { $inc: { beat: 1 } });
          if (done.matchedCount === 0) lost.abort();
          else renewedAt = asked;
        } catch {
          // The store is away: held() runs out by itself, and nobody else can take the lease meanwhile either.
        }
        if (clock.monotonic() - renewedAt > leaseMs) lost.abort();
      }
    };
    void renew();
    return {
      name,
      fence,
      lost: lost.signal,
      held: () => !lost.signal.aborted && clock.monotonic() - renewedAt < leaseMs,
      release: async () => {
        lost.abort();
        await collection.updateOne({ _id: name, holder, fence }, { $set: { released: true } });
      },
    };
  }
}
