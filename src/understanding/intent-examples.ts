import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { INTENTS, type Intent } from './intent-rule.ts';

/** A message whose wish is known. */
export interface IntentExample {
  readonly intent: Intent;
  readonly text: string;
}

let loaded: readonly IntentExample[] | undefined;

/** The messages that the reader learns from, read from their file on first use and kept. */
export function intentExamples(): readonly IntentExample[] {
  loaded ??= parse(readFileSync(new URL('./data/intents.txt', import.meta.url), 'utf8'));
  return loaded;
}

const Name = z.enum(INTENTS);

function parse(file: string): readonly IntentExample[] {
  const examples: IntentExample[] = [];
  let intent: Intent | undefined;
  for (const line of file.split('\n').map((one) => one.trim())) {
    const heading = /^\[(.+)\]$/.exec(line);
    if (heading !== null) intent = Name.parse(heading[1]);
    else if (intent !== undefined && line !== '' && !line.startsWith('#')) examples.push({ intent, text: line });
  }
  return examples;
}
