import { setMaxListeners } from 'node:events';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { EventLog } from '../channels/simulator/event-log.ts';
import type { PageEvent } from '../channels/simulator/simulator.ts';
import { type Clock, SECOND } from '../core/clock.ts';
import { refuse } from './refusal.ts';

/** Proxies close a line on which nothing is heard for a minute or less. */
const BEAT_MS = 20 * SECOND;
const MOST_STREAMS = 100;

/** Streams what happens on the phones, from where a reader stopped; ends them all when `life` ends. */
export function createEventStream(
  events: EventLog<PageEvent>,
  clock: Clock,
  life: AbortSignal,
): (c: Context) => Response {
  let open = 0;
  setMaxListeners(MOST_STREAMS, life);
  return (c) => {
    if (open >= MOST_STREAMS) {
      return refuse(c, { status: 503, code: 'too-many-pages', message: 'Terlalu banyak halaman terbuka.' });
    }
    open += 1;
    const from = c.req.header('last-event-id') ?? c.req.query('after') ?? events.last();
    // Without this a proxy such as nginx holds events back until its buffer is full.
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const gone = new AbortController();
      const leave = (): void => gone.abort();
      stream.onAbort(leave);
      life.addEventListener('abort', leave, { once: true });
      if (life.aborted) leave();
      const beating = beat();
      let at = from;
      await stream.writeSSE({ data: '', event: 'hello', retry: SECOND });
      while (!gone.signal.aborted) {
        const more = events.after(at);
        if (more === undefined) {
          at = events.last();
          await stream.writeSSE({ data: '', event: 'reset', id: at });
          continue;
        }
        for (const { id, event } of more) {
          await stream.writeSSE({ data: JSON.stringify(event), event: event.type, id });
          at = id;
        }
        if (more.length === 0) await events.changed(at, gone.signal);
      }
      life.removeEventListener('abort', leave);
      open -= 1;
      await beating;

      async function beat(): Promise<void> {
        for (;;) {
          await clock.sleep(BEAT_MS, gone.signal);
          if (gone.signal.aborted) return;
          await stream.write(': beat\n\n');
        }
      }
    });
  };
}
