import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/logger.ts';
import type { HealthBoard } from './health.ts';
import type { Intake } from './intake.ts';
import { type Line, within } from './line.ts';
import { problemOf } from './outcome.ts';
import { pauseMs, sentenceOf } from './trouble.ts';
import { ASKED_FOR } from './update.ts';

const SET_MS = 9_000;

/** Where Telegram is to bring updates, and the secret by which it shows that it is Telegram. */
export interface WebhookMode {
  readonly type: 'webhook';
  readonly url: string;
  readonly secret: string;
}

export interface WebhookDeps {
  readonly line: Line;
  readonly health: HealthBoard;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Tells Telegram where to bring updates, until it takes it; resolves at `stop`, or when the token is no good. */
export async function keepWebhook(
  { line, health, clock, log }: WebhookDeps,
  mode: WebhookMode,
  stop: AbortSignal,
): Promise<void> {
  for (let failures = 1; !stop.aborted; failures++) {
    try {
      const wish = { secret_token: mode.secret, allowed_updates: ASKED_FOR };
      await within(SET_MS, stop, async (limit) => await line.api(limit).setWebhook(mode.url, wish));
      health.up('webhook set');
      return;
    } catch (error) {
      const problem = problemOf(error);
      if (stop.aborted) return;
      health.down(sentenceOf(problem));
      log.warn({ problem }, 'telegram does not take the webhook');
      if (problem.type === 'bad-token') return;
      await clock.sleep(Math.max(problem.type === 'busy' ? problem.afterMs : 0, pauseMs(failures)), stop);
    }
  }
}

/** Takes one update that came by webhook: the HTTP status for Telegram, which brings it again for anything but 2xx. */
export async function takeWebhook(
  { intake, secret, log }: { readonly intake: Intake | undefined; readonly secret: string; readonly log: Logger },
  given: string | undefined,
  body: unknown,
): Promise<number> {
  if (!sameSecret(given ?? '', secret)) return 401;
  if (!intake) return 503;
  try {
    await intake.take([body]);
    return 200;
  } catch (err) {
    log.warn({ err }, 'an update was not accepted');
    return 503;
  }
}

// Hashed first, so that neither content nor length shows in the time it takes.
function sameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
