import type { Problem } from './outcome.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** How long to wait after so many failures in a row: 0.5 s, 1, 2, ... at most 30 s. */
export const pauseMs = (failures: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 10));

/** What the operator reads when updates do not come, with what to do about it. */
export function sentenceOf(problem: Problem): string {
  switch (problem.type) {
    case 'bad-token':
      return 'Telegram does not know this token; set TELEGRAM_BOT_TOKEN to the one @BotFather shows and start again';
    case 'conflict':
      return `another program uses this bot; stop it, or give each its own token (${problem.detail})`;
    case 'no-line':
    case 'no-answer':
      return `Telegram cannot be reached: ${problem.detail}`;
    case 'busy':
    case 'broken':
    case 'refused':
      return `Telegram refuses: ${problem.detail}`;
  }
}
