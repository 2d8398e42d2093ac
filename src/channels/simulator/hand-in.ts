import { type Clock, SECOND } from '../../core/clock.ts';
import type { Logger } from '../../core/logger.ts';
import type { Door } from '../channel.ts';
import { inMessageOf } from './in-message.ts';
import type { ChatMessage, PhoneLog } from './phones.ts';
import type { Typing } from './typing.ts';

/** Hands what was posted to the desk, in the order of posting, until it is taken. */
export interface HandIn {
  /** Hands in what waits, now and whenever it could not be taken, until `stop` is aborted. */
  run(door: Door, stop: AbortSignal): Promise<void>;
  /** Resolves once all that was kept before the call was offered to the desk once; at once while nothing runs. */
  now(): Promise<void>;
}

interface HandInDeps {
  readonly account: string;
  readonly phones: PhoneLog;
  readonly clock: Clock;
  readonly log: Logger;
  readonly tell: (message: ChatMessage) => void;
  readonly typing: Typing;
}

const BATCH = 100;
const PAUSES_MS = [1, 2, 5, 10].map((s) => s * SECOND);

/** Creates the way in: what could not be taken stays `waiting` in the log, also over a restart, and is offered again in order. */
export function createHandIn(deps: HandInDeps): HandIn {
  let open: Door | undefined;
  let running: Promise<boolean> | undefined;
  let next: Promise<boolean> | undefined;
  let nudge = new AbortController();

  // Posts that come while one batch is on its way share the next one.
  function offer(): Promise<boolean> {
    if (running) {
      next ??= running.then(() => {
        next = undefined;
        return offer();
      });
      return next;
    }
    running = offerWaiting(deps, open).finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    async run(door, stop) {
      open = door;
      for (let misses = 0; !stop.aborted; ) {
        misses = (await offer()) ? 0 : misses + 1;
        nudge = new AbortController();
        const pause = PAUSES_MS[Math.min(misses, PAUSES_MS.length) - 1];
        const awake = AbortSignal.any([stop, nudge.signal]);
        if (pause === undefined) await aborted(awake);
        else await deps.clock.sleep(pause, awake);
      }
      open = undefined;
      await next;
      await running;
    },
    async now() {
      if (!open) return;
      if (!(await offer())) nudge.abort();
    },
  };
}

/** True when nothing is left waiting. */
async function offerWaiting({ account, phones, log, tell, typing }: HandInDeps, door?: Door): Promise<boolean> {
  if (!door) return false;
  try {
    for (;;) {
      const waiting = await phones.waiting(BATCH);
      if (waiting.length === 0) return true;
      const names = new Map((await phones.phones()).map((phone) => [phone.person, phone.name]));
      for (const { person } of waiting) typing.begin(person);
      await door.accept(
        waiting.map((message) =>
          inMessageOf(
            message,
            { channel: 'simulator', account, person: message.person },
            names.get(message.person) ?? '',
          ),
        ),
      );
      await phones.accepted(waiting.map((message) => message.key));
      for (const message of waiting) tell({ ...message, state: 'done' });
    }
  } catch (err) {
    log.warn({ err }, 'messages of the page wait: the desk could not take them');
    return false;
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  signal.aborted
    ? Promise.resolve()
    : new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
