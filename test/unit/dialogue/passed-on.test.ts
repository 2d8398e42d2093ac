import { describe, expect, it } from 'vitest';
import { demoTalk } from './demo-talk.ts';

const OWNER = `
flow: batal
for: owner
start: { tap: batal, words: [batalkan] }
steps:
  - { say: demo.batal }
---
flow: lepas
for: owner
start: { fallback: true }
steps:
  - { say: demo.lepas }
---
flow: tempel
for: owner
start: { command: [tempel], forwarded: true }
steps:
  - { say: demo.tempel }
`;
const TEXTS = {
  batal: 'Dibatalkan.',
  lepas: 'Dikirim ke orangnya.',
  tempel: 'Didengar: {start.text}',
};
const texts = `demo:\n${Object.entries(TEXTS)
  .map(([key, text]) => `  ${key}: ${JSON.stringify(text)}`)
  .join('\n')}\n`;

const ownerTalk = () =>
  demoTalk({
    desk: 'owner',
    files: { 'owner/passed-on.yaml': OWNER, 'texts/id/more.yaml': texts, 'texts/en/more.yaml': texts },
  });

describe('a reply that quotes somebody’s own words', () => {
  it.each(['batal aja dulu kak', 'batal', 'batalkan', '1', 'resi-nya mana'])('is for that person: %s', async (text) => {
    expect(await ownerTalk().say(text, { about: 'K7M2Q5', relayed: true })).toBe('Dikirim ke orangnya.');
  });

  it('is a command where a slash says so, and means a card where a card is quoted', async () => {
    expect(await ownerTalk().say('/tempel', { about: 'K7M2Q5', relayed: true })).toContain('Didengar');
    expect(await ownerTalk().say('batal aja dulu', { about: 'K7M2Q5' })).toBe('Dibatalkan.');
  });

  it('is no answer to a question about something else', async () => {
    const t = ownerTalk();
    expect(await t.say('/resi')).toBe('Untuk pesanan mana?');
    expect(await t.say('K7M2Q5', { about: 'A23456', relayed: true })).toContain('Dikirim ke orangnya.');
  });
});

describe('words that somebody else wrote and that were forwarded', () => {
  it.each(['/resi K7M2Q5 123', '/tempel'])('are no command: %s', async (text) => {
    expect(await ownerTalk().say(text, { forwarded: true })).toContain('tidak dijalankan sebagai perintah');
  });

  it.each(['batal K7M2Q5', 'batalkan', 'menu'])('go to the flow that takes them: %s', async (text) => {
    expect(await ownerTalk().say(text, { forwarded: true })).toBe(`Didengar: ${text}`);
  });

  it('answer a question in words', async () => {
    const t = ownerTalk();
    await t.say('/resi K7M2Q5');
    expect(await t.say('0123456789', { forwarded: true })).toBe('Resi 0123456789 dicatat.');
  });

  it('are the sender’s own on a desk that has no flow for them', async () => {
    expect(await demoTalk().say('menu', { forwarded: true })).toContain('Mau apa, Kak?');
  });
});

describe('the owner’s wording', () => {
  it('is the desk’s own where there is one, and everybody’s elsewhere', async () => {
    const own = 'for-owner:\n  engine:\n    perintah-tidak-ada: "Tidak ada {perintah}."\n';
    const t = demoTalk({ desk: 'owner', files: { 'texts/id/own.yaml': own, 'texts/en/own.yaml': own } });
    expect(await t.say('/zzz')).toBe('Tidak ada /zzz.');
    expect(await demoTalk().say('/zzz')).toContain('Kak');
  });

  it.each([
    ['rewords no text', 'for-owner:\n  engine:\n    tidak-pernah: "x"\n'],
    ['nothing fills', 'for-owner:\n  engine:\n    lanjut: "{nama}"\n'],
  ])('is refused where it %s', (why, own) => {
    expect(() => demoTalk({ files: { 'texts/id/own.yaml': own, 'texts/en/own.yaml': own } })).toThrow(why);
  });
});
