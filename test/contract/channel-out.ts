import { describe, expect, it } from 'vitest';
import { asFileId } from '../../src/core/ids.ts';
import { type ChannelRun, HOSTILE, PNG, text } from './channel-run.ts';

/** What the house says is shown to the person as it was written, once, and edited in place. */
export function whatGoesOut(run: ChannelRun): void {
  describe('what goes out', () => {
    it('shows a text to the person and names it', async () => {
      const ref = await run.sentRef(text('Pesanan Kak sudah dikirim.'));
      expect(await run.shown()).toMatchObject([{ ref, text: 'Pesanan Kak sudah dikirim.' }]);
    });

    it.each(HOSTILE)('shows %j as it was written', async (hostile) => {
      await run.sentRef(text(hostile));
      expect((await run.shown()).map((message) => message.text)).toEqual([hostile]);
    });

    it('sends a text of the longest length as it is, and loses no word of a longer one', async () => {
      const { maxText } = run.world.channel.can;
      await run.sentRef(text('x'.repeat(maxText)));
      expect((await run.shown())[0]?.text).toHaveLength(maxText);
      const words = Array.from({ length: Math.ceil(maxText / 4) }, (_, i) => `kata${i}`);
      await run.sentRef(text(words.join(' ')));
      const all = (await run.shown()).slice(1).flatMap((message) => message.text.split(/\s+/));
      expect(all).toEqual(words);
    });

    it('takes text that is broken off inside a character', async () => {
      await run.sentRef(text('halo \ud83d'));
      expect((await run.shown())[0]?.text).toMatch(/^halo/);
    });

    it('sends a file with its text, and the text alone when the file is gone', async () => {
      const file = { id: asFileId('picture'), mime: 'image/png', name: 'qris.png' };
      await run.sentRef({ text: 'Bayar ke sini', file });
      await run.sentRef({
        text: 'Nota',
        file: { id: asFileId('paper'), mime: 'application/pdf', name: 'nota a/1.pdf' },
      });
      await run.sentRef({ text: 'Hilang', file: { ...file, id: asFileId('no such file') } });
      const [picture, paper, lost] = await run.shown();
      expect([picture?.text, paper?.text, lost?.text]).toEqual(['Bayar ke sini', 'Nota', 'Hilang']);
      expect(Buffer.from(paper?.file ?? []).toString()).toBe('%PDF-1.4 nota');
      expect(Buffer.compare(Buffer.from(picture?.file ?? []), PNG)).toBe(0);
    });

    it('refuses what says nothing', async () => {
      expect(await run.send(text(''))).toEqual({ type: 'refused', reason: 'bad-request' });
    });

    it('refuses to write to somebody who is not there', async () => {
      const outcome = await run.world.channel.send(run.world.nobody, text('halo?'), run.key());
      expect(outcome).toEqual({ type: 'refused', reason: 'no-such-address' });
    });

    it('sends nothing once it was told to stop', async () => {
      const outcome = await run.world.channel.send(
        run.world.person.address,
        text('telat'),
        run.key(),
        AbortSignal.abort(),
      );
      expect(['retry', 'unknown']).toContain(outcome.type);
      expect(await run.shown()).toEqual([]);
    });
  });

  describe('buttons and edits', () => {
    const choices = [
      { label: 'Terima', tap: { verb: 'terima', code: 'K7M2QX', rev: 3 }, row: 1 },
      { label: 'Tolak', tap: { verb: 'tolak', code: 'K7M2QX', rev: 0 }, row: 1 },
      { label: 'Tanya "a:b"', tap: { verb: 'tanya', code: 'a:b é' } },
    ];

    it.each(choices)('brings back the tap that was sent with $label', async ({ label, tap }) => {
      if (!run.world.channel.can.buttons) return;
      const ref = await run.sentRef({ text: 'Ada pesanan', choices });
      await run.world.person.taps(ref, label);
      await run.arrived(2);
      expect(run.taken[1]?.body).toEqual({ type: 'tap', ...tap });
      expect(run.taken[1]?.quotes).toBe(ref);
    });

    it('edits in place, also when nothing changes', async () => {
      if (!run.world.channel.can.edit) return;
      const ref = await run.sentRef({ text: 'Ada pesanan', choices });
      const edited = { text: 'Diterima Budi', replaces: ref };
      expect(await run.send(edited)).toEqual({ type: 'sent', ref });
      expect(await run.send(edited)).toEqual({ type: 'sent', ref });
      expect(await run.shown()).toMatchObject([{ ref, text: 'Diterima Budi', buttons: [] }]);
    });

    it('edits the words under a picture and keeps the picture', async () => {
      if (!run.world.channel.can.edit) return;
      const file = { id: asFileId('picture'), mime: 'image/png', name: 'bukti.png' };
      const ref = await run.sentRef({ text: 'Bukti dari Ani', file, choices });
      expect(await run.send({ text: 'Diterima', replaces: ref })).toEqual({ type: 'sent', ref });
      const [card, ...more] = await run.shown();
      expect(more).toEqual([]);
      expect(card).toMatchObject({ ref, text: 'Diterima', buttons: [] });
      expect(Buffer.compare(Buffer.from(card?.file ?? []), PNG)).toBe(0);
    });

    it('sends anew what replaces a message that is not there', async () => {
      const ref = await run.sentRef({ text: 'Kartu', replaces: '987654' });
      expect(await run.shown()).toMatchObject([{ ref, text: 'Kartu' }]);
    });
  });
}
