import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { InMessage, OutMessage, SendOutcome } from '../../src/channels/channel.ts';
import { createClock } from '../../src/core/clock.ts';
import { type Key, keyOf } from '../../src/core/ids.ts';
import { createLogger } from '../../src/core/logger.ts';
import type { ChannelDeps, ChannelWorld, Fault, Shown } from './channel-world.ts';

/** The picture that people and the shop send. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
// What `readFile` knows.
const FILES = new Map<string, Uint8Array>([
  ['picture', PNG],
  ['paper', Buffer.from('%PDF-1.4 nota')],
]);

/** What people and shops write that some platform might take for its own language. */
export const HOSTILE = [
  '*tebal* _miring_ ~coret~ `kode` ```blok``` [tautan](http://10.0.0.1)',
  '<b>bold</b> <script>alert(1)</script> &amp; &lt;',
  '{"$gt":""} $where a[$ne]=1 __proto__ \'; DROP TABLE',
  '=1+1 +2 -3 @SUM(A1)',
  'baris satu\n\n\nbaris dua\ttab',
  '😀👨‍👩‍👧 ١٢٣ ｆｕｌｌ é e\u0301',
  '/start@bot #tag @nama http://a.b/?c=d&e',
];

export const text = (said: string): OutMessage => ({ text: said });

export const saidIn = (message: InMessage | undefined): string | undefined =>
  message?.body.type === 'text' ? message.body.text : undefined;

/** Waits for an expectation to hold. */
export const soon = async (check: () => void): Promise<void> =>
  await vi.waitFor(check, { interval: 5, timeout: 10_000 });

/** One started channel with what it handed in; new for each test, in which the person has said `halo`. */
export class ChannelRun {
  readonly skip: Partial<Record<Fault, string>>;
  /** Accepted, each once. */
  taken: InMessage[] = [];
  /** Handed in once more. */
  repeats: InMessage[] = [];
  /** How many accepts are refused before one is taken. */
  refusals = 0;
  #world: ChannelWorld | undefined;
  #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #sends = 0;

  constructor(setup: (deps: ChannelDeps) => Promise<ChannelWorld>, skip: Partial<Record<Fault, string>>) {
    this.skip = skip;
    beforeEach(async () => await this.#begin(setup));
    afterEach(async () => {
      await this.stop();
      await this.world.close();
    });
  }

  get world(): ChannelWorld {
    if (!this.#world) throw new Error('no test is running');
    return this.#world;
  }

  key(): Key {
    return keyOf('contract', ++this.#sends);
  }

  async send(message: OutMessage): Promise<SendOutcome> {
    return await this.world.channel.send(this.world.person.address, message, this.key());
  }

  async sentRef(message: OutMessage): Promise<string> {
    const outcome = await this.send(message);
    if (outcome.type !== 'sent') throw new Error(`not sent: ${JSON.stringify(outcome)}`);
    return outcome.ref;
  }

  /** What the shop said, as the person sees it. */
  async shown(): Promise<readonly Shown[]> {
    return (await this.world.person.sees()).filter(({ fromShop }) => fromShop);
  }

  async arrived(n: number): Promise<void> {
    await soon(() => expect(this.taken.length).toBeGreaterThanOrEqual(n));
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** A test about a fault, skipped with its reason where the platform has no such fault. */
  withFault(fault: Fault, promise: string, test: (switchOn: () => unknown) => Promise<void>): void {
    const reason = this.skip[fault];
    it.skipIf(reason !== undefined)(reason === undefined ? promise : `${promise} (skipped: ${reason})`, async () => {
      const switchOn = this.world.faults[fault];
      if (!switchOn) throw new Error(`name in \`skip\` why there is no fault '${fault}'`);
      await test(switchOn);
    });
  }

  async #begin(setup: (deps: ChannelDeps) => Promise<ChannelWorld>): Promise<void> {
    this.taken = [];
    this.repeats = [];
    this.refusals = 0;
    this.#stop = new AbortController();
    const readFile = async (id: string) => await Promise.resolve(FILES.get(id));
    this.#world = await setup({ readFile, clock: createClock(), log: createLogger('silent') });
    const door = { accept: async (some: readonly InMessage[]) => await this.#accept(some), receipt: () => undefined };
    this.#running = this.world.channel.start(door, this.#stop.signal);
    await this.world.person.says('halo');
    await this.arrived(1);
  }

  async #accept(messages: readonly InMessage[]): Promise<void> {
    await Promise.resolve();
    if (this.refusals-- > 0) throw new Error('the store is away');
    for (const message of messages) {
      const known = this.taken.some(({ key }) => key === message.key);
      (known ? this.repeats : this.taken).push(message);
    }
  }
}
