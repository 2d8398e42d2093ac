import { readCode } from '../../core/ids.ts';

/** Takes the first code off a line: `K7M2QX-2 JNE 0123`. */
export function splitCode(text: string): {
  readonly code: string | undefined;
  readonly parcel: number | undefined;
  readonly rest: readonly string[];
} {
  const words = text.trim().split(/\s+/).filter(Boolean);
  for (const [i, word] of words.entries()) {
    const [, head = '', n] = /^([A-Za-z0-9]{6})(?:-(\d{1,2}))?[,:;.]?$/.exec(word) ?? [];
    const code = readCode(head);
    if (code !== undefined)
      return { code, parcel: n === undefined ? undefined : Number(n), rest: words.filter((_, at) => at !== i) };
  }
  return { code: undefined, parcel: undefined, rest: words };
}
