import type {
  Can,
  Channel,
  ChatAddress,
  Door,
  FetchOutcome,
  InMessage,
  OutMessage,
  SendOutcome,
} from '../../src/channels/channel.ts';
import { asKey, type Key } from '../../src/core/ids.ts';

/** What a person on the test channel has been shown. */
export interface Shown {
  readonly to: string;
  readonly key: Key;
  readonly message: OutMessage;
  readonly ref: string;
}

/** A platform of the tests' own: it keeps what it was not told to forget, like Telegram does. */
export class TestPlatform {
  readonly shown: Shown[] = [];
  readonly can: Can = { buttons: true, edit: true, maxText: 4096, maxCaption: 1024 };
  /** What a send comes to; by default it arrives. */
  answer: (to: ChatAddress, message: OutMessage, key: Key) => SendOutcome['type'] | SendOutcome = () => 'sent';
  readonly files = new Map<string, Uint8Array>();
  private readonly waiting: InMessage[] = [];
  private n = 0;

  /** A person writes; the platform keeps it until a door has accepted it. */
  say(person: string, body: string | InMessage['body'], more: Partial<InMessage> = {}): Key {
    const key = asKey(`simulator/test/${person}/${++this.n}`);
    this.again({
      key,
      chat: { channel: 'simulator', account: 'test', person },
      by: 'person',
      sentAt: new Date(0),
      body: typeof body === 'string' ? { type: 'text', text: body } : body,
      ...more,
    });
    return key;
  }

  /** Delivers a message once more. */
  again(message: InMessage): void {
    this.waiting.push(message);
  }

  /** What one person sees, in order. */
  texts(person: string): string[] {
    return this.shown.filter((one) => one.to === person).map((one) => one.message.text);
  }

  /** A channel onto this platform; each program that is started makes its own. */
  channel(): Channel & { dead: boolean } {
    const platform = this;
    return {
      dead: false,
      name: 'simulator',
      account: 'test',
      can: this.can,
      async start(door: Door, stop: AbortSignal) {
        while (!stop.aborted && !this.dead) {
          const batch = [...platform.waiting];
          if (batch.length === 0) {
            await new Promise((resolve) => setTimeout(resolve, 1));
            continue;
          }
          try {
            await door.accept(batch);
            if (!this.dead) platform.waiting.splice(0, batch.length);
          } catch {
            // Not told that it is safe, the platform keeps it and delivers again.
            await new Promise((resolve) => setTimeout(resolve, 1));
          }
        }
      },
      async send(to, message, key) {
        if (this.dead) return new Promise<SendOutcome>(() => undefined);
        const answer = platform.answer(to, message, key);
        const outcome: SendOutcome =
          typeof answer !== 'string'
            ? answer
            : answer === 'sent'
              ? { type: 'sent', ref: String(++platform.n) }
              : answer === 'unknown'
                ? { type: 'unknown', reason: 'test' }
                : answer === 'retry'
                  ? { type: 'retry', afterMs: 1, reason: 'test' }
                  : { type: 'refused', reason: 'blocked' };
        if (outcome.type === 'sent') platform.shown.push({ to: to.person, key, message, ref: outcome.ref });
        return outcome;
      },
      async fetch(ref): Promise<FetchOutcome> {
        const bytes = platform.files.get(ref.id);
        return bytes ? { type: 'fetched', bytes } : { type: 'gone' };
      },
      health: () => ({ up: true, since: new Date(0), detail: 'test' }),
    };
  }
}
