import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopDeps, type ShopDeps } from '../../support/shop-deps.ts';

let deps: ShopDeps;
beforeEach(async () => {
  deps = await openShopDeps();
  await deps.ready();
});
afterEach(() => deps.close());

const now = (): Date => deps.clock.now();
const inHours = (hours: number): Date => new Date(now().getTime() + hours * 3_600_000);

describe('a claim', () => {
  it('is one in the world: of ten who want it at once one has it, and has it again', async () => {
    const names = Array.from({ length: 10 }, (_, i) => `O${i}`);
    const took = await Promise.all(names.map((name) => deps.claims.take('amount/bca-1/1', name, now())));
    expect(took.filter(Boolean)).toHaveLength(1);
    const holder = names[took.indexOf(true)] ?? '';
    expect(await deps.claims.holder('amount/bca-1/1')).toBe(holder);
    expect(await deps.claims.take('amount/bca-1/1', holder, now())).toBe(true);
  });

  it('rests until its time after a release, then one of many takes it over', async () => {
    await deps.claims.take('a', 'X', now());
    await deps.claims.release('a', 'X', inHours(72));
    deps.clock.move(71 * 3_600_000);
    expect(await deps.claims.take('a', 'Y', now())).toBe(false);
    deps.clock.move(3_600_000);
    const took = await Promise.all(['Y', 'Z'].map((name) => deps.claims.take('a', name, now())));
    expect(took.filter(Boolean)).toHaveLength(1);
  });

  it('stays with its holder who takes it back before its time', async () => {
    await deps.claims.take('a', 'X', now());
    await deps.claims.release('a', 'X', inHours(1));
    expect(await Promise.all([1, 2].map(() => deps.claims.take('a', 'X', now())))).toEqual([true, true]);
    deps.clock.move(2 * 3_600_000);
    expect(await deps.claims.take('a', 'Y', now())).toBe(false);
  });

  it('is let go only by its holder', async () => {
    await deps.claims.take('a', 'X', now());
    await deps.claims.release('a', 'Y', now());
    expect(await deps.claims.take('a', 'Y', now())).toBe(false);
  });

  it('may be the only one of its kind: a second one answers with the first', async () => {
    const take = (id: string, by: string) => deps.claims.takeOnly(id, by, `invoice/${by}`, now());
    expect(await take('invoice/1', 'X')).toEqual({ type: 'mine' });
    expect(await take('invoice/1', 'X')).toEqual({ type: 'mine' });
    expect(await take('invoice/2', 'X')).toEqual({ type: 'other', id: 'invoice/1' });
    expect(await take('invoice/1', 'Y')).toEqual({ type: 'busy' });
    expect(await deps.claims.held('invoice/X')).toBe('invoice/1');
    expect(await deps.claims.last('invoice/')).toBe('invoice/1');
  });
});
