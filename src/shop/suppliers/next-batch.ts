import { DAY, MINUTE } from '../../core/clock.ts';
import { wallTime } from '../tables/wall-time.ts';
import type { Supplier } from './supplier.ts';

/** When an order that is ready now goes out: at once, or with the batch at the next cut-off. Days and times are the shop's zone's. */
export function goesOutAt(supplier: Pick<Supplier, 'cutOff' | 'batch'>, now: Date, zone: string): Date {
  const { cutOff, batch } = supplier;
  if (!cutOff || !batch) return now;
  return nextCutOff(cutOff, now, zone) ?? now;
}

// The next cut-off; undefined when the supplier works on no day.
function nextCutOff(cutOff: NonNullable<Supplier['cutOff']>, now: Date, zone: string): Date | undefined {
  const [hour = 0, minute = 0] = cutOff.at.split(':').map(Number);
  for (let day = 0; day <= 7; day++) {
    const wall = wallTime(new Date(now.getTime() + day * DAY), zone).asUtc;
    const shift = now.getTime() + day * DAY - wall.getTime();
    const at = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate(), hour, minute) + shift);
    // The wall clock shows no seconds: what they add is taken off again.
    const cut = new Date(Math.floor(at.getTime() / MINUTE) * MINUTE);
    if (cutOff.days.includes(wall.getUTCDay()) && cut > now) return cut;
  }
  return undefined;
}
