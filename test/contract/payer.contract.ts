import { describe, expect, it } from 'vitest';
import { keyOf } from '../../src/core/ids.ts';
import type { Json } from '../../src/core/json.ts';
import type { DutyKind, Payers } from '../../src/store/duties.ts';

/** A world in which one duty of a kind can be paid, and what shows that it was; each opening gives the very same world. */
export interface PayerWorld {
  readonly payers: Payers;
  readonly kind: DutyKind;
  readonly body: Json;
  /** All that the payment touches, as plain data; must differ before and after. */
  effect(): Promise<unknown>;
  now(): Date;
  close(): Promise<void>;
}

/** What every payer keeps: a duty paid again, or by three at once, is paid once. */
export function payerContract(name: string, open: () => Promise<PayerWorld>): void {
  const key = keyOf('K7M2QX', 7, 'duty');
  const paid = { type: 'paid' };

  async function inWorld<T>(story: (world: PayerWorld, pay: () => Promise<unknown>) => Promise<T>): Promise<T> {
    const world = await open();
    try {
      return await story(world, () => world.payers.of(world.kind)(world.body, key, world.now()));
    } finally {
      await world.close();
    }
  }

  describe(`the payer of ${name}`, () => {
    it('pays once: again, and three times at once, it comes to the same', async () => {
      const alone = await inWorld(async (world, pay) => {
        const before = await world.effect();
        expect(await pay()).toEqual(paid);
        const effect = await world.effect();
        expect(effect).not.toEqual(before);
        expect(await pay()).toEqual(paid);
        expect(await world.effect()).toEqual(effect);
        return effect;
      });
      await inWorld(async (world, pay) => {
        await world.effect();
        expect(await Promise.all([pay(), pay(), pay()])).toEqual([paid, paid, paid]);
        expect(await world.effect()).toEqual(alone);
      });
    });
  });
}
