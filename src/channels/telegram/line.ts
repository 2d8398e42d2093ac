import type { Readable } from 'node:stream';
import { Api } from 'grammy';
import { z } from 'zod';
import { type Wire, type WireAnswer, WireError } from './wire.ts';

const TELEGRAM = 'https://api.telegram.org';
const MAX_ANSWER_BYTES = 16 << 20;

/** The bot's line to Telegram: grammY's methods and plain downloads over one wire. */
export interface Line {
  /** grammY's client; all calls made with it end when `stop` is aborted. */
  api(stop: AbortSignal): Api;
  /** Reads a file by the path that getFile named. The URL holds the token and is never logged or thrown. */
  download(path: string, maxBytes: number, stop: AbortSignal): Promise<WireAnswer>;
}

/** What grammY hands to its `fetch`. */
interface Init {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Readable;
}

export function createLine(wire: Wire, { token, apiRoot = TELEGRAM }: { token: string; apiRoot?: string }): Line {
  const root = apiRoot.replace(/\/+$/, '');
  return {
    // grammY's types take only the AbortSignal of its polyfill, so ours is bound here, to a client a call.
    api: (stop) =>
      new Api(token, {
        apiRoot: root,
        timeoutSeconds: 120,
        fetch: async (url: string, { method, headers, body }: Init) => {
          const answer = await wire.ask(url, { method, headers, body, maxBytes: MAX_ANSWER_BYTES }, stop);
          const json = readAnswer(answer);
          return { json: () => Promise.resolve(json) };
        },
      }),
    download: async (path, maxBytes, stop) =>
      await wire.ask(`${root}/file/bot${token}/${path}`, { method: 'GET', maxBytes }, stop),
  };
}

const ApiAnswer = z.looseObject({ ok: z.boolean() });

/** An answer of Telegram's, or of a proxy on the way (an HTML page) as if Telegram had refused with that status. */
function readAnswer({ status, bytes }: WireAnswer): unknown {
  const parsed = ApiAnswer.safeParse(parseJson(bytes.toString('utf8')));
  if (parsed.success) return parsed.data;
  if (status >= 400) return { ok: false, error_code: status, description: `HTTP ${status}` };
  throw new WireError(true, 'BROKEN_ANSWER');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Runs calls that end after `ms` or when `stop` is aborted, whichever comes first. */
export async function within<T>(
  ms: number,
  stop: AbortSignal | undefined,
  run: (limit: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const end = () => limit.abort();
  const timer = setTimeout(end, ms);
  stop?.addEventListener('abort', end);
  if (stop?.aborted) end();
  try {
    return await run(limit.signal);
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', end);
  }
}
