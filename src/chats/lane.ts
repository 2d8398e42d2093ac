import { MINUTE, SECOND } from '../core/clock.ts';
import { withDeadline } from '../core/deadline.ts';
import type { ChatId, Key } from '../core/ids.ts';
import { isStoreDown } from '../store/store-errors.ts';
import type { ChatDocument } from './chat-document.ts';
import { newChat } from './chat-document.ts';
import { deliverAnswers } from './deliver.ts';
import { closeRun, isForgetWord, lastTurn } from './forget.ts';
import type { LaneDeps } from './lane-deps.ts';
import type { InMail, PushMail } from './mail-document.ts';
import { nextPush } from './next-push.ts';
import { leftBehind, planRun, restMs } from './plan-run.ts';
import { recordFailure } from './record-failure.ts';
import { sendPush } from './send-push.ts';
import { slotOf } from './slots.ts';
import { NotOurs, runTurn } from './turn.ts';
import type { Unsent } from './unsent.ts';

/** No turn may keep its chat for longer: a fetched file has 20 s, a look outside 3 s, a write 15 s. */
const LONGEST_TURN_MS = 2 * MINUTE;

/** One chat's lane: one thing at a time, answers first, then pushes; it rests when there is nothing to do. */
export class Lane {
  private readonly id: ChatId;
  private readonly deps: LaneDeps;
  private chat: ChatDocument | undefined;
  private queue: InMail[] = [];
  private pushes: PushMail[] = [];
  private unsent: Unsent | undefined;
  private lastCameAt = 0;
  private running: Promise<void> | undefined;
  private bell: AbortController | undefined;
  private waiting = false;

  constructor(id: ChatId, deps: LaneDeps) {
    this.id = id;
    this.deps = deps;
  }

  /** True when nothing is open here, so that the lane may be forgotten. */
  get idle(): boolean {
    return !this.running && this.queue.length === 0 && this.pushes.length === 0 && !this.unsent;
  }

  /** True while a message is being handled or something is about to be said; waiting for a time is not being busy. */
  get busy(): boolean {
    return this.queue.length > 0 || this.unsent !== undefined || (this.running !== undefined && !this.waiting);
  }

  get backlog(): number {
    return this.queue.length + this.pushes.length;
  }

  /** Takes accepted mail in the order given; mail already known here is left out. */
  enter(mail: readonly (InMail | PushMail)[]): void {
    for (const one of mail) {
      if (this.knows(one._id)) continue;
      if (one.dir === 'in') this.queue.push(one);
      else this.pushes.push(one);
      if (one.dir === 'in') this.lastCameAt = this.deps.clock.monotonic();
    }
    this.wake();
  }

  /** Runs until there is nothing left to do now; called on new mail, on a moved clock, after a pause. */
  wake(): void {
    this.bell?.abort();
    if (this.running || this.deps.stop.aborted) return;
    this.running = this.work()
      .catch((err: unknown) => this.deps.log.error({ chat: this.id, err }, 'lane stopped'))
      .finally(() => {
        this.running = undefined;
        // What came while the last step ended was not seen by it.
        if (this.bell?.signal.aborted && this.backlog > 0) this.wake();
      });
  }

  /** Resolves when the step under way has ended. */
  async rest(): Promise<void> {
    await this.running;
  }

  private async work(): Promise<void> {
    while (!this.deps.stop.aborted) {
      this.bell = new AbortController();
      const pauseMs = await this.step().catch((error: unknown) => this.afterFailure(error));
      if (pauseMs === 'done') return;
      if (pauseMs === 0) continue;
      this.waiting = true;
      await this.deps.clock.sleep(pauseMs, AbortSignal.any([this.bell.signal, this.deps.stop]));
      this.waiting = false;
    }
  }

