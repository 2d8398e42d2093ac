import { describe, expect, it } from 'vitest';
import { type ChannelRun, HOSTILE, PNG, saidIn, soon, text } from './channel-run.ts';

/** What a person sends reaches the house whole, in order and under its own key. */
export function whatComesIn(run: ChannelRun): void {
  describe('what comes in', () => {
    it('hands in what a person says, with their address and a key of the channel', () => {
      const [message] = run.taken;
      expect(saidIn(message)).toBe('halo');
      expect(message?.chat).toEqual(run.world.person.address);
      expect(message?.by).toBe('person');
      expect(message?.key.startsWith(`${run.world.channel.name}/${run.world.channel.account}/`)).toBe(true);
    });

    it('gives every message its own key and keeps their order', async () => {
      const said = Array.from({ length: 20 }, (_, i) => `pesan ${i}`);
      for (const one of said) await run.world.person.says(one);
      await run.arrived(21);
      expect(run.taken.slice(1).map(saidIn)).toEqual(said);
      expect(new Set(run.taken.map((message) => message.key)).size).toBe(21);
    });

    it('brings again, in order, what was not accepted', async () => {
      run.refusals = 2;
      await run.world.person.says('satu');
      await run.world.person.says('dua');
      await run.arrived(3);
      expect(run.taken.map(saidIn)).toEqual(['halo', 'satu', 'dua']);
    });

    run.withFault('again', 'gives a message that is delivered twice the same key', async (again) => {
      await again();
      await soon(() => expect(run.repeats).toHaveLength(1));
      expect(run.repeats[0]).toEqual(run.taken[0]);
    });

    it.each(HOSTILE)('hands in %j as it was typed', async (hostile) => {
      await run.world.person.says(hostile);
      await run.arrived(2);
      expect(saidIn(run.taken[1])).toBe(hostile);
    });

    it('names the message that a person quotes', async () => {
      const ref = await run.sentRef(text('yang mana?'));
      await run.world.person.quotes(ref, 'yang ini');
      await run.arrived(2);
      expect(run.taken[1]?.quotes).toBe(ref);
      expect(saidIn(run.taken[1])).toBe('yang ini');
    });

    it('fetches the very bytes of a picture, with its caption', async () => {
      await run.world.person.sendsPicture(PNG, 'bukti');
      await run.arrived(2);
      const body = run.taken[1]?.body;
      if (body?.type !== 'media') throw new Error('no media came');
      expect([body.kind, body.caption]).toEqual(['image', 'bukti']);
      const fetched = await run.world.channel.fetch(body.ref);
      expect(fetched.type).toBe('fetched');
      expect(fetched.type === 'fetched' && Buffer.compare(fetched.bytes, PNG)).toBe(0);
    });

    it('says that a file it does not know is gone', async () => {
      const ref = { channel: run.world.channel.name, id: 'no-such-file' };
      expect(await run.world.channel.fetch(ref)).toEqual({ type: 'gone' });
    });
  });
}
