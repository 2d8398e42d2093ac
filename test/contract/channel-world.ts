import type { Channel, ChatAddress, ReadFile } from '../../src/channels/channel.ts';
import type { Clock } from '../../src/core/clock.ts';
import type { Logger } from '../../src/core/logger.ts';

/** A message as the person sees it now. */
export interface Shown {
  /** The platform's id: the `ref` that `send` gave. */
  readonly ref: string;
  readonly fromShop: boolean;
  readonly text: string;
  readonly buttons: readonly string[];
  readonly file?: Uint8Array;
}

export type Fault = 'busy' | 'broken' | 'lost' | 'blocked' | 'again';

/** One world, new for each test. */
export interface ChannelWorld {
  readonly channel: Channel;
  readonly person: {
    readonly address: ChatAddress;
    says(text: string): unknown;
    /** Answers a message of the shop's by quoting it. */
    quotes(ref: string, text: string): unknown;
    /** Taps the button with this label on that message. */
    taps(ref: string, label: string): unknown;
    sendsPicture(bytes: Uint8Array, caption: string): unknown;
    /** Everything in the chat, in order, edited messages in place. */
    sees(): readonly Shown[] | Promise<readonly Shown[]>;
  };
  readonly faults: {
    /** The next send is told to come later. */
    busy?(): unknown;
    /** The next send meets a server that fails before anything is done. */
    broken?(): unknown;
    /** The next send arrives, but its answer is lost. */
    lost?(): unknown;
    /** The person wants nothing more of the shop. */
    blocked?(): unknown;
    /** What the person sent last is delivered once more. */
    again?(): unknown;
  };
  /** The address of somebody who does not exist there. */
  readonly nobody: ChatAddress;
  close(): Promise<void>;
}

export interface ChannelDeps {
  readonly readFile: ReadFile;
  readonly clock: Clock;
  readonly log: Logger;
}
