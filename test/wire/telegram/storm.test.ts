import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../../src/channels/channel.ts';
import type { Fault } from '../../support/telegram/faults.ts';
import { type RunningBot, runBot } from './run-bot.ts';

const SENDS = 200;
const SIDE_BY_SIDE = 8;

const FAULTS: readonly Fault[] = [
  ...[1, 5, 60].map((s): Fault => ({ type: 'code', code: 429, parameters: { retry_after: s } })),
  { type: 'code', code: 500 },
  { type: 'html', code: 502 },
  { type: 'html', code: 504 },
  { type: 'reset' },
  { type: 'ghost' },
  { type: 'cut' },
];

/** Sends until it is sent, as a lane does, and tells every outcome on the way. */
async function sendUntilSent(bot: RunningBot, text: string): Promise<readonly SendOutcome['type'][]> {
  const outcomes: SendOutcome['type'][] = [];
  for (;;) {
    const { type } = await bot.send({ text }, text);
    outcomes.push(type);
    if (type === 'sent' || outcomes.length > SENDS) return outcomes;
  }
}

describe('a storm of faults', () => {
  it('sends every message, and twice only what was unknown', async () => {
    const bot = await runBot();
    const texts = Array.from({ length: SENDS }, (_, i) => `pesan ${i}`);
    const told = new Map<string, readonly SendOutcome['type'][]>();
    const lane = async (first: number): Promise<void> => {
      for (let i = first; i < SENDS; i += SIDE_BY_SIDE) {
        const text = texts[i] ?? '';
        // Whoever sends next meets it, so side by side the faults strike at random.
        const fault = FAULTS[i % FAULTS.length];
        if (fault) bot.telegram.faults.add(fault, { method: 'sendMessage' });
        told.set(text, await sendUntilSent(bot, text));
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, i) => lane(i)));
    expect(bot.telegram.calls.filter(({ method }) => method === 'sendMessage').length).toBeGreaterThan(SENDS * 1.5);
    for (const text of texts) {
      const outcomes = told.get(text) ?? [];
      const seen = bot.ani.heard.filter((message) => message.text === text).length;
      const unknown = outcomes.filter((type) => type === 'unknown').length;
      expect(outcomes.at(-1)).toBe('sent');
      expect(seen).toBeGreaterThanOrEqual(1);
      expect(seen).toBeLessThanOrEqual(1 + unknown);
    }
  });
});
