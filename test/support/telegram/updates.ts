import { TgRefusal, type TgUpdate } from './shapes.ts';

const NOT_BY_DEFAULT = ['chat_member', 'message_reaction', 'message_reaction_count'];
const DAY_MS = 24 * 3_600_000;
const TAP_MS = 150_000;
const REPLACED = 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

interface Waiting {
  readonly offset: number;
  readonly limit: number;
  readonly done: (updates: readonly TgUpdate[]) => void;
  readonly fail: (refusal: TgRefusal) => void;
  readonly timer: NodeJS.Timeout;
}

/** The updates that wait for the bot: kept until their offset is passed, a message for a day, a tap for 150 seconds. */
export class Updates {
  /** Every update ever made, for tests that deliver one again. */
  readonly all: TgUpdate[] = [];
  #open: { readonly update: TgUpdate; readonly until: number }[] = [];
  #allowed: readonly string[] | undefined;
  #nextId = 100_000;
  #waiting: Waiting | undefined;
  readonly #nowMs: () => number;
  /** Called with each new update while a webhook is set. */
  hook: ((update: TgUpdate, until: number) => void) | undefined;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Makes an update, unless the bot did not ask for its kind. */
  create(body: Readonly<Record<string, unknown>>): TgUpdate | undefined {
    const kind = Object.keys(body).find((name) => name !== 'update_id') ?? '';
    const asked = this.#allowed?.length ? this.#allowed.includes(kind) : !NOT_BY_DEFAULT.includes(kind);
    if (!asked) return undefined;
    const update: TgUpdate = { update_id: this.#nextId++, ...body };
    this.all.push(update);
    const until = this.#nowMs() + (kind === 'callback_query' ? TAP_MS : DAY_MS);
    if (this.hook) this.hook(update, until);
    else {
      this.#open.push({ update, until });
      // An album comes as several updates at once; they go out together.
      setImmediate(() => this.#serve());
    }
    return update;
  }

  /** What getUpdates answers; a waiting poll is ended by a newer one that waits. */
  async poll(fields: Readonly<Record<string, unknown>>, gone: AbortSignal): Promise<readonly TgUpdate[]> {
    this.allow(fields.allowed_updates);
    if (this.hook) {
      throw new TgRefusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    const offset = Number(fields.offset ?? 0);
    const limit = Math.min(Math.max(Number(fields.limit ?? 100), 1), 100);
    const timeout = Math.min(Number(fields.timeout ?? 0), 50);
    if (offset > 0) this.#open = this.#open.filter(({ update }) => update.update_id >= offset);
    if (offset < 0) this.#open = this.#open.slice(offset);
    const ready = this.#ready(limit);
    if (ready.length > 0 || timeout <= 0) return ready;
    this.endPoll();
    return await new Promise((done, fail) => {
      const timer = setTimeout(() => this.#finish([]), timeout * 1_000);
      this.#waiting = { offset, limit, done, fail, timer };
      const mine = this.#waiting;
      gone.addEventListener('abort', () => {
        if (this.#waiting === mine) this.#finish([]);
      });
    });
  }

  allow(kinds: unknown): void {
    if (Array.isArray(kinds)) this.#allowed = kinds.map(String);
  }

  /** Ends the waiting poll with 409. */
  endPoll(): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    clearTimeout(waiting.timer);
    waiting.fail(new TgRefusal(409, REPLACED));
  }

  /** Takes everything that waits, for a webhook that was just set. */
  takeAll(): readonly { readonly update: TgUpdate; readonly until: number }[] {
    const open = this.#open;
    this.#open = [];
    return open;
  }

  drop(): void {
    this.#open = [];
  }

  get pending(): number {
    return this.#open.length;
  }

  get polled(): boolean {
    return this.#waiting !== undefined;
  }

  #serve(): void {
    const ready = this.#waiting ? this.#ready(this.#waiting.limit) : [];
    if (ready.length > 0) this.#finish(ready);
  }

  #ready(limit: number): readonly TgUpdate[] {
    const now = this.#nowMs();
    this.#open = this.#open.filter(({ until }) => until > now);
    return this.#open.slice(0, limit).map(({ update }) => update);
  }

  #finish(updates: readonly TgUpdate[]): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    clearTimeout(waiting.timer);
    waiting.done(updates);
  }
}
