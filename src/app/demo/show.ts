import { styleText } from 'node:util';
import type { Heard } from './phones.ts';
import { PEOPLE, type Person } from './story.ts';

const COLOURS = { 'pembeli-1': 'green', pemilik: 'yellow', 'pemasok-2': 'magenta' } as const;
const WIDTH = 72;

/** How the demo is written on a terminal: who does something stands left, what the shop says is set in. */
export interface Show {
  title(n: number, text: string): string;
  later(words: string): string;
  end(words: string): string;
  does(who: Person, text: string): string;
  /** Undefined for a phone that is not in the story. */
  told(heard: Heard): string | undefined;
}

/** Creates the writing; without colours it is plain text. */
export function createShow(colours: boolean): Show {
  const paint = (format: Parameters<typeof styleText>[0], text: string): string =>
    colours ? styleText(format, text) : text;
  return {
    title: (n, text) =>
      `\n${paint('bold', `── ${n}. ${text} ${'─'.repeat(Math.max(2, WIDTH - text.length - `${n}`.length))}`)}`,
    later: (words) => `\n${paint('dim', `   … ${words} …`)}`,
    end: (words) => `\n${paint('bold', words)}`,
    does(who, text) {
      const [first = '', ...rest] = text.split('\n');
      const name = PEOPLE[who];
      const lines = [first, ...rest.map((line) => `${' '.repeat(name.length + 2)}${line}`)];
      return `\n${paint(['bold', COLOURS[who]], `${name}:`)} ${lines.join('\n')}`;
    },
    told({ person, message, edited }) {
      if (!isPerson(person)) return undefined;
      const side = paint(COLOURS[person], '│');
      const to = paint(COLOURS[person], `Toko → ${PEOPLE[person]}`);
      const text = message.text.split('\n');
      // A card that changes is told again in full on the phone; here its first line says what is new.
      if (edited) return `\n    ${to} ${paint('dim', `(kartu berubah) ${text[0] ?? ''}`)}`;
      const buttons = (message.choices ?? []).map(({ label }) => paint('cyan', `[${label}]`));
      const lines = [...(message.file ? ['(foto)'] : []), ...text, ...rows(buttons, message.choices ?? [])];
      return `\n    ${to}\n${lines.map((line) => `    ${side} ${line}`.trimEnd()).join('\n')}`;
    },
  };
}

const isPerson = (person: string): person is Person => person in PEOPLE;

/** Buttons as they stand on the phone: those of one row side by side, all the others too where they are short. */
function rows(buttons: readonly string[], choices: readonly { readonly label: string }[]): string[] {
  const lines: string[] = [];
  let length = WIDTH;
  for (const [i, button] of buttons.entries()) {
    const width = (choices[i]?.label.length ?? 0) + 3;
    if (length + width > WIDTH) {
      lines.push(button);
      length = width;
    } else {
      lines.push(`${lines.pop() ?? ''} ${button}`);
      length += width;
    }
  }
  return lines;
}
