import type { Channel, Choice, Door, FetchOutcome, InBody, InMessage, OutMessage } from '../../channels/channel.ts';
import type { Clock } from '../../core/clock.ts';
import { keyOf } from '../../core/ids.ts';

/** Phones without a screen of their own: what people do is handed in, what they are told is shown by whoever listens. */
export interface DemoPhones {
  readonly channel: Channel;
  says(person: string, text: string): void;
  /** Taps the button whose label begins so, in large or small letters, on the newest message that has one; throws when the person sees none. */
  taps(person: string, label: string): Choice;
  sendsPhoto(person: string, bytes: Uint8Array, caption: string): void;
  /** True while something was done that the shop has not taken yet. */
  waiting(): boolean;
}

/** A message that reached a phone. */
export interface Heard {
  readonly person: string;
  readonly message: OutMessage;
  /** It took the place of one sent before. */
  readonly edited: boolean;
}

const ACCOUNT = 'local';
const CAN = { buttons: true, edit: true, maxText: 4096, maxCaption: 1024 } as const;
const LOOK_MS = 5;

/** Creates the phones; `hear` is told of every message in the order in which they arrive. */
export function createDemoPhones(clock: Clock, hear: (heard: Heard) => void): DemoPhones {
  const queue: InMessage[] = [];
  const files = new Map<string, Uint8Array>();
  const screens = new Map<string, Map<string, OutMessage>>();
  let count = 0;
  const since = clock.now();

  function handIn(person: string, body: InBody, quotes?: string): void {
    const chat = { channel: 'simulator', account: ACCOUNT, person } as const;
    const key = keyOf('simulator', ACCOUNT, person, ++count);
    queue.push({ key, chat, by: 'person', sentAt: clock.now(), body, ...(quotes !== undefined && { quotes }) });
  }

  const channel: Channel = {
    name: 'simulator',
    account: ACCOUNT,
    can: CAN,
    async start(door: Door, stop: AbortSignal) {
      while (!stop.aborted) {
        const batch = [...queue];
        if (batch.length > 0) await door.accept(batch);
        queue.splice(0, batch.length);
        await clock.sleep(LOOK_MS, stop);
      }
    },
    async send({ person }, message) {
      const screen = screens.get(person) ?? new Map<string, OutMessage>();
      screens.set(person, screen);
      const edited = message.replaces !== undefined && screen.has(message.replaces);
      const ref = edited ? (message.replaces ?? '') : `${++count}`;
      screen.set(ref, message);
      hear({ person, message, edited });
      return { type: 'sent', ref };
    },
    async fetch({ id }): Promise<FetchOutcome> {
      const bytes = files.get(id);
      return bytes ? { type: 'fetched', bytes } : { type: 'gone' };
    },
    health: () => ({ up: true, since, detail: 'the phones of the demo' }),
  };

  return {
    channel,
    says: (person, text) => handIn(person, { type: 'text', text }),
    taps(person, label) {
      const screen = [...(screens.get(person) ?? [])].reverse();
      for (const [ref, { choices = [] }] of screen) {
        const choice = choices.find((one) => one.label.toLowerCase().startsWith(label.toLowerCase()));
        if (!choice) continue;
        handIn(person, { type: 'tap', ...choice.tap }, ref);
        return choice;
      }
      throw new Error(`${person} sees no button [${label}]`);
    },
    sendsPhoto(person, bytes, caption) {
      const id = `foto-${++count}`;
      files.set(id, bytes);
      const ref = { channel: 'simulator', id, mime: 'image/jpeg', size: bytes.byteLength } as const;
      handIn(person, { type: 'media', kind: 'image', ref, caption });
    },
    waiting: () => queue.length > 0,
  };
}
