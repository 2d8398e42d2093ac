import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../src/core/clock.ts';
import { createWebApp } from '../../../src/web/app.ts';
import type { HealthReport } from '../../../src/web/health.ts';
import { type WebWorld, webWorld } from './web-world.ts';

const worlds: WebWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});
async function world(...args: Parameters<typeof webWorld>): Promise<WebWorld> {
  const made = await webWorld(...args);
  worlds.push(made);
  return made;
}

const bare = (deps: { health?: () => Promise<HealthReport> } = {}) =>
  createWebApp({
    clock: createClock(),
    log: pino({ level: 'silent' }),
    health: () => Promise.resolve({ up: true, store: { up: true, detail: '' }, channels: [], lanes: [] }),
    metrics: () => Promise.resolve([{ name: 'pesan_up', help: 'Up.', type: 'gauge', samples: [{ value: 1 }] }]),
    ...deps,
  });
const get = (app: ReturnType<typeof bare>, path: string) => app.fetch(new Request(`http://127.0.0.1${path}`));

describe('the web room without a simulator', () => {
  it.each([
    [true, 200],
    [false, 503],
  ])('answers /healthz with the whole report when up is %s', async (up, status) => {
    const report: HealthReport = {
      up,
      store: { up, detail: 'embedded' },
      channels: [{ name: 'telegram', account: '1', up, since: new Date(0), detail: 'polling' }],
      lanes: [{ name: 'telegram/1', open: 3, oldestMs: 70 }],
    };
    const answer = await get(bare({ health: () => Promise.resolve(report) }), '/healthz');
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(report)));
  });

  it('answers /healthz with 503 when not even the report can be made', async () => {
    const answer = await get(bare({ health: () => Promise.reject(new Error('x')) }), '/healthz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: { code: 'away' } });
  });

  it('answers /metrics as text', async () => {
    const answer = await get(bare(), '/metrics');
    expect(answer.headers.get('content-type')).toContain('version=0.0.4');
    expect(await answer.text()).toContain('pesan_up 1\n');
  });

  it.each(['/sim/state', '/sim/events', '/page/main.js', '/vendor/preact.js', '/telegram/webhook', '/nothing'])(
    'has nothing at %s',
    async (path) => {
      const answer = await get(bare(), path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ error: { code: 'not-found' } });
    },
  );
});

describe("Telegram's webhook", () => {
  const updates: [string | undefined, unknown][] = [];
  const hook = () =>
    webWorld(
      {},
      {
        telegramWebhook: (secret, update) => {
          updates.push([secret, update]);
          return Promise.resolve(secret === 's' ? 200 : 401);
        },
      },
    ).then((made) => {
      updates.length = 0;
      worlds.push(made);
      return made;
    });

  it('hands the secret and the update on, and answers what the channel says', async () => {
    const { postJson } = await hook();
    const header = { 'x-telegram-bot-api-secret-token': 's' };
    expect((await postJson('/telegram/webhook', { update_id: 1 }, header)).status).toBe(200);
    expect((await postJson('/telegram/webhook', { update_id: 2 })).status).toBe(401);
    expect(updates).toEqual([
      ['s', { update_id: 1 }],
      [undefined, { update_id: 2 }],
    ]);
  });

  it.each([
    ['no JSON', 'nope', 400],
    ['more than a megabyte', JSON.stringify({ text: 'x'.repeat(1_100_000) }), 413],
  ])('refuses %s without asking the channel', async (_what, body, status) => {
    const { postJson } = await hook();
    expect((await postJson('/telegram/webhook', body)).status).toBe(status);
    expect(updates).toEqual([]);
  });

  it('is asked for by the name of a public host, which the page is not', async () => {
    const { postJson, ask } = await hook();
    const header = { 'x-telegram-bot-api-secret-token': 's', host: 'bot.example' };
    expect((await postJson('/telegram/webhook', { update_id: 1 }, header)).status).toBe(200);
    expect((await ask('/', { headers: { host: 'bot.example' } })).status).toBe(403);
  });
});

describe('the page', () => {
  it('is served with a policy that allows its own scripts and its import map, and nothing else', async () => {
    const { ask } = await world();
    const answer = await ask('/');
    const html = await answer.text();
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(answer.status).toBe(200);
    expect(policy).toMatch(/script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    // All that the page and the import map name is there.
    const named = [...html.matchAll(/"(\/(?:page|vendor)\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(10);
    for (const path of named) expect([path, (await ask(path)).status]).toEqual([path, 200]);
  });

  it('is not sent again while the browser has it', async () => {
    const { ask } = await world();
    const etag = (await ask('/page/main.js')).headers.get('etag') ?? '';
    const again = await ask('/page/main.js', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each([
    '/page/tsconfig.json',
    '/page/types.d.ts',
    '/page/../app.ts',
    '/page/%2e%2e/app.ts',
    '/vendor/package.json',
    '/vendor/../../package.json',
    '/node_modules/preact/package.json',
    '/page/',
  ])('serves nothing at %s', async (path) => {
    const { ask } = await world();
    expect((await ask(path)).status).toBe(404);
  });

  it.each(['/', '/page/main.js', '/vendor/preact.js', '/sim/state', '/sim/events'])(
    'refuses %s under a name that is not its own',
    async (path) => {
      const { ask } = await world();
      const answer = await ask(path, { headers: { host: 'evil.example' } });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { code: 'wrong-host' } });
    },
  );

  it('refuses what another site posts, and what it loads, but not a link that leads here', async () => {
    const { ask, postJson, came } = await world();
    const words = { person: 'pembeli-1', id: 'a', text: 'halo' };
    const evil = await postJson('/sim/messages', words, { origin: 'https://evil.example' });
    expect(await evil.json()).toMatchObject({ error: { code: 'wrong-origin' } });
    expect(came).toEqual([]);
    const site = (mode: string) => ({ headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode } });
    expect((await ask('/sim/state', site('no-cors'))).status).toBe(403);
    expect((await ask('/', site('navigate'))).status).toBe(200);
    expect((await postJson('/sim/messages', words, { origin: 'http://localhost:3000' })).status).toBe(200);
  });
});
