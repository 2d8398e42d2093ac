/**
 * What every channel must keep, whatever the platform. A channel's own test calls
 *
 *   channelContract('telegram', setup, { broken: 'reason why this platform has no such fault' });
 *
 * `setup` builds one world: the channel (not started; the suite starts and stops it), one person on that platform, and
 * switches for what goes wrong there. The channel must be made with the given `readFile`, `clock` and `log`.
 * What a platform does not have is left out of `faults` or the phone and named, with its reason, in `skip`.
 */
import { describe, expect, it } from 'vitest';
import { whatComesIn } from './channel-in.ts';
import { whatGoesOut } from './channel-out.ts';
import { ChannelRun, soon, text } from './channel-run.ts';
import type { ChannelDeps, ChannelWorld, Fault } from './channel-world.ts';

export type { ChannelDeps, ChannelWorld } from './channel-world.ts';

/** Runs the suite for one channel. */
export function channelContract(
  name: string,
  setup: (deps: ChannelDeps) => Promise<ChannelWorld>,
  skip: Partial<Record<Fault, string>> = {},
): void {
  describe(`channel contract: ${name}`, () => {
    const run = new ChannelRun(setup, skip);
    whatComesIn(run);
    whatGoesOut(run);

    describe('what a send comes to', () => {
      run.withFault('busy', 'is told to come later, and is not sent', async (busy) => {
        await busy();
        const outcome = await run.send(text('nanti'));
        expect(outcome).toMatchObject({ type: 'retry' });
        expect(outcome.type === 'retry' && outcome.afterMs).toBeGreaterThan(0);
        expect(await run.shown()).toEqual([]);
      });

      run.withFault('broken', 'is tried again when the server fails, and is not sent', async (broken) => {
        await broken();
        expect(await run.send(text('gagal'))).toMatchObject({ type: 'retry' });
        expect(await run.shown()).toEqual([]);
      });

      run.withFault('lost', 'is unknown when the answer is lost', async (lost) => {
        await lost();
        expect(await run.send(text('sampai?'))).toMatchObject({ type: 'unknown' });
        expect((await run.shown()).map((message) => message.text)).toEqual(['sampai?']);
      });

      run.withFault('blocked', 'is refused by who has blocked the shop', async (blocked) => {
        await blocked();
        expect(await run.send(text('halo'))).toEqual({ type: 'refused', reason: 'blocked' });
      });
    });

    describe('its life', () => {
      it('is up while it runs, and stops when told, leaving nothing', async () => {
        await soon(() => expect(run.world.channel.health().up).toBe(true));
        await run.stop();
        expect(run.world.channel.health().up).toBe(false);
        await run.world.person.says('masih ada orang?');
        expect(run.taken).toHaveLength(1);
      });
    });
  });
}
