import { afterEach, describe, expect, it } from 'vitest';
import { type WebWorld, webWorld } from './web-world.ts';

const worlds: WebWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function gated(): Promise<WebWorld> {
  const made = await webWorld({ password: 'melati:7 ü' });
  worlds.push(made);
  return made;
}
const login = ({ ask }: WebWorld, password: string) =>
  ask('/sim/login', { method: 'POST', body: new URLSearchParams({ password }) });
const basic = (password: string) => ({
  headers: { authorization: `Basic ${Buffer.from(`me:${password}`).toString('base64')}` },
});

describe('the password of the simulator', () => {
  it('is asked for before anything of a chat is shown', async () => {
    const { ask, postJson, came } = await gated();
    const page = await ask('/');
    expect([page.status, await page.text()]).toEqual([401, expect.stringContaining('Kata sandi')]);
    for (const path of ['/sim/state', '/sim/events', '/sim/board', '/sim/phones/pembeli-1/messages', '/sim/media/x']) {
      expect([path, (await ask(path)).status]).toEqual([path, 401]);
    }
    for (const path of ['/sim/messages', '/sim/clock', '/sim/phones']) {
      expect([path, (await postJson(path, { person: 'pembeli-1', id: 'a', text: 'x', ms: 3_600_000 })).status]).toEqual(
        [path, 401],
      );
    }
    expect(came).toEqual([]);
  });

  it('opens with a cookie that scripts and other sites cannot use', async () => {
    const world = await gated();
    const answer = await login(world, 'melati:7 ü');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain('melati');
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await world.ask('/', { headers })).status).toBe(200);
    expect((await world.ask('/sim/state', { headers })).status).toBe(200);
  });

  it.each(['pesan_sim=', 'pesan_sim=x', 'other=1'])('does not open with the cookie %s', async (cookie) => {
    const { ask } = await gated();
    expect((await ask('/sim/state', { headers: { cookie } })).status).toBe(401);
  });

  it('opens for programs by HTTP basic', async () => {
    const { ask } = await gated();
    expect((await ask('/sim/state', basic('melati:7 ü'))).status).toBe(200);
    expect((await ask('/sim/state', basic('melati'))).status).toBe(401);
  });

  it('can be tried five times, by whatever way, and then not even the right one helps for a while', async () => {
    const world = await gated();
    for (let n = 0; n < 3; n++) expect((await login(world, 'salah')).status).toBe(401);
    for (let n = 0; n < 2; n++) expect((await world.ask('/sim/state', basic('salah'))).status).toBe(401);
    const closed = await login(world, 'melati:7 ü');
    expect(closed.status).toBe(429);
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(800);
    expect((await world.ask('/sim/state', basic('melati:7 ü'))).status).toBe(429);
  });

  it('lets the page be asked for under any name, since a cookie belongs to one name only', async () => {
    const { ask } = await gated();
    expect((await ask('/', { headers: { host: 'toko.example' } })).status).toBe(401);
  });

  it('is not in the way of health and metrics', async () => {
    const { ask } = await gated();
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/metrics')).status).toBe(200);
  });
});
