import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readIntent } from '../../../src/understanding/intent.ts';
import { intentExamples } from '../../../src/understanding/intent-examples.ts';
import { INTENTS } from '../../../src/understanding/intent-rule.ts';
import { testData } from './catalogue.ts';

const Messages = z.record(z.enum(INTENTS), z.array(z.string()));
const messages = (file: string) =>
  Object.entries(Messages.parse(parse(testData(file), { schema: 'failsafe' }))).flatMap(([intent, texts]) =>
    texts.map((text) => ({ intent, text })),
  );
const building = intentExamples();
const heldOut = messages('intents-held-out.yaml');

const isRight = ({ intent, text }: { intent: string; text: string }) => readIntent(text)?.intent === intent;
const recalls = (all: readonly { intent: string; text: string }[]) =>
  INTENTS.map((intent) => {
    const own = all.filter((message) => message.intent === intent);
    return { intent, recall: own.filter(isRight).length / own.length };
  });

describe('what a message wants', () => {
  it.each([
    ['the messages it was built with', building, 1000],
    ['messages it was not built with', heldOut, 190],
  ])('is read right in at least nine of ten of %s, and eight of ten of every kind', (name, all, least) => {
    const accuracy = all.filter(isRight).length / all.length;
    const lowest = Math.min(...recalls(all).map(({ recall }) => recall));
    console.log(
      `intents, ${name}: ${all.length} messages, ${(100 * accuracy).toFixed(1)} % right, lowest recall ${(100 * lowest).toFixed(0)} %`,
    );
    if (process.env.SHOW !== undefined && all === building) {
      for (const message of all.filter((one) => !isRight(one)))
        console.log(`  ${message.intent}: ${message.text} -> ${readIntent(message.text)?.intent}`);
    }
    expect(all.length).toBeGreaterThanOrEqual(least);
    expect(accuracy).toBeGreaterThanOrEqual(0.9);
    expect(recalls(all).filter(({ recall }) => recall < 0.8)).toEqual([]);
  });

  it('has no message in both sets', () => {
    const texts = new Set(building.map(({ text }) => text.toLowerCase()));
    expect(heldOut.filter(({ text }) => texts.has(text.toLowerCase()))).toEqual([]);
  });

  it('is right nearly always where it says it is sure', () => {
    const sure = heldOut.filter(({ text }) => readIntent(text)?.sure === true);
    expect(sure.filter(isRight).length / sure.length).toBeGreaterThanOrEqual(0.93);
    expect(sure.length / heldOut.length).toBeGreaterThan(0.5);
  });

  it.each(['', '   ', '12345', 'totebag kanvas', '👍'])('is nothing for %j', (text) => {
    expect(readIntent(text)).toBeUndefined();
  });
});
