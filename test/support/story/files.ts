import sharp from 'sharp';
import { sha256 } from '../../../src/core/ids.ts';

const made = new Map<string, Promise<Uint8Array>>();

/** A photo that looks like no other: the same name is the same picture, byte by byte. */
export function aPhoto(name: string): Promise<Uint8Array> {
  const there = made.get(name);
  if (there) return there;
  const photo = draw(name);
  made.set(name, photo);
  return photo;
}

/** The photos of an album, all there before the first is sent. */
export const anAlbum = (size: number): Promise<Uint8Array[]> =>
  Promise.all(Array.from({ length: size }, (_, i) => aPhoto(`album ${i}`)));

async function draw(name: string): Promise<Uint8Array> {
  const seed = Buffer.from(sha256(name), 'hex');
  const size = 24;
  const pixels = Buffer.alloc(size * size * 3, 0);
  for (let i = 0; i < pixels.length; i++) pixels[i] = (seed[i % 32] ?? 0) ^ ((i * (seed[(i >> 5) % 32] ?? 1)) & 0xff);
  return sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .resize(240, 320, { kernel: 'nearest' })
    .jpeg()
    .toBuffer();
}

/** A voice note as platforms send it: an Ogg stream's first page is all that anybody looks at. */
export function aVoiceNote(): Uint8Array {
  const page = Buffer.alloc(64);
  page.write('OggS', 0, 'latin1');
  page.write('OpusHead', 28, 'latin1');
  return page;
}
