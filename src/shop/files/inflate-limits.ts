import { promisify } from 'node:util';
import { inflate, inflateRaw } from 'node:zlib';

const inflateAway = promisify(inflate);
const inflateRawAway = promisify(inflateRaw);

/** How many bytes a packed stretch holds, counted off the event loop and never past `budget`; undefined when it holds more. */
export async function unpackedSize(
  packed: Uint8Array,
  budget: number,
  wrap: 'zlib' | 'raw',
): Promise<number | undefined> {
  const run = wrap === 'zlib' ? inflateAway : inflateRawAway;
  try {
    return (await run(packed, { maxOutputLength: Math.max(1, budget) })).length;
  } catch (error) {
    if (isTooMuch(error)) return undefined;
    // Not packed this way after all: it costs nobody memory.
    return 0;
  }
}

const isTooMuch = (error: unknown): boolean =>
  error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
