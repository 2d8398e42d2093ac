import type { Choice, OutMessage } from '../channels/channel.ts';
import type { Language } from '../core/language.ts';
import type { Line, LineChoice } from './talk.ts';
import { say, type Texts } from './texts.ts';

/** A message stays within this, so that no channel has to cut it. */
const LONGEST = 3_500;

/** Writes lines as messages: lines follow each other in one message until one has choices or a file. */
export function render(texts: Texts, language: Language, lines: readonly Line[]): readonly OutMessage[] {
  const messages: OutMessage[] = [];
  let pending = '';
  const flush = (): void => {
    if (pending !== '') messages.push({ text: pending });
    pending = '';
  };
  for (const line of lines) {
    const text = say(texts, line.text, language, line.with);
    const choices = line.choices ?? [];
    if (line.file !== undefined || pending.length + text.length > LONGEST) flush();
    pending = pending === '' ? text : `${pending}\n\n${text}`;
    if (line.file === undefined && choices.length === 0) continue;
    messages.push({
      text: pending,
      ...(choices.length > 0 && { choices: choices.map((choice) => written(texts, language, choice)) }),
      ...(line.file !== undefined && { file: line.file }),
      ...(line.about !== undefined && { about: line.about }),
      ...(line.relays === true && { relays: true }),
    });
    pending = '';
  }
  flush();
  return messages;
}

/**
 * What bare numbers mean after these lines; undefined when they leave it as it was. A card that stands above a question without
 * a list of its own keeps its numbers.
 */
export function shownBy(texts: Texts, language: Language, lines: readonly Line[]): readonly Choice[] | undefined {
  const lists = lines.flatMap(({ numbers, choices }) => {
    const list = numbers ?? choices?.filter(({ word }) => word === undefined);
    return list === undefined ? [] : [list];
  });
  const list = lists.findLast(({ length }) => length > 0) ?? lists.at(-1);
  return list?.map((choice) => written(texts, language, choice));
}

function written(texts: Texts, language: Language, { label, tap, row, word }: LineChoice): Choice {
  return {
    label: 'words' in label ? label.words : say(texts, label.text, language, label.with),
    tap,
    ...(row !== undefined && { row }),
    ...(word !== undefined && { word: say(texts, word, language) }),
  };
}
