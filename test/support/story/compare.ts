import type { Part } from './read-story.ts';

/** What was said at each point, as text: what is written, and what was played in the written one's terms. */
export interface Compared {
  readonly written: string;
  readonly played: string;
}

/**
 * Lays what was played beside what is written. Two things differ from platform to platform and mean nothing: the digits that
 * make an amount one of its kind (they come from the message's own id), and that a card edited in its place on one platform is
 * sent anew, or not at all, on another.
 */
export function compare(written: readonly Part[], played: readonly Part[], edits: boolean): Compared {
  const deltas = deltasOf(uniqueCodes(written), uniqueCodes(played));
  const said = written.map((part, i): readonly [string[], string[]] => {
    const other = played[i];
    if (part.type !== 'deed' || other?.type !== 'deed') return [[], []];
    const wanted = edits ? part.said : withoutEdits(part.said, other.said, deltas);
    return [
      [part.line, ...wanted],
      [other.line, ...other.said.map((line, at) => inTermsOf(wanted[at] ?? '', line, deltas))],
    ];
  });
  return {
    written: said.flatMap(([one]) => one).join('\n'),
    played: said.flatMap(([, other]) => other).join('\n'),
  };
}

const AMOUNT = /Rp([\d.]*\d)/g;
const UNIQUE = /(?:Kode unik|Unique code): Rp([\d.]*\d)/g;

const numberOf = (digits: string): number => Number(digits.replaceAll('.', ''));

const uniqueCodes = (parts: readonly Part[]): readonly number[] =>
  parts.flatMap((part) =>
    part.type === 'deed' ? [...part.said.join('\n').matchAll(UNIQUE)].map(([, digits]) => numberOf(digits ?? '')) : [],
  );

// By how much an amount of the one may differ from the other's: by one bill's code, or by two bills' together.
function deltasOf(written: readonly number[], played: readonly number[]): ReadonlySet<number> {
  const each = written.map((code, i) => code - (played[i] ?? code));
  const both = each.flatMap((one) => each.map((other) => one + other));
  return new Set([0, ...each, ...both].flatMap((delta) => [delta, -delta]));
}

/** A line with the amounts and labels of the written one, where they differ by nothing but a unique code or a cut. */
function inTermsOf(written: string, played: string, deltas: ReadonlySet<number>): string {
  const wanted = [...written.matchAll(AMOUNT)].map(([, digits]) => digits ?? '');
  const said = [...played.matchAll(AMOUNT)].map(([, digits]) => digits ?? '');
  // Before the bill is sent only the owner's card shows the code: in what is to be paid and in what is left of it, alike.
  const [toPay = 0, profit] = wanted.map((digits, i) => numberOf(digits) - numberOf(said[i] ?? digits));
  const isCode = toPay === profit && Math.abs(toPay) < 999 && toPay % PRICE_STEP !== 0;
  let at = 0;
  const amounts = played.replace(AMOUNT, (whole, digits: string) => {
    const same = wanted[at++];
    const delta = same === undefined ? Number.NaN : numberOf(same) - numberOf(digits);
    return deltas.has(delta) || (isCode && delta === toPay) ? `Rp${same}` : whole;
  });
  return withWholeLabels(written, amounts);
}

// Every price of the demo shop is a multiple of this; a code is none.
const PRICE_STEP = 500;

// A platform may put buttons that belong together side by side, and cut a long label; the choices are the same.
function withWholeLabels(written: string, played: string): string {
  if (!CHOICES.test(written) || !CHOICES.test(played)) return played;
  const wanted = labelsIn(written);
  const shown = labelsIn(played);
  const isThere = (label: string): boolean =>
    shown.some((one) => one === label || (one.endsWith('…') && label.startsWith(one.slice(0, -1))));
  return wanted.length === shown.length && wanted.every(isThere) ? written : played;
}

const CHOICES = /^[a-z]*< {3}\[/;
const labelsIn = (line: string): readonly string[] =>
  [...line.matchAll(/\[([^\]]+)\]/g)].map(([, label]) => label ?? '');

// What is edited in its place is either sent anew, then without the mark, or known by those who look.
function withoutEdits(
  written: readonly string[],
  played: readonly string[],
  deltas: ReadonlySet<number>,
): readonly string[] {
  const sent = messagesOf(played);
  return messagesOf(written).flatMap((message) => {
    if (!message[0]?.includes(EDITED)) return message;
    const fresh = message.with(0, message[0].replace(EDITED, ''));
    const isSent = sent.some(
      (one) =>
        one.length === fresh.length && one.every((line, i) => inTermsOf(fresh[i] ?? '', line, deltas) === fresh[i]),
    );
    return isSent ? fresh : [];
  });
}

const EDITED = '(diubah) ';

// A message's first line stands right behind the sign, all others are set in.
function messagesOf(said: readonly string[]): string[][] {
  const messages: string[][] = [];
  for (const line of said) {
    const goesOn = /^[a-z]*<($| {3})/.test(line);
    if (goesOn) messages.at(-1)?.push(line);
    else messages.push([line]);
  }
  return messages;
}
