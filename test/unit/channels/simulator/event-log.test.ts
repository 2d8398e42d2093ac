import { describe, expect, it } from 'vitest';
import { createEventLog } from '../../../../src/channels/simulator/event-log.ts';

describe('the event log', () => {
  it('gives what came after an id, in order', () => {
    const log = createEventLog<string>('run');
    const start = log.last();
    for (const word of ['a', 'b', 'c']) log.publish(word);
    expect(log.after(start)).toEqual([
      { id: 'run-1', event: 'a' },
      { id: 'run-2', event: 'b' },
      { id: 'run-3', event: 'c' },
    ]);
    expect(log.after('run-2')).toEqual([{ id: 'run-3', event: 'c' }]);
    expect(log.after(log.last())).toEqual([]);
  });

  it.each([
    ['of an earlier life of the program', 'other-2'],
    ['older than what is kept', 'run-0'],
    ['of the future', 'run-9'],
    ['that is none', 'run-x'],
    ['that is empty', ''],
    ['with a sign', 'run--1'],
  ])('does not know an id %s', (_what, id) => {
    const log = createEventLog<number>('run', 3);
    for (let n = 1; n <= 5; n++) log.publish(n);
    expect(log.after(id)).toBeUndefined();
    expect(log.after('run-2')).toHaveLength(3);
  });

  it('wakes all who wait for more, and who is behind already does not wait', async () => {
    const log = createEventLog<string>('run');
    const never = new AbortController().signal;
    const waits = [log.changed('run-0', never), log.changed('run-0', never)];
    log.publish('a');
    await Promise.all(waits);
    await log.changed('run-0', never);
  });

  it('lets go who stops waiting', async () => {
    const log = createEventLog<string>('run');
    const life = new AbortController();
    const wait = log.changed('run-0', life.signal);
    life.abort();
    await wait;
    await log.changed('run-0', life.signal);
  });
});
