import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { PhoneMedia } from '../channels/simulator/phones.ts';
import type { PostRefused } from '../channels/simulator/post.ts';
import type { SimulatorChannel } from '../channels/simulator/simulator.ts';
import { type Clock, DAY, MINUTE } from '../core/clock.ts';
import type { WebHono } from './bindings.ts';
import type { BoardRow } from './board.ts';
import { createEventStream } from './event-stream.ts';
import { mediaAnswer } from './media-answer.ts';
import { MOST_FILE_BYTES, readJson, readPosted } from './posted.ts';
import { type Refusal, refuse, TOO_LARGE } from './refusal.ts';

/** What the simulator's page is served from. */
export interface SimulatorPage {
  readonly channel: SimulatorChannel;
  readonly media: PhoneMedia;
  /** The shop's name as its customers see it. */
  readonly shop: string;
  /** The shop's IANA time zone, in which the page shows every time. */
  readonly timezone: string;
  board(): Promise<readonly BoardRow[]>;
  /** Moves business time forward and keeps the offset where every process reads it. */
  moveClock(ms: number): Promise<void>;
  /** Asked for before anything of a chat is shown, when set. */
  readonly password?: string;
  /** Names by which the page may be asked for besides localhost and addresses; any name when a password is set and this is not. */
  readonly hosts?: readonly string[];
}

const FORM_MARGIN = 64 * 1024;
const limit = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => refuse(c, TOO_LARGE) });
const UNKNOWN_PHONE: Refusal = { status: 404, code: 'unknown-phone', message: 'Telepon itu tidak ada.' };
const POST_REFUSALS: Readonly<Record<PostRefused['code'], Refusal>> = {
  'unknown-phone': UNKNOWN_PHONE,
  'unknown-message': { status: 404, code: 'unknown-message', message: 'Pesan yang dimaksud tidak ada.' },
};
const FULL: Refusal = { status: 409, code: 'too-many-customers', message: 'Sudah 200 pelanggan; cukup untuk mencoba.' };

/** Mounts what the page asks for and does, all below `/sim`. */
export function mountSimulator(app: WebHono, page: SimulatorPage, clock: Clock, life: AbortSignal): void {
  const { channel } = page;

  app.use('/sim/*', async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });

  app.get('/sim/state', async (c) => {
    // The place in the events is taken first: what happens while the rest is read is told twice rather than never.
    const cursor = channel.events.last();
    const { shop, timezone } = page;
    return c.json({ shop, timezone, cursor, now: clock.now(), phones: await channel.phones() });
  });
  app.get('/sim/phones/:person/messages', async (c) => {
    const before = Number(c.req.query('before') ?? Number.MAX_SAFE_INTEGER);
    if (!Number.isSafeInteger(before)) return refuse(c, { status: 400, code: 'bad-input', message: 'before: angka.' });
    return c.json({ messages: await channel.messages(c.req.param('person'), before) });
  });
  app.get('/sim/board', async (c) => c.json({ rows: await page.board() }));
  app.get('/sim/events', createEventStream(channel.events, clock, life));
  app.get('/sim/media/:id', async (c) => mediaAnswer(c, await page.media.get(c.req.param('id'))));

  app.post('/sim/messages', limit(MOST_FILE_BYTES + FORM_MARGIN), async (c) => {
    const posted = await readPosted(c);
    if (!posted.ok) return refuse(c, posted.error);
    const kept = await channel.post(posted.value);
    return kept.ok ? c.json({ message: kept.value }) : refuse(c, POST_REFUSALS[kept.error.code]);
  });
  app.post('/sim/phones', async (c) => {
    const phone = await channel.newCustomer();
    return phone ? c.json({ phone }, 201) : refuse(c, FULL);
  });
  app.post('/sim/phones/:person/read', limit(FORM_MARGIN), (c) =>
    withJson(c, z.object({ upTo: z.int().positive() }), async ({ upTo }) => {
      const phone = await channel.read(c.req.param('person'), upTo);
      return phone ? c.json({ phone }) : refuse(c, UNKNOWN_PHONE);
    }),
  );
  app.post('/sim/clock', limit(FORM_MARGIN), (c) =>
    withJson(
      c,
      z.object({
        ms: z
          .int()
          .min(MINUTE)
          .max(7 * DAY),
      }),
      async ({ ms }) => {
        await page.moveClock(ms);
        const now = clock.now();
        channel.events.publish({ type: 'clock', now });
        return c.json({ now });
      },
    ),
  );
}

async function withJson<T>(c: Context, schema: z.ZodType<T>, act: (input: T) => Promise<Response>): Promise<Response> {
  const read = await readJson(c, schema);
  return read.ok ? act(read.value) : refuse(c, read.error);
}
