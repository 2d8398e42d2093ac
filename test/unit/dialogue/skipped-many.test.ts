import { describe, expect, it } from 'vitest';
import { demoTalk } from './demo-talk.ts';

const FLOW = `flow: tambahan
for: customer
start: { words: [tambahan] }
steps:
  - form: tambahan
    fields:
      - { name: barang, as: item, many: { min: 1, max: 3 }, ask: demo.ask-barang, optional: true }
      - { name: nama, as: name, ask: demo.ask-nama }
    go: selesai
  - { id: selesai, end: done }
`;

describe('an optional field with several values', () => {
  it('that was passed over is not asked again', async () => {
    const t = demoTalk({ files: { 'customer/tambahan.yaml': FLOW } });
    expect(await t.say('tambahan')).toContain('Mau pesan apa');
    expect(await t.say('lewati')).toBe('Atas nama siapa?');
    expect(await t.say('Budi')).not.toContain('Mau pesan apa');
  });
});
