import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Key, keyOf } from '../../../src/core/ids.ts';
import { ok } from '../../../src/core/result.ts';
import { createDocuments, type Documents, type Stored } from '../../../src/store/documents.ts';
import { createPayers, type Paid, type Payers } from '../../../src/store/duties.ts';
import { storedShape } from '../../../src/store/model.ts';
import { openShopDeps, type ShopDeps } from '../../support/shop-deps.ts';

interface Box extends Stored {
  readonly count: number;
  readonly note?: string | undefined;
}

let deps: ShopDeps;
let payers: Payers;
let boxes: Documents<Box>;
/** Every try of the duty, and what it is answered with. */
let tried: Key[];
let answer: (key: Key) => Paid | Error;

beforeEach(async () => {
  deps = await openShopDeps();
  payers = createPayers();
  tried = [];
  answer = () => ({ type: 'paid' });
  payers.register('notice', (_, key) => {
    tried.push(key);
    const said = answer(key);
    return said instanceof Error ? Promise.reject(said) : Promise.resolve(said);
  });
  boxes = createDocuments<Box>({
    ...deps,
    payers,
    name: 'boxes',
    schema: z.object({ ...storedShape, count: z.number(), note: z.string().optional() }),
    indexes: [],
    due: () => undefined,
  });
  await deps.ready();
  await boxes.insert({ _id: 'a', v: 1, count: 0 });
});
afterEach(() => deps.close());

const owe = (n: number, to = 'x') => ({ key: keyOf('a', n), kind: 'notice' as const, to, body: {} });
const save = (n: number, to?: string) =>
  boxes.change<never>('a', (box) => ok({ type: 'changed', doc: { ...box, count: n }, owes: [owe(n, to)] }));
const tick = async () => {
  for (const id of await boxes.clockwork.claimDue(deps.clock.now(), 10)) {
    await boxes.clockwork.runDue(id, deps.clock.now());
  }
};

describe('duties of a document', () => {
  it('are paid with the save and gone after it', async () => {
    await save(1);
    expect([tried, (await boxes.find('a'))?.duties]).toEqual([['a/1'], []]);
  });

  it('that failed rest until their time, however often the document is saved meanwhile', async () => {
    answer = () => new Error('away');
    await save(1);
    for (let n = 2; n < 9; n++)
      await boxes.change<never>('a', (box) => ok({ type: 'changed', doc: { ...box, count: n }, owes: [] }));
    expect(tried).toEqual(['a/1']);
    expect(await deps.buried.open(10)).toEqual([]);
    answer = () => ({ type: 'paid' });
    deps.clock.move(61_000);
    await tick();
    expect(tried).toEqual(['a/1', 'a/1']);
    expect((await boxes.find('a'))?.duties).toEqual([]);
  });

  it('to one receiver keep their order; others do not wait', async () => {
    answer = (key) => (key === 'a/1' ? new Error('away') : { type: 'paid' });
    await save(1, 'x');
    await save(2, 'x');
    await save(3, 'y');
    expect(tried).toEqual(['a/1', 'a/3']);
    answer = () => ({ type: 'paid' });
    deps.clock.move(61_000);
    await tick();
    expect(tried).toEqual(['a/1', 'a/3', 'a/1', 'a/2']);
  });

  it('are buried for the owner after the fifth pause', async () => {
    answer = () => new Error('never');
    await save(1);
    for (let minute = 0; minute < 12; minute++) {
      deps.clock.move(61_000);
      await tick();
    }
    expect(tried).toHaveLength(6);
    expect(await deps.buried.open(10)).toMatchObject([{ _id: 'a/1', where: 'boxes/a', reason: 'never' }]);
    expect((await boxes.find('a'))?.dueAt).toBeUndefined();
  });
});

describe('a saved document', () => {
  it('forgets a field that is undefined instead of keeping nothing in it', async () => {
    await boxes.change<never>('a', (box) => ok({ type: 'changed', doc: { ...box, note: 'x' }, owes: [] }));
    await boxes.change<never>('a', (box) => ok({ type: 'changed', doc: { ...box, note: undefined }, owes: [] }));
    expect(await boxes.find('a')).not.toHaveProperty('note');
  });

  it('loses no change of many who save at once', async () => {
    const add = () =>
      boxes.change<never>('a', (box) => ok({ type: 'changed', doc: { ...box, count: box.count + 1 }, owes: [] }));
    await Promise.all([add(), add(), add(), add()]);
    expect((await boxes.find('a'))?.count).toBe(4);
  });
});
