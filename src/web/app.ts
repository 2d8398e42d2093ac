import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../core/logger.ts';
import type { Connection } from './bindings.ts';
import { mountGate } from './gate.ts';
import { guard } from './guard.ts';
import type { HealthReport } from './health.ts';
import { METRICS_TYPE, type Metric, writeMetrics } from './metrics.ts';
import { fileAnswer, mountPage } from './page.ts';
import { type Refusal, refuse, TOO_LARGE } from './refusal.ts';
import { mountSimulator, type SimulatorPage } from './simulator-page.ts';

export interface WebDeps {
  readonly clock: Clock;
  readonly log: Logger;
  health(): Promise<HealthReport>;
  metrics(): Promise<readonly Metric[]>;
  /** Takes one update of Telegram's and resolves with the status to answer, once it is safe on disk. */
  readonly telegramWebhook?: (secret: string | undefined, update: unknown) => Promise<number>;
  /** The page with the phones; without it only health, metrics and webhooks are served. */
  readonly simulator?: SimulatorPage;
}

/** The web room: answers requests, and on `close` ends what is streaming. */
export interface WebApp {
  fetch(request: Request, env?: Connection): Response | Promise<Response>;
  close(): void;
}

const MOST_UPDATE_BYTES = 1024 * 1024;
const AWAY: Refusal = { status: 503, code: 'away', message: 'Sedang ada gangguan di sini. Coba lagi sebentar.' };
const NOT_FOUND: Refusal = { status: 404, code: 'not-found', message: 'Tidak ada apa-apa di alamat ini.' };
const UNREADABLE: Refusal = { status: 400, code: 'unreadable', message: 'Isinya bukan JSON yang benar.' };

/** Creates the web room over its ports; nothing listens yet. */
export function createWebApp(deps: WebDeps): WebApp {
  const { clock, log, telegramWebhook, simulator } = deps;
  const app = new Hono<{ Bindings: Connection }>();
  const life = new AbortController();
  app.notFound((c) => refuse(c, NOT_FOUND));
  app.onError((err, c) => {
    log.error({ err, path: c.req.path }, 'a request failed');
    return refuse(c, AWAY);
  });

  app.get('/healthz', async (c) => {
    const report = await deps.health();
    return c.json(report, report.up ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  app.get('/metrics', async (c) => c.body(writeMetrics(await deps.metrics()), 200, { 'Content-Type': METRICS_TYPE }));
  if (telegramWebhook) {
    const tooLarge = bodyLimit({ maxSize: MOST_UPDATE_BYTES, onError: (c) => refuse(c, TOO_LARGE) });
    app.post('/telegram/webhook', tooLarge, async (c) => {
      const update = await c.req.json<unknown>().catch(() => undefined);
      if (update === undefined) return refuse(c, UNREADABLE);
      const status = await telegramWebhook(c.req.header('x-telegram-bot-api-secret-token'), update);
      return new Response(null, { status });
    });
  }
  if (simulator) {
    const names = simulator.hosts ?? (simulator.password === undefined ? [] : undefined);
    for (const path of ['/', '/page/*', '/vendor/*', '/sim/*']) app.use(path, guard(names));
    const { index } = mountPage(app);
    if (simulator.password !== undefined) mountGate(app, simulator.password, clock);
    app.get('/', (c) => fileAnswer(c, index));
    mountSimulator(app, simulator, clock, life.signal);
  } else {
    app.get('/', (c) => c.text('Pesan berjalan. Keadaannya: /healthz\n'));
  }

  return { fetch: (request, env) => app.fetch(request, env ?? {}), close: () => life.abort() };
}
