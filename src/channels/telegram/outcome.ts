import { GrammyError, HttpError } from 'grammy';
import { SECOND } from '../../core/clock.ts';
import type { SendOutcome } from '../channel.ts';
import { WireError } from './wire.ts';

const NO_LINE_MS = 3 * SECOND;
const BROKEN_SERVER_MS = 2 * SECOND;
const BAD_TOKEN_MS = 60 * SECOND;

/** What a failed call means for what was sent; a throw that is no answer of the platform's is a bug and goes on. */
export function outcomeOf(error: unknown): SendOutcome {
  const problem = problemOf(error);
  switch (problem.type) {
    case 'no-line':
      return { type: 'retry', afterMs: NO_LINE_MS, reason: problem.detail };
    case 'no-answer':
      return { type: 'unknown', reason: problem.detail };
    case 'busy':
      return { type: 'retry', afterMs: problem.afterMs, reason: problem.detail };
    case 'broken':
      return { type: 'retry', afterMs: BROKEN_SERVER_MS, reason: problem.detail };
    case 'bad-token':
      return { type: 'retry', afterMs: BAD_TOKEN_MS, reason: problem.detail };
    // Only of getUpdates; harmless for a send.
    case 'conflict':
      return { type: 'retry', afterMs: BROKEN_SERVER_MS, reason: problem.detail };
    case 'refused':
      return { type: 'refused', reason: refusalOf(problem.code, problem.detail) };
  }
}

/** Why a call to Telegram failed. */
export type Problem =
  /** Nothing left this machine. */
  | { readonly type: 'no-line'; readonly detail: string }
  /** Bytes left and no answer came. */
  | { readonly type: 'no-answer'; readonly detail: string }
  | { readonly type: 'busy'; readonly afterMs: number; readonly detail: string }
  | { readonly type: 'broken'; readonly detail: string }
  | { readonly type: 'bad-token'; readonly detail: string }
  | { readonly type: 'conflict'; readonly detail: string }
  | { readonly type: 'refused'; readonly code: number; readonly detail: string };

export function problemOf(error: unknown): Problem {
  if (error instanceof HttpError) {
    const cause = error.error;
    if (!(cause instanceof WireError)) return { type: 'no-answer', detail: 'the call broke off' };
    return { type: cause.left ? 'no-answer' : 'no-line', detail: cause.message };
  }
  if (!(error instanceof GrammyError)) throw error;
  const { error_code: code, description, parameters } = error;
  const detail = `${code} ${description}`;
  // A token that is not even shaped like one is answered with 404, as if its methods did not exist.
  if (code === 401 || code === 404) return { type: 'bad-token', detail };
  if (code === 409) return { type: 'conflict', detail };
  if (code === 429) return { type: 'busy', afterMs: (parameters.retry_after ?? 5) * SECOND, detail };
  if (code >= 500) return { type: 'broken', detail };
  return { type: 'refused', code, detail };
}

function refusalOf(code: number, detail: string): 'blocked' | 'no-such-address' | 'bad-request' {
  if (/deactivated|chat not found|user not found|PEER_ID_INVALID|upgraded to a supergroup/.test(detail)) {
    return 'no-such-address';
  }
  return code === 403 ? 'blocked' : 'bad-request';
}
