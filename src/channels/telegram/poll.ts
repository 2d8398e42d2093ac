import { type Clock, SECOND } from '../../core/clock.ts';
import type { Logger } from '../../core/logger.ts';
import type { HealthBoard } from './health.ts';
import type { Intake } from './intake.ts';
import { type Line, within } from './line.ts';
import { type Problem, problemOf } from './outcome.ts';
import { pauseMs, sentenceOf } from './trouble.ts';
import { ASKED_FOR } from './update.ts';

const POLL_SECONDS = 30;
const ANSWER_MS = (POLL_SECONDS + 10) * SECOND;
const REMOVE_MS = 9 * SECOND;
const WEBHOOK_SET = /webhook is active/;

export interface PollDeps {
  readonly line: Line;
  readonly intake: Intake;
  readonly health: HealthBoard;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Asks Telegram for updates until `stop`: a whole batch is safe on disk before the offset moves past it. */
export async function poll(deps: PollDeps, stop: AbortSignal): Promise<void> {
  const { clock } = deps;
  let offset = 0;
  for (let failures = 0; !stop.aborted; ) {
    const turn = await pollOnce(deps, offset, stop);
    if (turn.type === 'finished') return;
    if (turn.type === 'again') {
      failures++;
      await clock.sleep(Math.max(turn.afterMs, pauseMs(failures)), stop);
      continue;
    }
    failures = 0;
    offset = turn.offset;
  }
}

type Turn =
  | { readonly type: 'taken'; readonly offset: number }
  | { readonly type: 'again'; readonly afterMs: number }
  | { readonly type: 'finished' };

async function pollOnce({ line, intake, health, log }: PollDeps, offset: number, stop: AbortSignal): Promise<Turn> {
  // Until it is known to be up, it asks without waiting, so that health does not hang on the first message.
  const asked = await ask(line, { offset, timeout: health.now().up ? POLL_SECONDS : 0 }, stop);
  if (stop.aborted) return { type: 'finished' };
  if ('problem' in asked) {
    const { problem } = asked;
    if (problem.type === 'conflict' && WEBHOOK_SET.test(problem.detail)) await removeWebhook(line, stop);
    health.down(sentenceOf(problem));
    log.warn({ problem }, 'telegram does not hand out updates');
    return problem.type === 'bad-token'
      ? { type: 'finished' }
      : { type: 'again', afterMs: problem.type === 'busy' ? problem.afterMs : 0 };
  }
  try {
    await intake.take(asked.updates);
  } catch (err) {
    // Not accepted, so the offset stays: Telegram keeps the batch until the store is back.
    health.down('messages wait at Telegram: the store does not take them');
    log.warn({ err, updates: asked.updates.length }, 'a batch was not accepted');
    return { type: 'again', afterMs: 0 };
  }
  health.up('polling');
  const last = asked.updates.at(-1)?.update_id;
  return { type: 'taken', offset: last === undefined ? offset : last + 1 };
}

// Settings say polling, so a webhook left from before goes; what it had not delivered stays at Telegram.
async function removeWebhook(line: Line, stop: AbortSignal): Promise<void> {
  try {
    await within(REMOVE_MS, stop, async (limit) => await line.api(limit).deleteWebhook());
  } catch (error) {
    // The next poll meets the same conflict and tries again; only a bug goes on from here.
    problemOf(error);
  }
}

type Asked = { readonly updates: readonly { readonly update_id: number }[] } | { readonly problem: Problem };

async function ask(line: Line, at: { offset: number; timeout: number }, stop: AbortSignal): Promise<Asked> {
  const wish = { ...at, limit: 100, allowed_updates: ASKED_FOR };
  try {
    return { updates: await within(ANSWER_MS, stop, async (limit) => await line.api(limit).getUpdates(wish)) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}
