import type { Tap } from '../channel.ts';

/** Telegram's limit for what travels with a button, in bytes. */
export const MAX_DATA_BYTES = 64;

const MARK = ':';
const REV = /^(0|[1-9]\d{0,14})$/;

/**
 * Writes a tap as a button's `verb:code:rev` (`verb:code:` without a rev): readable in the log and good on any later day.
 * Undefined where it cannot travel: longer than 64 bytes, a verb that holds the mark itself, a rev that is no count.
 */
export function writeTap({ verb, code, rev }: Tap): string | undefined {
  const data = [verb, code, rev ?? ''].join(MARK);
  if (verb === '' || verb.includes(MARK) || !data.isWellFormed()) return undefined;
  if (rev !== undefined && !REV.test(String(rev))) return undefined;
  return Buffer.byteLength(data) <= MAX_DATA_BYTES ? data : undefined;
}

/** Reads a button's data back into the tap it was written from; undefined for what no button of ours says. */
export function readTap(data: string): Tap | undefined {
  // The code may hold the mark, the verb and the rev cannot: the first and the last mark are theirs.
  const first = data.indexOf(MARK);
  const last = data.lastIndexOf(MARK);
  if (first <= 0 || last === first) return undefined;
  const verb = data.slice(0, first);
  const code = data.slice(first + 1, last);
  const rev = data.slice(last + 1);
  if (rev === '') return { verb, code };
  return REV.test(rev) ? { verb, code, rev: Number(rev) } : undefined;
}
