import { describe, expect, it } from 'vitest';
import { createTries, MOST_TRIES, TRIES_MS } from '../../../src/web/tries.ts';

function world() {
  const time = { now: 0 };
  const clock = { now: () => new Date(0), monotonic: () => time.now, sleep: () => Promise.resolve() };
  return { time, tries: createTries(clock) };
}

describe('wrong passwords', () => {
  it('close the door to an address after five, for the rest of a quarter of an hour, and to nobody else', () => {
    const { time, tries } = world();
    for (let n = 0; n < MOST_TRIES; n++) {
      expect(tries.waitMs('a')).toBe(0);
      tries.wrong('a');
    }
    expect(tries.waitMs('a')).toBe(TRIES_MS);
    expect(tries.waitMs('b')).toBe(0);
    time.now = TRIES_MS - 1;
    expect(tries.waitMs('a')).toBe(1);
    time.now = TRIES_MS;
    expect(tries.waitMs('a')).toBe(0);
  });

  it('are forgotten after the right one', () => {
    const { tries } = world();
    for (let n = 0; n < MOST_TRIES - 1; n++) tries.wrong('a');
    tries.right('a');
    tries.wrong('a');
    expect(tries.waitMs('a')).toBe(0);
  });

  it('of very many addresses take no more memory than of a thousand', () => {
    const { tries } = world();
    for (let n = 0; n < MOST_TRIES; n++) tries.wrong('first');
    for (let n = 0; n < 1_000; n++) tries.wrong(`address ${n}`);
    expect(tries.waitMs('first')).toBe(0);
  });
});
