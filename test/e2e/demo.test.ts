import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { demo } from '../../src/app/commands/demo.ts';

const leftovers = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('pesan-demo-'));

it('plays a whole order from halo to the money given back, as a chat one can read, and leaves nothing behind', async () => {
  const before = leftovers();
  const lines: string[] = [];
  await demo((text) => void lines.push(...text.split('\n')), false);
  const chat = lines.join('\n');
  for (const moment of [
    'Pembeli: halo',
    '3 x Kaos Polos Combed 30s',
    'Bukti bayar',
    'Pembayaran pesanan',
    'Toko → Pemasok',
    'JNE 0123456789012345',
    'sudah sampai',
    '(kartu berubah) 🛟',
    'sudah kami kirim ke BCA',
  ])
    expect(chat).toContain(moment);
  expect(chat).toMatch(/🛟 \w{6} · selesai/);
  // Nobody had to be asked twice, and nobody met a mistake.
  expect(chat).not.toMatch(/Maaf Kak, pilih|kurang paham|gangguan/);
  expect(chat).not.toContain('\u001b[');
  expect(leftovers()).toEqual(before);
});
