import { describe, expect, it } from 'vitest';
import { type Key, keyOf } from '../../src/core/ids.ts';

/** A world in which one act can be called, and what shows that it acted; each opening gives the very same world. */
export interface ActWorld {
  /** Calls the act; what it answers, as plain data. */
  call(key: Key): Promise<unknown>;
  /** All that the act touches, as plain data. */
  effect(): Promise<unknown>;
  /** Changes the world so that the same call under a fresh key would be answered otherwise. */
  turn?(): Promise<unknown>;
  close(): Promise<void>;
}

/** What every act keeps: under one key it acts once and gives the same outcome, however often and by however many it is called. */
export function actContract(name: string, open: () => Promise<ActWorld>): void {
  const key = keyOf('telegram/1/chat/42', 'flow', 'step');

  async function inWorld<T>(story: (world: ActWorld) => Promise<T>): Promise<T> {
    const world = await open();
    try {
      return await story(world);
    } finally {
      await world.close();
    }
  }

  describe(`the act ${name}`, () => {
    it('acts once under one key and answers alike: again, after the world turned, and three times at once', async () => {
      const alone = await inWorld(async (world) => {
        const answer = await world.call(key);
        const effect = await world.effect();
        expect(await world.call(key)).toEqual(answer);
        expect(await world.effect()).toEqual(effect);
        await world.turn?.();
        const turned = await world.effect();
        expect(await world.call(key)).toEqual(answer);
        expect(await world.effect()).toEqual(turned);
        return { answer, effect };
      });
      await inWorld(async (world) => {
        const answers = await Promise.all([world.call(key), world.call(key), world.call(key)]);
        expect(answers).toEqual([alone.answer, alone.answer, alone.answer]);
        expect(await world.effect()).toEqual(alone.effect);
      });
    });
  });
}
