import sharp, { type Sharp } from 'sharp';

const SIDE = 96;
/** Blocks that are compared, a bit larger than a letter of a phone's screenshot is here. */
const BLOCK = 6;

/** What a checked picture looks like: 96 x 96 greys in base64, then the marks by which like ones are found. */
export async function pictureLook(bytes: Uint8Array): Promise<string> {
  const grey = (): Sharp =>
    sharp(bytes, { limitInputPixels: 25_000_000 }).flatten({ background: '#ffffff' }).greyscale();
  const small = await grey().resize(SIDE, SIDE, { fit: 'fill' }).blur(1).toColourspace('b-w').raw().toBuffer();
  const coarse = await grey().resize(17, 16, { fit: 'fill' }).toColourspace('b-w').raw().toBuffer();
  return `${small.toString('base64')};${marksOf(coarse).join(',')}`;
}

/**
 * How far two looks are apart: the most that any block of one differs from the same place of the other, a step to either side
 * forgiven. Screenshots of one bank's app differ only in a few lines of text, so a mean over all of it would call them the same.
 */
export function lookDistance(one: string, other: string): number {
  const a = greysOf(one);
  const b = greysOf(other);
  if (a.length !== SIDE * SIDE || b.length !== SIDE * SIDE) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let y = 1; y + BLOCK < SIDE; y += BLOCK / 2)
    for (let x = 1; x + BLOCK < SIDE; x += BLOCK / 2) most = Math.max(most, blockDistance(a, b, x, y));
  return most;
}

/** In six fonts copies of a receipt (saved again, made smaller, cut by a margin) came to 7.2 at most, other receipts of the same app to 14.5 at least. */
export const NEARLY_SAME = 10;

const greysOf = (look: string): Buffer => Buffer.from(look.split(';')[0] ?? '', 'base64');

function blockDistance(a: Buffer, b: Buffer, x: number, y: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (const dy of [0, -1, 1]) {
    for (const dx of [0, -1, 1]) {
      let sum = 0;
      for (let j = y; j < y + BLOCK; j++)
        for (let i = x; i < x + BLOCK; i++)
          sum += Math.abs((a[j * SIDE + i] ?? 0) - (b[(j + dy) * SIDE + i + dx] ?? 0));
      best = Math.min(best, sum / (BLOCK * BLOCK));
    }
  }
  return best;
}

/** The difference that counts as a step from dark to light; less is the noise of plain ground. */
const STEP = 10;

// A grid of 16 x 16 steps, one mark for each group of eight that is not plain ground: copies share most of their marks.
function marksOf(coarse: Buffer): string[] {
  const marks: string[] = [];
  for (let group = 0; group < 32; group++) {
    let steps = '';
    for (let k = group * 8; k < group * 8 + 8; k++) {
      const at = Math.floor(k / 16) * 17 + (k % 16);
      const step = (coarse[at + 1] ?? 0) - (coarse[at] ?? 0);
      steps += step > STEP ? '+' : step < -STEP ? '-' : '.';
    }
    if (steps !== '........') marks.push(`${group}${steps}`);
  }
  return marks;
}
