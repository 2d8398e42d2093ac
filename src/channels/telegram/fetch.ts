import { SECOND } from '../../core/clock.ts';
import type { Logger } from '../../core/logger.ts';
import type { FetchOutcome, MediaRef } from '../channel.ts';
import { type Line, within } from './line.ts';
import { problemOf } from './outcome.ts';
import { WireError } from './wire.ts';

const FETCH_MS = 15 * SECOND;
const AGAIN_MS = 2 * SECOND;
/** Telegram hands no bigger file to a bot. */
const MAX_BYTES = 20 << 20;

/** Fetches a file that a person sent. */
export async function fetchFile(deps: { line: Line; log: Logger }, ref: MediaRef): Promise<FetchOutcome> {
  if (ref.size !== undefined && ref.size > MAX_BYTES) return { type: 'gone' };
  return await within(FETCH_MS, undefined, async (limit) => {
    const found = await findFile(deps, ref, limit);
    return found.type === 'found' ? await download(deps, found.path, ref, limit) : found;
  });
}

type Found = { readonly type: 'found'; readonly path: string } | Exclude<FetchOutcome, { type: 'fetched' }>;

async function findFile({ line, log }: { line: Line; log: Logger }, ref: MediaRef, limit: AbortSignal): Promise<Found> {
  try {
    const { file_path: path } = await line.api(limit).getFile(ref.id);
    return path === undefined ? { type: 'gone' } : { type: 'found', path };
  } catch (error) {
    const problem = problemOf(error);
    log.info({ problem }, 'telegram did not name a file');
    if (problem.type === 'refused') return { type: 'gone' };
    return { type: 'retry', afterMs: problem.type === 'busy' ? problem.afterMs : AGAIN_MS };
  }
}

async function download(
  { line, log }: { line: Line; log: Logger },
  path: string,
  ref: MediaRef,
  limit: AbortSignal,
): Promise<FetchOutcome> {
  try {
    const { status, bytes } = await line.download(path, MAX_BYTES, limit);
    if (status === 200) return { type: 'fetched', bytes, ...(ref.mime !== undefined && { mime: ref.mime }) };
    log.info({ status }, 'telegram did not hand out a file');
    return status === 404 || status === 400 ? { type: 'gone' } : { type: 'retry', afterMs: AGAIN_MS };
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    log.info({ code: error.code }, 'a file broke off');
    return error.code === 'TOO_LONG' ? { type: 'gone' } : { type: 'retry', afterMs: AGAIN_MS };
  }
}
