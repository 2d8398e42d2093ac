import type { TgUpdate } from './shapes.ts';

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string | undefined;
}

/** Delivers updates to the bot's address: in order per queue, again and again until it answers 2xx or the update is too old. */
export class Webhook {
  settings: WebhookSettings | undefined;
  /** Every try: the status answered, 0 where nothing came. */
  readonly tries: { readonly update: number; readonly status: number }[] = [];
  /** The first pause before another try; it doubles up to a thousand times that. */
  pauseMs = 20;
  #queues = new Map<string, Promise<void>>();
  #stop = new AbortController();
  readonly #nowMs: () => number;
  readonly #execute: (method: string, fields: Record<string, unknown>) => void;

  constructor(nowMs: () => number, execute: (method: string, fields: Record<string, unknown>) => void) {
    this.#nowMs = nowMs;
    this.#execute = execute;
  }

  /** Messages queue by chat, taps by person: a message and a tap of one person may arrive at once. */
  deliver(update: TgUpdate, until: number): void {
    const queue = queueOf(update);
    const before = this.#queues.get(queue) ?? Promise.resolve();
    this.#queues.set(
      queue,
      before.then(() => this.#untilTaken(update, until)),
    );
  }

  async stop(): Promise<void> {
    this.settings = undefined;
    this.#stop.abort();
    await Promise.all(this.#queues.values());
  }

  async #untilTaken(update: TgUpdate, until: number): Promise<void> {
    for (
      let pause = this.pauseMs;
      this.settings && this.#nowMs() < until;
      pause = Math.min(pause * 2, this.pauseMs * 1_000)
    ) {
      const status = await this.#tryOnce(this.settings, update);
      this.tries.push({ update: update.update_id, status });
      if (status >= 200 && status < 300) return;
      await this.#sleep(pause);
      if (this.#stop.signal.aborted) return;
    }
  }

  async #tryOnce({ url, secret }: WebhookSettings, update: TgUpdate): Promise<number> {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          connection: 'close',
          ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        signal: this.#stop.signal,
      });
      this.#executeAnswer(answer.ok ? await answer.text() : '');
      return answer.status;
    } catch {
      // The bot is down: 0 is the status of no answer.
      return 0;
    }
  }

  // A method named in a 2xx answer is carried out.
  #executeAnswer(text: string): void {
    if (!text.startsWith('{')) return;
    const { method, ...fields } = JSON.parse(text) as Record<string, unknown>;
    if (typeof method === 'string') this.#execute(method, fields);
  }

  async #sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#stop.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

function queueOf(update: TgUpdate): string {
  if (update.callback_query) return `person ${update.callback_query.from.id}`;
  return `chat ${(update.message ?? update.edited_message)?.chat.id ?? 'none'}`;
}
