import sharp from 'sharp';
import { err, ok, type Result } from '../../core/result.ts';
import { pictureLook } from './picture-look.ts';
import type { CheckedFile, FileRefusal } from './received-file.ts';

/** The largest picture that is decoded; a small file can claim far more (a pixel bomb). */
const MAX_PIXELS = 25_000_000;
const LONGEST_SIDE = 2560;

/** Decodes a picture fully and draws it anew: what the sender hid in it (place, camera, other files) is not in the copy. */
export async function checkPicture(
  bytes: Uint8Array,
  as: 'jpeg' | 'png' | 'webp',
): Promise<Result<CheckedFile, FileRefusal>> {
  try {
    // `failOn: truncated` refuses a half picture but takes the harmless faults that phone cameras write.
    const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', pages: 1 });
    const facts = await source.metadata();
    if (facts.format !== as) return err('not-readable');
    if (facts.width * facts.height > MAX_PIXELS) return err('too-large');
    const upright = source.rotate().resize({
      width: LONGEST_SIDE,
      height: LONGEST_SIDE,
      fit: 'inside',
      withoutEnlargement: true,
    });
    // A webp becomes a jpeg: not every channel shows a webp as a picture.
    const lossless = as === 'png';
    const copy = lossless
      ? await upright.png({ compressionLevel: 8 }).toBuffer()
      : await upright.flatten({ background: '#ffffff' }).jpeg({ quality: 88 }).toBuffer();
    const mime = lossless ? 'image/png' : 'image/jpeg';
    const ending = lossless ? 'png' : 'jpg';
    return ok({ kind: 'image', mime, ending, bytes: copy, look: await pictureLook(copy) });
  } catch (error) {
    return err(error instanceof Error && error.message.includes('pixel limit') ? 'too-large' : 'not-readable');
  }
}
