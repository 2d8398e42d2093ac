import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASE_STATES, type CaseState } from '../../../../src/shop/cases/case.ts';
import { drawMoves } from '../../../../src/shop/cases/draw-moves.ts';
import type { EventType } from '../../../../src/shop/cases/event.ts';
import { CASE, CLOSED, leads } from '../../../../src/shop/cases/moves.ts';
import { next } from '../../../../src/shop/cases/next.ts';
import { CASE_ENTRIES, UNTOLD } from '../../../../src/shop/cases/told.ts';
import { ALL_EVENTS, at, hours, inState, SAMPLES } from './a-case.ts';

// What may happen, told a second time by hand: the table in the code must say the same, no more and no less.
const split = (text: string): string[] => text.trim().split(/\s+/);
const ALWAYS = split('note supplier_claim erase_person');
const RINGS = split('remind alarm');
const MONEY = split('give_destination confirm_destination');

const MAY: Record<CaseState, readonly string[]> = {
  opening: split('submit drop erase_person'),
  dropped: ['erase_person'],
  'awaiting-evidence': [...split('add_evidence review settle cancel expire'), ...ALWAYS, ...RINGS, ...MONEY],
  'in-review': [...split('add_evidence ask_evidence approve reject settle cancel'), ...ALWAYS, ...RINGS, ...MONEY],
  'awaiting-second': [...split('add_evidence approve_second reject cancel'), ...ALWAYS, ...RINGS, ...MONEY],
  'awaiting-return': [
    ...split('add_evidence send_back arrive waive_return cancel expire'),
    ...ALWAYS,
    ...RINGS,
    ...MONEY,
  ],
  'sent-back': [...split('send_back arrive waive_return'), ...ALWAYS, ...RINGS, ...MONEY],
  arrived: ['inspect', ...ALWAYS, ...RINGS, ...MONEY],
  inspected: [...split('resolve reject'), ...ALWAYS, ...RINGS, ...MONEY],
  resolving: [...split('change_remedy pay_refund ship_replacement cancel'), ...ALWAYS, ...RINGS, ...MONEY],
  'replacement-sent': [...split('ship_replacement change_remedy receive'), ...ALWAYS, ...RINGS],
  completed: ALWAYS,
  rejected: ['appeal', ...ALWAYS],
  cancelled: ALWAYS,
  expired: ALWAYS,
};

describe('the life of a case', () => {
  const pairs = CASE_STATES.flatMap((state) =>
    ALL_EVENTS.map((event) => [state, event, MAY[state].includes(event)] as const),
  );
  it.each(pairs)('%s x %s: %s', (state, event, may) => {
    const done = next(inState(state), SAMPLES[event], at());
    const byTable = !done.ok && (done.error.why === 'not-now' || done.error.why === 'already-decided');
    expect(byTable).toBe(!may);
    if (!done.ok) expect(done.error).toMatchObject({ code: 'case-move-refused', event, state });
    if (done.ok && done.value.type === 'moved') expect(leads(state, event)).toContain(done.value.case.state);
  });

  it('can come to an end from every state, and every state can be come to', () => {
    const reached = new Set<CaseState>(['opening']);
    for (const state of reached) for (const event of ALL_EVENTS) for (const to of leads(state, event)) reached.add(to);
    expect([...reached].toSorted()).toEqual([...CASE_STATES].toSorted());

    const ends = new Set<CaseState>(CLOSED);
    for (let grown = true; grown; ) {
      const more = CASE_STATES.filter(
        (state) => !ends.has(state) && ALL_EVENTS.some((event) => leads(state, event).some((to) => ends.has(to))),
      );
      for (const state of more) ends.add(state);
      grown = more.length > 0;
    }
    expect([...ends].toSorted()).toEqual([...CASE_STATES].toSorted());
  });

  it('is drawn with every way that changes the state', () => {
    const drawn = drawMoves();
    expect(drawn.startsWith('stateDiagram-v2\n')).toBe(true);
    const arrows = drawn.split('\n').filter((line) => / --> \w+: /.test(line));
    const ways = CASE_STATES.flatMap((from) => {
      const { stays: _stays, ...moves } = CASE[from];
      return Object.keys(moves).flatMap((event) => leads(from, event as EventType).filter((to) => to !== from));
    });
    expect(arrows).toHaveLength(ways.length);
    expect(drawn).toContain('in_review --> awaiting_return: approve');
  });
});

describe('any walk through the table', () => {
  it('numbers its history without gaps, owes each key once, tells what it may tell and changes nothing it was given', () => {
    const walk = fc.array(fc.constantFrom(...ALL_EVENTS), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(walk, fc.constantFrom(...CASE_STATES), (events, from) => {
        let one = inState(from);
        const keys = new Set<string>();
        for (const event of events) {
          const before = structuredClone(one);
          const done = next(one, SAMPLES[event], at({ now: hours(60) }));
          expect(one).toEqual(before);
          if (!done.ok || done.value.type === 'unchanged') continue;
          const entry = done.value.case.history.at(-1);
          expect(CASE_ENTRIES).toContain(entry?.event);
          const notices = done.value.owes.filter(({ kind }) => kind === 'notice');
          expect(notices).toHaveLength(UNTOLD.has(entry?.event ?? '') ? 0 : 1);
          for (const { key } of done.value.owes) {
            expect(keys.has(key)).toBe(false);
            keys.add(key);
          }
          const closed = done.value.case.closedAt !== undefined;
          if (done.value.case.state !== one.state) expect(closed).toBe(CLOSED.has(done.value.case.state));
          one = done.value.case;
        }
        expect(one.history.map(({ n }) => n)).toEqual(one.history.map((_, i) => i + 1));
      }),
      { numRuns: 200 },
    );
  });
});
