import { setTimeout as wait } from 'node:timers/promises';

/** Business time and waiting; the only door through which time comes into the house. */
export interface Clock {
  /** Business time: UTC, moved forward by tests and by the simulator's page. */
  now(): Date;
  /** Milliseconds that only grow and never jump; for leases and measuring, never stored. */
  monotonic(): number;
  /** Resolves after `ms` of real time, or at once (without throwing) when `stop` is aborted. */
  sleep(ms: number, stop?: AbortSignal): Promise<void>;
}

/** A clock whose business time can be moved forward. */
export interface MovableClock extends Clock {
  /** Moves business time by `ms`; the caller stores the new offset where all processes read it. */
  setOffset(ms: number): void;
  offset(): number;
}

/** The real clock, `offsetMs` ahead of the machine's. */
export function createClock(offsetMs = 0): MovableClock {
  let ahead = offsetMs;
  return {
    now: () => new Date(Date.now() + ahead),
    monotonic: () => performance.now(),
    sleep: async (ms, stop) => {
      try {
        await wait(ms, undefined, stop ? { signal: stop } : {});
      } catch (error) {
        if (!stop?.aborted) throw error;
      }
    },
    setOffset: (ms) => {
      ahead = ms;
    },
    offset: () => ahead,
  };
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
