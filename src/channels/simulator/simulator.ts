import type { Clock } from '../../core/clock.ts';
import { newSecret } from '../../core/ids.ts';
import type { Logger } from '../../core/logger.ts';
import type { Result } from '../../core/result.ts';
import type { Channel, Door } from '../channel.ts';
import { createEventLog, type EventLog } from './event-log.ts';
import { createHandIn } from './hand-in.ts';
import { customerName } from './names.ts';
import type { ChatMessage, PagePhone, PhoneLog, PhoneMedia } from './phones.ts';
import { keepPosted, type Posted, type PostRefused } from './post.ts';
import { type Faults, fetchMedia, sendToPhone } from './send.ts';
import { createTyping } from './typing.ts';

/** What the page hears as it happens. */
export type PageEvent =
  | { readonly type: 'message'; readonly message: ChatMessage }
  | { readonly type: 'phone'; readonly phone: PagePhone }
  | { readonly type: 'typing'; readonly person: string; readonly on: boolean }
  | { readonly type: 'clock'; readonly now: Date };

/** The simulator: a channel like any other, and what the page does with its phones. */
export interface SimulatorChannel extends Channel {
  readonly events: EventLog<PageEvent>;
  /** Lays the first phones out; what is written on them waits until the channel starts. Called again it changes nothing. */
  layOut(): Promise<void>;
  phones(): Promise<readonly (PagePhone & { readonly typing: boolean })[]>;
  messages(person: string, before?: number): Promise<readonly ChatMessage[]>;
  /** Keeps what a person wrote and hands it to the desk; the same page id twice is one message. */
  post(posted: Posted): Promise<Result<ChatMessage, PostRefused>>;
  /** Adds a customer with a made-up name; undefined when there are as many as the page can show. */
  newCustomer(): Promise<PagePhone | undefined>;
  /** Marks the shop's messages up to a number as seen. */
  read(person: string, upTo: number): Promise<PagePhone | undefined>;
}

export interface SimulatorOptions {
  readonly phones: PhoneLog;
  readonly media: PhoneMedia;
  readonly clock: Clock;
  readonly log: Logger;
  /** Names of the suppliers' phones `pemasok-1..n`; one made-up supplier when left out. */
  readonly suppliers?: readonly string[];
  /** The name on the owner's phone `pemilik`. */
  readonly owner?: string;
  /** Asked before each send. */
  readonly faults?: Faults;
}

const OWNER_PHONE = 'pemilik';
const MOST_CUSTOMERS = 200;
const ACCOUNT = 'local';
const CAN = { buttons: true, edit: true, maxText: 4096, maxCaption: 4096 } as const;
const PAGE = 100;

/** Creates the channel of the phones that exist only on the page. */
export function createSimulatorChannel(options: SimulatorOptions): SimulatorChannel {
  const { phones, media, clock, log } = options;
  const events = createEventLog<PageEvent>(newSecret().slice(0, 8));
  const typing = createTyping(clock, (person, on) => events.publish({ type: 'typing', person, on }));
  const tell = (message: ChatMessage): void => events.publish({ type: 'message', message });
  const handIn = createHandIn({ account: ACCOUNT, phones, clock, log, tell, typing });
  let door: Door | undefined;
  let since = clock.now();

  async function addPhone(person: string, name: string, kind: PagePhone['kind']): Promise<PagePhone | undefined> {
    await phones.addPhone({ person, name, kind });
    return phones.phone(person);
  }

  async function layOut(): Promise<void> {
    await addPhone('pembeli-1', customerName(1), 'customer');
    await addPhone(OWNER_PHONE, options.owner ?? 'Pemilik toko', 'owner');
    for (const [i, name] of (options.suppliers ?? ['Gudang Cimahi']).entries())
      await addPhone(`pemasok-${i + 1}`, name, 'supplier');
  }

  return {
    name: 'simulator',
    account: ACCOUNT,
    can: CAN,
    events,
    layOut,
    async start(entrance, stop) {
      await layOut();
      door = entrance;
      since = clock.now();
      await handIn.run(entrance, stop);
      door = undefined;
      since = clock.now();
    },
    send: (to, message, key, stop) =>
      sendToPhone(
        { account: ACCOUNT, phones, media, clock, log, tell, typing, faults: options.faults },
        to,
        message,
        key,
        stop,
      ),
    fetch: (ref) => fetchMedia(media, log, ref),
    health: () => ({ up: door !== undefined, since, detail: door ? 'phones on the page' : 'not started' }),

    async phones() {
      return (await phones.phones()).map((phone) => ({ ...phone, typing: typing.is(phone.person) }));
    },
    messages: (person, before) => phones.messages(person, PAGE, before),
    async post(posted) {
      const kept = await keepPosted({ account: ACCOUNT, phones, media, clock }, posted);
      if (!kept.ok) return kept;
      tell(kept.value);
      await handIn.now();
      return { ok: true, value: (await phones.message(kept.value.person, kept.value.id)) ?? kept.value };
    },
    async newCustomer() {
      const n = 1 + (await phones.phones()).filter((phone) => phone.kind === 'customer').length;
      if (n > MOST_CUSTOMERS) return undefined;
      const phone = await addPhone(`pembeli-${n}`, customerName(n), 'customer');
      if (phone) events.publish({ type: 'phone', phone });
      return phone;
    },
    async read(person, upTo) {
      const before = await phones.phone(person);
      const phone = await phones.read(person, upTo);
      if (!before || !phone || phone.readUpTo === before.readUpTo) return phone;
      events.publish({ type: 'phone', phone });
      const seen = await phones.messages(person, PAGE, phone.readUpTo + 1);
      for (const { id, from } of seen) {
        if (from === 'person' || id <= before.readUpTo) continue;
        door?.receipt({ chat: { channel: 'simulator', account: ACCOUNT, person }, ref: String(id), state: 'read' });
      }
      return phone;
    },
  };
}
