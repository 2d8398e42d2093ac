import { cutText } from '../../core/text.ts';
import type { Choice, OutMessage, StoredFile } from '../channel.ts';
import { writeTap } from './buttons.ts';

/** Telegram's limits, in UTF-16 units. */
export const MAX_TEXT = 4_096;
export const MAX_CAPTION = 1_024;

const MAX_LABEL = 64;
const MAX_IN_ROW = 8;
const MAX_BUTTONS = 100;

export type Rows = { readonly text: string; readonly callback_data: string }[][];

/** One message as Telegram takes it; the buttons stand under the last part. */
export type Part =
  | { readonly type: 'text'; readonly text: string; readonly rows: Rows }
  | { readonly type: 'file'; readonly file: StoredFile; readonly caption: string; readonly rows: Rows };

/** The messages that say what one `OutMessage` says: more than one where it is longer than Telegram takes. */
export function partsOf(message: OutMessage): readonly Part[] {
  const { rows, lines } = keyboardOf(message.choices ?? []);
  const text = [message.text.toWellFormed(), ...lines].filter((line) => line !== '').join('\n');
  const { file } = message;
  if (file && text.length <= MAX_CAPTION) return [{ type: 'file', file, caption: text, rows }];
  const texts = splitText(text, MAX_TEXT);
  const parts: Part[] = texts.map((piece, i) => ({
    type: 'text',
    text: piece,
    rows: i === texts.length - 1 ? rows : [],
  }));
  return file ? [{ type: 'file', file, caption: '', rows: [] }, ...parts] : parts;
}

/** Splits a text into pieces of at most `max`: between paragraphs, else lines, else words, else characters. */
export function splitText(text: string, max: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const cut = cutAt(rest, max);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...pieces, rest].filter((piece) => piece.trim() !== '');
}

function cutAt(text: string, max: number): number {
  for (const gap of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(gap, max);
    // A cut in the first third would leave a stump.
    if (at > max / 3) return at;
  }
  // Never between the two halves of one character.
  const code = text.charCodeAt(max - 1);
  return code >= 0xd800 && code <= 0xdbff ? max - 1 : max;
}

/** The buttons of a message; a choice that no button can carry becomes a line to answer with. */
export function keyboardOf(choices: readonly Choice[]): { readonly rows: Rows; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const byRow = new Map<string, Rows[number]>();
  for (const [i, { label, tap, row }] of choices.entries()) {
    const data = writeTap(tap);
    const text = cutText(label.toWellFormed().trim(), MAX_LABEL);
    if (data === undefined || text === '' || i >= MAX_BUTTONS) {
      lines.push(`${text}: ${tap.verb} ${tap.code}`);
      continue;
    }
    const name = row === undefined ? `alone ${i}` : `row ${row}`;
    byRow.set(name, [...(byRow.get(name) ?? []), { text, callback_data: data }]);
  }
  return { rows: [...byRow.values()].flatMap(inRowsOfEight), lines };
}

function inRowsOfEight(row: Rows[number]): Rows {
  const rows: Rows = [];
  for (let i = 0; i < row.length; i += MAX_IN_ROW) rows.push(row.slice(i, i + MAX_IN_ROW));
  return rows;
}
