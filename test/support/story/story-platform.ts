import type {
  Can,
  Channel,
  ChannelName,
  Door,
  FetchOutcome,
  InBody,
  InMessage,
  OutMessage,
  SendOutcome,
} from '../../../src/channels/channel.ts';
import { asKey } from '../../../src/core/ids.ts';
import { nameOf } from './stage.ts';

/** A message on somebody's phone. */
export interface OnPhone {
  readonly who: string;
  readonly ref: string;
  readonly message: OutMessage;
  readonly edited: boolean;
}

/** A platform for stories: what was sent is shown, an edit shows in its place, what was said waits until it is accepted. */
export class StoryPlatform {
  readonly seen: OnPhone[] = [];
  private readonly queue: InMessage[] = [];
  private readonly files = new Map<string, Uint8Array>();
  private readonly last = new Map<string, InMessage>();
  private readonly name: ChannelName;
  private readonly can: Can;
  private n = 0;

  constructor(name: ChannelName, buttons: boolean) {
    this.name = name;
    this.can = { buttons, edit: buttons, maxText: 4096, maxCaption: 1024 };
  }

  get waiting(): number {
    return this.queue.length;
  }

  say(who: string, body: InBody, more: Partial<InMessage> = {}): void {
    const key = asKey(`${this.name}/test/${who}/${++this.n}`);
    const message: InMessage = {
      key,
      chat: { channel: this.name, account: 'test', person: who },
      by: 'person',
      sentAt: new Date(0),
      name: nameOf(who),
      body,
      ...more,
    };
    this.last.set(who, message);
    this.queue.push(message);
  }

  sendFile(who: string, kind: 'image' | 'file' | 'audio', bytes: Uint8Array, caption: string, album?: string): void {
    const id = `file-${++this.n}`;
    this.files.set(id, bytes);
    this.say(
      who,
      { type: 'media', kind, ref: { channel: this.name, id, size: bytes.length }, caption },
      album === undefined ? {} : { album },
    );
  }

  /** The platform delivers a person's last message once more. */
  again(who: string): void {
    const message = this.last.get(who);
    if (message) this.queue.push(message);
  }

  /** A person's phone as it now looks: edited messages in their place. */
  messagesOf(who: string): OnPhone[] {
    const newest = new Map<string, OnPhone>();
    for (const one of this.seen) if (one.who === who) newest.set(one.ref, one);
    return [...newest.values()];
  }

  channel(): Channel {
    return {
      name: this.name,
      account: 'test',
      can: this.can,
      start: async (door: Door, stop: AbortSignal) => {
        while (!stop.aborted) {
          const batch = [...this.queue];
          if (batch.length > 0) {
            await door.accept(batch);
            this.queue.splice(0, batch.length);
          } else await new Promise((resolve) => setTimeout(resolve, 1));
        }
      },
      send: async (to, message): Promise<SendOutcome> => {
        const edited = message.replaces !== undefined && this.can.edit;
        const ref = edited ? (message.replaces ?? '') : String(++this.n);
        // An edit that changes nothing is seen by nobody.
        const last = this.seen.findLast((one) => one.ref === ref && one.who === to.person);
        if (!edited || !last || looks(last.message) !== looks(message))
          this.seen.push({ who: to.person, ref, message, edited });
        return { type: 'sent', ref };
      },
      fetch: async (ref): Promise<FetchOutcome> => {
        const bytes = this.files.get(ref.id);
        return bytes ? { type: 'fetched', bytes } : { type: 'gone' };
      },
      health: () => ({ up: true, since: new Date(0), detail: 'story' }),
    };
  }
}

const looks = ({ text, choices = [], file }: OutMessage): string =>
  JSON.stringify([text, choices.map(({ label, tap }) => [label, tap]), file?.id]);
