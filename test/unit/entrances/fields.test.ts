import { afterAll, describe, expect, it } from 'vitest';
import { FLOWS_DIR } from '../../../src/app.ts';
import { LANGUAGES } from '../../../src/core/language.ts';
import type { Parsed } from '../../../src/dialogue/kind.ts';
import { loadTexts } from '../../../src/dialogue/load-texts.ts';
import { replyOf } from '../../../src/dialogue/reply.ts';
import { say } from '../../../src/dialogue/texts.ts';
import { inMail } from '../../support/mail.ts';
import { at } from '../desks/customer/a-shelf.ts';
import { kindOf } from './desk-kinds.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { FIELD_TABLES, type FieldAnswer } from './tables/fields.ts';
import { textFiles } from './text-files.ts';

const { texts } = loadTexts(FLOWS_DIR, textFiles(FLOWS_DIR));
/** A reader that goes over its words again and again would take minutes; a busy machine takes a fraction of this. */
const MOST_MS = 3_000;
let tried = 0;

function parse(table: string, said: string): Parsed {
  const kind = kindOf(table);
  if (!kind) throw new Error(`no kind for the table "${table}"`);
  tried++;
  return kind.parse(replyOf([inMail(said)]), at());
}

const answerOf = (parsed: Parsed): FieldAnswer => {
  switch (parsed.type) {
    case 'filled':
      return { taken: parsed.value };
    case 'several':
      return { taken: [...parsed.values] };
    case 'more':
      return 'asked back';
    case 'failed':
      return 'refused';
  }
};

/** What the person is told, in both languages; a text with a hole in it throws. */
const told = (parsed: Parsed): readonly string[] => {
  if (parsed.type === 'filled' || parsed.type === 'several') return [];
  const key = parsed.type === 'more' ? parsed.ask : parsed.why;
  return LANGUAGES.map((language) => say(texts, key, language, parsed.with ?? {}));
};

afterAll(() => console.info(`fields: ${tried} bad inputs tried`));

describe.each(Object.entries(FIELD_TABLES))('a %s', (table, rows) => {
  it.each(rows)('answers %j with %j', (said, answer) => {
    const parsed = parse(table, said);
    expect(answerOf(parsed)).toEqual(answer);
    for (const words of told(parsed)) expect(words.length).toBeGreaterThan(10);
  });

  it('takes nothing hostile apart from plain, bounded, clean text, and tells why in both languages', () => {
    for (const [tries, said] of HOSTILE_TEXTS) {
      const began = performance.now();
      const parsed = parse(table, said);
      const where = `${tries}: ${JSON.stringify(said.slice(0, 40))}`;
      expect(performance.now() - began, where).toBeLessThan(MOST_MS);
      for (const words of told(parsed)) expect(words.length, where).toBeGreaterThan(10);
      const answer = answerOf(parsed);
      if (typeof answer === 'string') continue;
      const value = JSON.stringify(answer.taken);
      // What is kept comes back from the store as it was, holds no control character and fits a message.
      expect(JSON.parse(value), where).toEqual(answer.taken);
      expect(value, where).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E]|\\u00|\\ud[89a-f]/u);
      expect(value.length, where).toBeLessThan(1_000);
      expect(kindOf(table)?.show(answer.taken, 'id'), where).toBeTypeOf('string');
    }
  });
});
