import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Action } from '../../../src/dialogue/action.ts';
import { demoTalk } from './demo-talk.ts';

const FLOW = `flow: umur
for: customer
start: { words: [umur] }
steps:
  - form: umur
    fields:
      - { name: umur, as: quantity, ask: demo.ask-nama }
  - { call: keep-age, with: { umur: $umur }, on: { kept: selesai } }
  - { id: selesai, end: done }
`;

describe('a form with a field of its own name', () => {
  it('gives an action the field where one value is meant', async () => {
    const heard: unknown[] = [];
    const keepAge: Action<{ umur: number }, 'kept'> = {
      name: 'keep-age',
      kind: 'acts',
      input: z.object({ umur: z.number() }),
      outcomes: ['kept'],
      run: async (input) => {
        heard.push(input);
        return { outcome: 'kept' };
      },
    };
    const t = demoTalk({ files: { 'customer/umur.yaml': FLOW }, actions: [keepAge] });
    await t.say('umur');
    await t.say('31');
    expect(heard).toEqual([{ umur: 31 }]);
  });
});
