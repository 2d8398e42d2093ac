import { addressOf, type Channel, type MediaRef } from '../channels/channel.ts';
import { type Clock, SECOND } from '../core/clock.ts';
import type { Key } from '../core/ids.ts';
import type { InMail, ReceivedFile } from './mail-document.ts';

/** Checks, re-encodes and stores what was fetched for a mail; a file nobody should keep comes back as failed. */
export type CheckFile = (bytes: Uint8Array, mail: Pick<InMail, '_id' | 'chat'>) => Promise<ReceivedFile>;

/** A file is waited for this long; then the turn goes on without it and the person is asked to send it again later. */
const LONGEST_FETCH_MS = 20 * SECOND;

/** Fetches, checks and stores the files of a run before the turn sees it. */
export function createFileReceiver(
  channel: Channel,
  check: CheckFile,
  clock: Clock,
): (run: readonly InMail[]) => Promise<ReadonlyMap<Key, ReceivedFile>> {
  return async (run) => {
    const files = await Promise.all(run.map(async (mail) => [mail._id, await receive(mail)] as const));
    return new Map(files.flatMap(([key, file]) => (file ? [[key, file] as const] : [])));
  };

  async function receive(mail: InMail): Promise<ReceivedFile | undefined> {
    if (mail.body.type !== 'media') return undefined;
    if (mail.file?.type === 'stored') return mail.file;
    const { ref } = mail.body;
    const limit = AbortSignal.timeout(LONGEST_FETCH_MS);
    const late: ReceivedFile = { type: 'failed', reason: 'later' };
    const timeout = new Promise<ReceivedFile>((resolve) => {
      limit.addEventListener('abort', () => resolve(late), { once: true });
    });
    return Promise.race([timeout, fetchAndCheck(mail, ref, limit)]);
  }

  async function fetchAndCheck(mail: InMail, ref: MediaRef, limit: AbortSignal): Promise<ReceivedFile> {
    while (!limit.aborted && addressOf(mail.chat).channel === channel.name) {
      const got = await channel.fetch(ref);
      switch (got.type) {
        case 'gone':
          return { type: 'failed', reason: 'gone' };
        case 'fetched':
          return check(got.bytes, mail);
        case 'retry':
          await clock.sleep(got.afterMs, limit);
      }
    }
    return { type: 'failed', reason: 'later' };
  }
}
