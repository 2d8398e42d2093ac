/** One event with the id by which a reader says how far it got. */
interface LoggedEvent<E> {
  readonly id: string;
  readonly event: E;
}

/** The last events in order, so that a page that lost its line reads on where it stopped. */
export interface EventLog<E> {
  publish(event: E): void;
  /** The id of the newest event; where a reader that has just loaded everything begins. */
  last(): string;
  /** What came after the event `id`; undefined when that is no longer known and the reader must load everything again. */
  after(id: string): readonly LoggedEvent<E>[] | undefined;
  /** Resolves when there is something after `id`, or when `stop` is aborted. */
  changed(id: string, stop: AbortSignal): Promise<void>;
}

/** Creates an event log that keeps the last `keep` events; `run` names this life of the program, since counting begins anew with each. */
export function createEventLog<E>(run: string, keep = 1_000): EventLog<E> {
  const events: E[] = [];
  let count = 0;
  let wake: Set<() => void> = new Set();
  const idOf = (n: number): string => `${run}-${n}`;

  return {
    publish(event) {
      events.push(event);
      count += 1;
      if (events.length > keep) events.shift();
      const sleepers = wake;
      wake = new Set();
      for (const rouse of sleepers) rouse();
    },
    last: () => idOf(count),
    after(id) {
      const seen = readId(id, run);
      const first = count - events.length;
      if (seen === undefined || seen < first || seen > count) return undefined;
      return events.slice(seen - first).map((event, i) => ({ id: idOf(seen + i + 1), event }));
    },
    async changed(id, stop) {
      if (stop.aborted || id !== idOf(count)) return;
      await new Promise<void>((resolve) => {
        const rouse = (): void => {
          wake.delete(rouse);
          stop.removeEventListener('abort', rouse);
          resolve();
        };
        wake.add(rouse);
        stop.addEventListener('abort', rouse, { once: true });
      });
    },
  };
}

function readId(id: string, run: string): number | undefined {
  const digits = id.startsWith(`${run}-`) ? id.slice(run.length + 1) : '';
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}
