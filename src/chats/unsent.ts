import type { OutMessage } from '../channels/channel.ts';
import type { Key } from '../core/ids.ts';
import type { InMail, ReceivedFile, Sent } from './mail-document.ts';

/** What was decided and saved, but perhaps not sent. */
export interface Unsent {
  readonly run: readonly InMail[];
  readonly answers: readonly OutMessage[];
  readonly files: ReadonlyMap<Key, ReceivedFile>;
  /** Set once all is sent: a close that failed is tried again, the sending is not. */
  readonly log?: readonly Sent[];
}
