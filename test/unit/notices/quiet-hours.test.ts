import { expect, it } from 'vitest';
import { afterQuiet } from '../../../src/notices/quiet-hours.ts';

const night = { from: '21:00', to: '07:00', zone: 'Asia/Jakarta' };

it.each([
  ['in the day: now', '2026-01-05T03:00:00Z', '2026-01-05T03:00:00Z'],
  ['in the evening: the next morning', '2026-01-05T15:30:00Z', '2026-01-06T00:00:00Z'],
  ['after midnight: the same morning', '2026-01-05T18:30:00Z', '2026-01-06T00:00:00Z'],
  ['as the night begins', '2026-01-05T14:00:00Z', '2026-01-06T00:00:00Z'],
  ['as the night ends', '2026-01-06T00:00:00Z', '2026-01-06T00:00:00Z'],
])('a person may be disturbed %s', (_when, now, then) => {
  expect(afterQuiet(new Date(now), night)).toEqual(new Date(then));
});

it('there are no quiet hours when they end as they begin', () => {
  const now = new Date('2026-01-05T15:30:00Z');
  expect(afterQuiet(now, { ...night, from: '00:00', to: '00:00' })).toEqual(now);
});
