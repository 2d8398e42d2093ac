import { readCode } from '../../../src/core/ids.ts';
import { type Deed, FIRST, type Part, type Story } from './read-story.ts';
import type { Seen, Stage } from './stage.ts';

/** Plays a story on a stage; its parts with what was said this time. */
export async function play(story: Story, stage: Stage): Promise<readonly Part[]> {
  const codes: string[] = [];
  const named = (text: string): string =>
    text.replace(/\b[A-Z0-9]{6}\b/g, (word) => {
      if (readCode(word) !== word) return word;
      if (!codes.includes(word)) codes.push(word);
      return `{kode${codes.indexOf(word) + 1}}`;
    });
  const meant = (text: string): string =>
    text.replace(/\{kode(\d+)\}/g, (whole, n: string) => codes[Number(n) - 1] ?? whole);

  const played: Part[] = [];
  for (const part of story.parts) {
    if (part.type === 'comment') {
      played.push(part);
      continue;
    }
    const isBurst = part.deed.type === 'says' && part.deed.burst;
    const acted = act(stage, part.deed, meant).then(() => (isBurst ? undefined : stage.idle()));
    await acted.catch((error: unknown) => {
      throw new Error(
        `at "${part.line}": ${String(error)}\nso far:\n${played.flatMap((p) => (p.type === 'deed' ? [p.line, ...p.said] : [p.line])).join('\n')}`,
      );
    });
    const said = isBurst ? [] : inOrder(stage.heard()).flatMap((seen) => linesOf(seen).map(named));
    played.push({ ...part, said });
  }
  return played;
}

function act(stage: Stage, deed: Deed, meant: (text: string) => string): Promise<void> {
  switch (deed.type) {
    case 'says':
      return stage.say(deed.who, meant(deed.text));
    case 'taps':
      return stage.tap(deed.who, meant(deed.label), deed.old);
    case 'sends':
      return stage.send(deed.who, deed.what, meant(deed.caption));
    case 'quotes':
      return stage.quote(deed.who, meant(deed.words), meant(deed.text));
    case 'later':
      return stage.later(deed.ms);
    case 'restart':
      return stage.restart();
  }
}

// Chats are told side by side; a story tells them one after another, the first person's first.
function inOrder(seen: readonly Seen[]): readonly Seen[] {
  const rank = (who: string): string => (who === FIRST ? '' : who);
  return seen.toSorted((a, b) => rank(a.who).localeCompare(rank(b.who)));
}

function linesOf({ who, text, choices, file, edited }: Seen): string[] {
  const name = who === FIRST ? '' : who;
  const marks = [edited ? '(diubah) ' : '', file ? `(${file}) ` : ''].join('');
  const [first = '', ...rest] = `${marks}${text}`.split('\n');
  const buttons = choices.length > 0 ? [`${name}<   ${choices.map((label) => `[${label}]`).join(' ')}`] : [];
  return [`${name}< ${first}`.trimEnd(), ...rest.map((line) => `${name}<   ${line}`.trimEnd()), ...buttons];
}

// What is edited in its place on one platform is not sent again on another.
function withoutEdits(said: readonly string[]): readonly string[] {
  let edited = false;
  return said.filter((line) => {
    if (/^[a-z]*<(?! {3})/.test(line) && !/^[a-z]*<$/.test(line)) edited = /^[a-z]*< \(diubah\)/.test(line);
    return !edited;
  });
}

/** What differs from platform to platform and means nothing: the digits that make an amount one of its kind. */
export const masked = (parts: readonly Part[]): string =>
  parts
    .flatMap((part) => (part.type === 'deed' ? [part.line, ...withoutEdits(part.said)] : []))
    .join('\n')
    .replace(/Rp([\d.]*)\.(\d{3})\b/g, (whole, head: string, tail: string) =>
      /^(000|500)$/.test(tail) ? whole : `Rp${head}.xxx`,
    )
    .replace(/(unik\D{0,12})\d{1,3}\b/gi, '$1xxx');
