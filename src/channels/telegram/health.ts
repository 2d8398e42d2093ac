import type { Clock } from '../../core/clock.ts';
import type { Health } from '../channel.ts';

/** What the channel says of itself; `since` is when it last came up or went down. */
export interface HealthBoard {
  now(): Health;
  up(detail: string): void;
  down(detail: string): void;
}

export function createHealthBoard(clock: Clock): HealthBoard {
  let health: Health = { up: false, since: clock.now(), detail: 'not started' };
  const say = (up: boolean, detail: string) => {
    health = { up, since: up === health.up ? health.since : clock.now(), detail };
  };
  return { now: () => health, up: (detail) => say(true, detail), down: (detail) => say(false, detail) };
}
