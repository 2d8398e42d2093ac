/** One line of a story that somebody does. */
export type Deed =
  | { readonly type: 'says'; readonly who: string; readonly text: string; readonly burst: boolean }
  | { readonly type: 'taps'; readonly who: string; readonly label: string; readonly old: boolean }
  | { readonly type: 'sends'; readonly who: string; readonly what: string; readonly caption: string }
  | { readonly type: 'quotes'; readonly who: string; readonly words: string; readonly text: string }
  | { readonly type: 'later'; readonly ms: number; readonly words: string }
  | { readonly type: 'restart' };

/** A story: what people do, and what was said at each point. */
export interface Story {
  readonly title: string;
  readonly language: 'id' | 'en';
  readonly clock: Date;
  /** Comment and blank lines stay where they are when a story is recorded again. */
  readonly parts: readonly Part[];
}

export type Part =
  | { readonly type: 'comment'; readonly line: string }
  | { readonly type: 'deed'; readonly line: string; readonly deed: Deed; readonly said: readonly string[] };

/** Who speaks where no name stands before the sign. */
export const FIRST = 'budi';
const UNITS: Readonly<Record<string, number>> = { menit: 60_000, jam: 3_600_000, hari: 86_400_000 };
const DEED = /^(?<who>[a-z]*)(?<sign>>>?) ?(?<rest>.*)$/;

/** Reads a `.chat` file. */
export function readStory(text: string): Story {
  const lines = text.replace(/\n+$/, '').split('\n');
  const head = lines.filter((line) => line.startsWith('#')).join(' ');
  const parts: Part[] = [];
  for (const line of lines) {
    const deed = readDeed(line);
    const last = parts.at(-1);
    if (deed) parts.push({ type: 'deed', line, deed, said: [] });
    else if (isSaid(line) && last?.type === 'deed') parts[parts.length - 1] = { ...last, said: [...last.said, line] };
    else if (line === '' || line.startsWith('#')) parts.push({ type: 'comment', line });
    else throw new Error(`not a line of a story: ${line}`);
  }
  const clock = /clock (\d{4}-\d\d-\d\d \d\d:\d\d)/.exec(head)?.[1] ?? '2026-01-05 09:00';
  return {
    title: /^# ?(.*)$/m.exec(text)?.[1] ?? '',
    language: /lang en/.test(head) ? 'en' : 'id',
    clock: new Date(`${clock.replace(' ', 'T')}:00+07:00`),
    parts,
  };
}

const isSaid = (line: string): boolean => /^[a-z]*</.test(line);

function readDeed(line: string): Deed | undefined {
  if (line === 'restart') return { type: 'restart' };
  const later = /^\+(\d+) (menit|jam|hari)$/.exec(line);
  if (later) return { type: 'later', ms: Number(later[1]) * (UNITS[later[2] ?? ''] ?? 0), words: line };
  const groups = DEED.exec(line)?.groups;
  if (!groups) return undefined;
  const who = groups.who || FIRST;
  const rest = groups.rest ?? '';
  const tap = /^(lama )?\[(.+)\]$/.exec(rest);
  if (tap) return { type: 'taps', who, label: tap[2] ?? '', old: tap[1] !== undefined };
  const file = /^\(([^)]+)\) ?(.*)$/.exec(rest);
  if (file) return { type: 'sends', who, what: file[1] ?? '', caption: file[2] ?? '' };
  const quote = /^balas "([^"]+)": (.*)$/.exec(rest);
  if (quote) return { type: 'quotes', who, words: quote[1] ?? '', text: quote[2] ?? '' };
  return { type: 'says', who, text: rest.replaceAll('\\n', '\n'), burst: groups.sign === '>>' };
}

/** Writes a story with what was said now. */
export const writeStory = (parts: readonly Part[]): string =>
  `${parts.flatMap((part) => (part.type === 'comment' ? [part.line] : [part.line, ...part.said])).join('\n')}\n`;
