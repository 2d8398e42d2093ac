import type { Clock } from '../core/clock.ts';
import type { Key } from '../core/ids.ts';
import type { Logger } from '../core/logger.ts';
import type { ChatDocument } from './chat-document.ts';
import type { ChatStore } from './chat-store.ts';
import type { Delivery } from './deliver.ts';
import type { InMail } from './mail-document.ts';
import type { MailStore } from './mail-store.ts';
import type { TurnDeps } from './turn.ts';

/** What a lane works with; the same for all lanes of one owned account. */
export interface LaneDeps {
  readonly clock: Clock;
  readonly log: Logger;
  readonly chats: ChatStore;
  readonly mail: MailStore;
  readonly turn: TurnDeps;
  readonly delivery: Delivery;
  readonly settleMs: number;
  /** Aborted when the lease is lost or the house closes. */
  readonly stop: AbortSignal;
  /** True while the lease on this account is ours; looked at before every send. */
  held(): boolean;
  complete(chat: ChatDocument, run: readonly InMail[]): boolean;
  /** Pushes accepted before this are held back: after a restore, until the owner has looked. */
  heldBefore(): Date | undefined;
  /** Remembers mail that was closed, so that a look that began before does not bring it in again. */
  closed(key: Key): void;
  wasClosed(key: Key): boolean;
  /** Gives up on a message that failed every time. */
  bury(mail: InMail, error: unknown): Promise<void>;
  /** Tells the person once that something went wrong and is tried again. */
  apologise(mail: InMail): Promise<void>;
}
