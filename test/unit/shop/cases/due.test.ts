import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../src/shop/cases/case.ts';
import { due, dueBy } from '../../../../src/shop/cases/due.ts';
import { CUSTOMER, DESTINATION, hours, inState, NOON, PHOTO, RULES, SAMPLES, walked } from './a-case.ts';

const allOf = (state: CaseState, changes = {}): string[] =>
  dueBy(inState(state, changes), { ...RULES, policy: RULES.policy }, hours(10_000)).map(({ does }) => does.type);
const at = (hour: number) => hours(hour).toISOString();

describe('what is due by itself', () => {
  it.each([
    // Half of 48 hours is noon of the next day; half of three working days is a night, and nobody is reminded at night.
    [
      'awaiting-evidence',
      [
        ['remind', at(24)],
        ['expire', at(48)],
      ],
    ],
    [
      'awaiting-return',
      [
        ['remind', '2026-11-25T00:00:00.000Z'],
        ['expire', '2026-11-26T17:00:00.000Z'],
      ],
    ],
    [
      'in-review',
      [
        ['alarm', at(24)],
        ['alarm', at(48)],
      ],
    ],
    [
      'awaiting-second',
      [
        ['alarm', at(24)],
        ['alarm', at(48)],
      ],
    ],
    [
      'sent-back',
      [
        ['alarm', at(120)],
        ['alarm', at(240)],
      ],
    ],
    [
      'arrived',
      [
        ['alarm', at(24)],
        ['alarm', at(72)],
      ],
    ],
    [
      'inspected',
      [
        ['alarm', at(24)],
        ['alarm', at(72)],
      ],
    ],
    [
      'resolving',
      [
        ['alarm', at(48)],
        ['alarm', at(120)],
      ],
    ],
    ['replacement-sent', [['receive', at(168)]]],
    ['opening', [['finish', new Date(NOON.getTime() + 60_000).toISOString()]]],
    ['dropped', []],
    ['completed', []],
    ['rejected', []],
    ['cancelled', []],
    ['expired', []],
  ] as const)('%s', (state, expected) => {
    let one = inState(state);
    const seen: (readonly [string, string])[] = [];
    for (let next = due(one, RULES); next && seen.length < 5; next = due(one, RULES)) {
      const [step] = dueBy(one, RULES, next);
      if (!step) break;
      seen.push([step.does.type, step.at.toISOString()]);
      if (step.does.type !== 'remind' && step.does.type !== 'alarm') break;
      one = walked(one, step.does).case;
    }
    expect(seen).toEqual(expected);
  });

  it('looks at what was shown instead of letting the case expire', () => {
    expect(allOf('awaiting-evidence', { evidence: [{ file: PHOTO, kind: 'document' }] })).toEqual(['remind', 'review']);
  });

  it('reminds the customer of the account until it is confirmed', () => {
    const waits = inState('resolving', { destination: DESTINATION });
    const reminders = dueBy(waits, RULES, hours(30)).filter(({ does }) => does.type === 'remind');
    expect(reminders.map(({ does, at: when }) => [does, when])).toEqual([
      [{ type: 'remind', what: 'destination', k: 0 }, hours(24)],
    ]);
    const { case: sure } = walked(waits, [SAMPLES.confirm_destination, { by: CUSTOMER }]);
    expect(dueBy(sure, RULES, hours(30))).toEqual([]);
  });

  it('rings the last of several missed alarms once, and none of those before it', () => {
    const one = inState('in-review');
    const late = dueBy(one, RULES, hours(60));
    expect(late.map(({ does }) => does)).toEqual([{ type: 'alarm', what: 'review_waiting', k: 1 }]);
    expect(due(walked(one, SAMPLES.alarm, { ...SAMPLES.alarm, k: 1 }).case, RULES)).toBeUndefined();
    expect(due(walked(one, { ...SAMPLES.alarm, k: 1 }).case, RULES)).toBeUndefined();
  });

  it('rings anew for a case that comes into review a second time', () => {
    const rung = walked(inState('in-review'), SAMPLES.alarm, { ...SAMPLES.alarm, k: 1 }).case;
    const again = walked(rung, SAMPLES.reject, [SAMPLES.appeal, { now: hours(50) }]).case;
    expect(due(again, RULES)).toEqual(hours(74));
    expect(dueBy(again, RULES, hours(80))[0]?.name).not.toBe(dueBy(inState('in-review'), RULES, hours(30))[0]?.name);
  });
});
