import { type Clock, MINUTE } from '../core/clock.ts';

/** Counts wrong passwords of an address. */
export interface Tries {
  /** Milliseconds until this address may try again; 0 when it may now. */
  waitMs(address: string): number;
  wrong(address: string): void;
  right(address: string): void;
}

export const MOST_TRIES = 5;
export const TRIES_MS = 15 * MINUTE;
const MOST_ADDRESSES = 1_000;

/** Creates the count: five wrong tries within a quarter of an hour, then the rest of it is closed to that address. */
export function createTries(clock: Clock): Tries {
  const wrongs = new Map<string, { count: number; until: number }>();
  const fresh = (address: string): { count: number; until: number } | undefined => {
    const found = wrongs.get(address);
    if (found && found.until > clock.monotonic()) return found;
    wrongs.delete(address);
    return undefined;
  };
  return {
    waitMs(address) {
      const found = fresh(address);
      return found && found.count >= MOST_TRIES ? found.until - clock.monotonic() : 0;
    },
    wrong(address) {
      const found = fresh(address) ?? { count: 0, until: clock.monotonic() + TRIES_MS };
      wrongs.set(address, { ...found, count: found.count + 1 });
      const oldest = wrongs.keys().next().value;
      if (wrongs.size > MOST_ADDRESSES && oldest !== undefined) wrongs.delete(oldest);
    },
    right: (address) => {
      wrongs.delete(address);
    },
  };
}
