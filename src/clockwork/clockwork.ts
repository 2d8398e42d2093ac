import type { Clock } from '../core/clock.ts';
import { MINUTE, SECOND } from '../core/clock.ts';
import { withDeadline } from '../core/deadline.ts';
import { keyOf } from '../core/ids.ts';
import type { Logger } from '../core/logger.ts';
import type { Buried } from '../store/buried.ts';
import type { Clockworked } from '../store/clockworked.ts';

/** A room's documents that wait for a time. */
export interface Due {
  readonly collection: string;
  readonly documents: Clockworked;
}

export interface ClockworkDeps {
  readonly clock: Clock;
  readonly log: Logger;
  readonly buried: Buried;
  readonly dues: readonly Due[];
  /** True while nothing may fall due: after a restore, until the owner has looked. */
  readonly paused?: () => boolean;
  /** How often it looks; one indexed read a collection. */
  readonly everyMs?: number;
}

/** Runs what is due, until stopped; any number of processes may run one, each document is claimed by one of them. */
export interface Clockwork {
  run(stop: AbortSignal): Promise<void>;
  /** Looks once and runs what is due by now; resolves when it has run. */
  tick(): Promise<void>;
}

const BATCH = 50;
/** Pauses after a failed try; after the last one the document is buried where the owner sees it. */
const PAUSES = [1, 4, 16, 64, 256].map((s) => s * SECOND);

/** Creates the clockwork over the rooms that registered; it knows none of them. */
export function createClockwork({
  clock,
  log,
  buried,
  dues,
  paused = () => false,
  everyMs = SECOND,
}: ClockworkDeps): Clockwork {
  async function tick(): Promise<void> {
    if (paused()) return;
    for (const due of dues) {
      for (;;) {
        const ids = await withDeadline(due.collection, MINUTE, due.documents.claimDue(clock.now(), BATCH));
        for (const id of ids) await runOne(due, id);
        if (ids.length < BATCH) break;
      }
    }
  }

  async function runOne(due: Due, id: string): Promise<void> {
    const now = clock.now();
    try {
      await withDeadline(`${due.collection}/${id}`, MINUTE, due.documents.runDue(id, now));
    } catch (err) {
      const tries = await due.documents.failed(id, (n) =>
        PAUSES[n - 1] === undefined ? undefined : new Date(now.getTime() + (PAUSES[n - 1] ?? 0)),
      );
      log.error({ key: `${due.collection}/${id}`, tries, err }, 'due handler failed');
      if (tries <= PAUSES.length) return;
      const reason = err instanceof Error ? err.message : String(err);
      await buried.bury({
        _id: keyOf(due.collection, id, 'due', now.getTime()),
        kind: 'due',
        where: `${due.collection}/${id}`,
        reason,
        at: now,
      });
    }
  }

  // A program that died owes what it saved; a person need not wait the minute until it falls due. Payers are idempotent by
  // key, so paying what another live process is just paying does nothing twice.
  async function payLeft(): Promise<void> {
    if (paused()) return;
    for (const { collection, documents } of dues) {
      for (const id of await documents.owing(clock.now())) {
        await documents
          .payLeft(id)
          .catch((err: unknown) => log.warn({ key: `${collection}/${id}`, err }, 'left owing; falls due'));
      }
    }
  }

  return {
    tick,
    async run(stop) {
      await payLeft().catch((err: unknown) => log.warn({ err }, 'what was left owing falls due'));
      while (!stop.aborted) {
        await tick().catch((err: unknown) => log.warn({ err }, 'clockwork waits for the store'));
        await clock.sleep(everyMs, stop);
      }
    },
  };
}
