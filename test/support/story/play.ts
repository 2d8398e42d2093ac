import { readCode } from '../../../src/core/ids.ts';
import { type Deed, FIRST, type Part, type Story } from './read-story.ts';
import type { Seen, Stage } from './stage.ts';

/** Plays a story on a stage; its parts with what was said this time. */
export async function play(story: Story, stage: Stage): Promise<readonly Part[]> {
  const codes: string[] = [];
  const named = (text: string): string =>
    text.replace(/(?:\b|(?<=%20|%0A))[A-Z0-9]{6}\b/g, (word) => {
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