  /** One step; how long to wait before the next, or `done`. */
  private async step(): Promise<number | 'done'> {
    if (!this.deps.held()) return 'done';
    this.chat ??=
      (await withDeadline('a chat', LONGEST_TURN_MS, this.deps.chats.load(this.id))) ??
      newChat(this.id, slotOf(this.id));
    this.unsent ??= leftBehind(this.queue, this.chat);
    if (this.unsent) return restMs(this.unsent.run, this.deps.clock.now()) || this.finish(this.unsent);
    const chat = this.chat;
    const wait = planRun(this.queue, chat.doing, {
      now: this.deps.clock.now(),
      restedMs: this.deps.clock.monotonic() - this.lastCameAt,
      settleMs: this.deps.settleMs,
      complete: (run) => this.deps.complete(chat, run),
    });
    if (wait.type === 'run') {
      const [word] = wait.run;
      const turning = isForgetWord(word) ? lastTurn(chat, word) : runTurn(this.deps.turn, chat, wait.run);
      const turned = await withDeadline(`a turn of ${this.id}`, LONGEST_TURN_MS, turning);
      this.chat = turned.chat;
      this.unsent = { run: wait.run, answers: turned.answers, files: turned.files };
      return 0;
    }
    const push = await this.pushStep(this.chat);
    if (wait.type === 'none') return push;
    return push === 'done' ? wait.ms : Math.min(wait.ms, push);
  }

  private async pushStep(chat: ChatDocument): Promise<number | 'done'> {
    const now = this.deps.clock.now();
    const open = Array.isArray(chat.talk) && chat.talk.length > 0;
    const held = this.deps.heldBefore();
    const free = held ? this.pushes.filter((push) => push.at >= held) : this.pushes;
    const next = nextPush(free, now, { open, heardAt: chat.heardAt });
    switch (next.type) {
      case 'none':
        return 'done';
      case 'until':
        return Math.max(1, Math.min(next.at.getTime() - now.getTime(), MINUTE));
      case 'drop':
        await this.deps.mail.end(next.push, next.end, now);
        this.forget([next.push]);
        return 0;
      case 'send': {
        const after = await sendPush(this.deps, next.push);
        this.pushes = this.pushes.flatMap((push) => (push._id !== next.push._id ? [push] : after ? [after] : []));
        if (!after) this.deps.closed(next.push._id);
        return 0;
      }
    }
  }

  private async finish(unsent: Unsent): Promise<number | 'done'> {
    const { run, answers, files } = unsent;
    const log = unsent.log ?? (await deliverAnswers(this.deps.delivery, this.id, run, answers, this.deps.stop));
    if (!log) return 'done';
    this.unsent = { ...unsent, log };
    const pushes = [...this.pushes];
    const closed = await closeRun(this.deps, this.chat, run, log, files);
    if (closed !== 'said') this.chat = undefined;
    this.unsent = undefined;
    this.forget(closed === 'forgot' ? [...run, ...pushes] : run);
    return 0;
  }

  private async afterFailure(error: unknown): Promise<number | 'done'> {
    if (error instanceof NotOurs) {
      // Somebody else wrote: whoever holds the lease decides anew from what is stored.
      this.chat = undefined;
      this.unsent = undefined;
      return this.deps.held() ? SECOND : 'done';
    }
    this.chat = undefined;
    if (isStoreDown(error)) {
      this.deps.log.warn({ chat: this.id, err: error }, 'store away, lane waits');
      return SECOND;
    }
    // Answers that cannot be said fail like a turn does: with the message that they answer.
    const { unsent } = this;
    const first = unsent?.run[0] ?? this.queue[0];
    if (!first) throw error;
    const later = await recordFailure(this.deps, first, error);
    const again = (run: readonly InMail[]): InMail[] => run.map((one) => (one._id === later?._id ? later : one));
    this.unsent = unsent && later && { ...unsent, run: again(unsent.run) };
    this.queue = again(this.queue);
    if (!later) this.forget([first]);
    return 0;
  }

  private forget(mail: readonly (InMail | PushMail)[]): void {
    const gone = new Set(mail.map((one) => one._id));
    this.queue = this.queue.filter((one) => !gone.has(one._id));
    this.pushes = this.pushes.filter((one) => !gone.has(one._id));
    for (const key of gone) this.deps.closed(key);
  }

  private knows(key: Key): boolean {
    return (
      this.deps.wasClosed(key) ||
      this.queue.some((one) => one._id === key) ||
      this.pushes.some((one) => one._id === key)
    );
  }
}
