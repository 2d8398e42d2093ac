import { describe, expect, it } from 'vitest';
import { demoTalk } from './demo-talk.ts';

describe('a question beside a wish', () => {
  it('is answered, and the wish goes on', async () => {
    const said = await demoTalk().say('mau pesan 2 topi, ongkir ke malang berapa?');
    expect(said).toMatch(/Ongkir[\s\S]*Atas nama siapa\?$/);
    expect(said.match(/Atas nama siapa\?/g)).toHaveLength(1);
  });

  it('does not lose the wish when it is what the message is taken for', async () => {
    const said = await demoTalk().say('ongkir ke malang berapa? mau pesan 2 topi');
    expect(said).toMatch(/Ongkir[\s\S]*Atas nama siapa\?$/);
  });

  it('is all there is where nothing is ordered', async () => {
    expect(await demoTalk().say('ongkir berapa, kalau mau pesan 2 topi?')).not.toContain('Atas nama siapa?');
  });
});
