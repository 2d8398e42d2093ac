import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InMail } from '../../../src/chats/mail-document.ts';
import { planRun } from '../../../src/chats/plan-run.ts';
import { takeRun } from '../../../src/chats/take-run.ts';
import { inMail, photo } from '../../support/mail.ts';

const never = () => false;
const textOf = (mail: InMail) => (mail.body.type === 'text' ? mail.body.text : mail.body.type);
const take = (queue: InMail[], restedMs: number, complete: (run: readonly InMail[]) => boolean = never) => {
  const taken = takeRun(queue, restedMs, 700, complete);
  return taken.type === 'run' ? taken.run.map(textOf) : taken.type === 'wait' ? taken.ms : 'none';
};

describe('the next run', () => {
  it('is nothing without mail', () => expect(take([], 0)).toBe('none'));
  it('waits for the end of a burst', () => expect(take([inMail('kak'), inMail('mau pesan')], 100)).toBe(600));
  it('takes a burst whole once it has rested', () =>
    expect(take([inMail('kak'), inMail('mau pesan')], 700)).toEqual(['kak', 'mau pesan']));
  it('does not wait where the open question is answered', () =>
    expect(take([inMail('2')], 0, () => true)).toEqual(['2']));
  it('answers one question after another for somebody who types ahead', () => {
    const complete = (run: readonly InMail[]) => run.length === 1;
    expect(take([inMail('2'), inMail('jne')], 0, complete)).toEqual(['2']);
  });
  it('takes a command alone, and at once', () => expect(take([inMail('/kerja'), inMail('x')], 0)).toEqual(['/kerja']));
  it('lets a command end the burst before it', () =>
    expect(take([inMail('halo'), inMail('/kerja')], 0)).toEqual(['halo']));
  it('takes a tap alone', () =>
    expect(take([inMail({ type: 'tap', verb: 'ya', code: 'x' }), inMail('x')], 0)).toEqual(['tap']));
  it('takes a quoting reply alone', () => expect(take([inMail('ini', { quotes: '7' })], 0)).toEqual(['ini']));
  it('takes an album whole, and only it', () => {
    const queue = [photo('a'), photo('a'), photo('b')];
    expect(take(queue, 0)).toHaveLength(2);
  });
  it('waits for the rest of an album', () => expect(take([photo('a')], 200)).toBe(500));
  it('takes what failed before alone, so that it takes nothing with it', () => {
    expect(take([inMail('racun', { tries: 1 }), inMail('halo')], 0)).toEqual(['racun']);
  });
  it('ends, whoever keeps typing', () =>
    expect(
      take(
        Array.from({ length: 50 }, (_, i) => inMail(`${i}`)),
        0,
      ),
    ).toHaveLength(20));

  it('is always the beginning of the queue, in order', () => {
    const some = fc.array(fc.constantFrom('text', '/cmd', 'photo', 'tap'), { maxLength: 30 });
    fc.assert(
      fc.property(some, fc.nat(2_000), fc.boolean(), (kinds, rested, complete) => {
        const queue = kinds.map((kind) =>
          kind === 'photo' ? photo() : kind === 'tap' ? inMail({ type: 'tap', verb: 'v', code: 'c' }) : inMail(kind),
        );
        const taken = takeRun(queue, rested, 700, () => complete);
        if (taken.type === 'run') expect(taken.run).toEqual(queue.slice(0, taken.run.length));
        if (taken.type === 'run') expect(taken.run.length).toBeGreaterThan(0);
        if (taken.type === 'none') expect(queue).toEqual([]);
      }),
    );
  });
});

describe('the plan of a lane', () => {
  const at = { now: new Date(10_000), restedMs: 10_000, settleMs: 700, complete: never };
  const doing = (run: InMail[]) => ({
    run: run.map((m) => m._id),
    talk: [],
    answers: [],
    flow: 'f',
    step: 's',
    action: 'a',
    input: null,
  });

  it('repeats a turn that got as far as an act with the very run it had', () => {
    const [a, b, c] = [inMail('a'), inMail('b'), inMail('c')];
    expect(planRun([a, b, c], doing([a, b]), at)).toEqual({ type: 'run', run: [a, b] });
  });
  it('forgets an act of a message that is gone', () => {
    const [a, b] = [inMail('a'), inMail('b')];
    expect(planRun([b], doing([a]), at)).toEqual({ type: 'run', run: [b] });
  });
  it('waits before it tries again what failed', () => {
    expect(planRun([inMail('a', { tries: 1, notBefore: new Date(14_000) })], undefined, at)).toEqual({
      type: 'wait',
      ms: 4_000,
    });
  });
});
