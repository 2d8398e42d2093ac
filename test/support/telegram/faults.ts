/** What goes wrong with a call. */
export type Fault =
  /** Refused with a code before anything happens. */
  | {
      readonly type: 'code';
      readonly code: number;
      readonly description?: string;
      readonly parameters?: Readonly<Record<string, number>>;
    }
  /** A page of a proxy instead of an answer. */
  | { readonly type: 'html'; readonly code: number }
  /** The call is held back, then goes on. */
  | { readonly type: 'delay'; readonly ms: number }
  /** The line is reset before anything happens. */
  | { readonly type: 'reset' }
  /** The call is carried out, then the line is reset: its answer never comes. */
  | { readonly type: 'ghost' }
  /** The call is carried out, its answer breaks off half-way. */
  | { readonly type: 'cut' };

/** Which calls a fault meets; without `method` and `chat` every one but getUpdates. */
export interface FaultWhere {
  readonly method?: string;
  readonly chat?: number;
  /** How many calls it meets; 1 without. */
  readonly times?: number;
}

/** Calls over these limits get 429; windows slide. */
export interface Limits {
  readonly perSecond?: number;
  readonly perChatSecond?: number;
  readonly retryAfter?: number;
}

interface Planned {
  readonly fault: Fault;
  readonly where: FaultWhere;
  left: number;
}

/** The faults planned for coming calls, met in the order they were added. */
export class Faults {
  #planned: Planned[] = [];
  #limits: Limits | undefined;
  #recent: { readonly at: number; readonly chat: number }[] = [];

  add(fault: Fault, where: FaultWhere = {}): void {
    this.#planned.push({ fault, where, left: where.times ?? 1 });
  }

  /** `429 Too Many Requests: retry after N`, with its parameter. */
  tooMany(retryAfter: number, where: FaultWhere = {}): void {
    this.add(tooMany(retryAfter), where);
  }

  limit(limits: Limits | undefined): void {
    this.#limits = limits;
    this.#recent = [];
  }

  clear(): void {
    this.#planned = [];
    this.#limits = undefined;
  }

  /** How many calls still planned to fail. */
  get left(): number {
    return this.#planned.reduce((sum, planned) => sum + planned.left, 0);
  }

  /** Takes the next fault for a call, a delay first where both are planned. */
  take(method: string, chat: number | undefined): Fault | undefined {
    const found = this.#planned.find(({ where, left }) => {
      if (left <= 0) return false;
      if (where.method === undefined ? method === 'getUpdates' : where.method !== method) return false;
      return where.chat === undefined || where.chat === chat;
    });
    if (!found) return this.#overLimit(method, chat);
    found.left--;
    return found.fault;
  }

  #overLimit(method: string, chat: number | undefined): Fault | undefined {
    const limits = this.#limits;
    if (!limits || chat === undefined || !/^(send|edit|copy|forward)/.test(method)) return undefined;
    const now = performance.now();
    this.#recent = this.#recent.filter(({ at }) => now - at < 1_000);
    const mine = this.#recent.filter((call) => call.chat === chat).length;
    const over =
      this.#recent.length >= (limits.perSecond ?? Number.POSITIVE_INFINITY) ||
      mine >= (limits.perChatSecond ?? Number.POSITIVE_INFINITY);
    if (over) return tooMany(limits.retryAfter ?? 1);
    this.#recent.push({ at: now, chat });
    return undefined;
  }
}

const tooMany = (retryAfter: number): Fault => ({
  type: 'code',
  code: 429,
  description: `Too Many Requests: retry after ${retryAfter}`,
  parameters: { retry_after: retryAfter },
});
