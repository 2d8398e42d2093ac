import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../src/core/clock.ts';
import { asKey } from '../../../src/core/ids.ts';
import { serveWeb } from '../../../src/web/serve.ts';
import { until } from '../../support/until.ts';
import { type WebWorld, webWorld } from './web-world.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function served(): Promise<{ world: WebWorld; url: string; close: () => Promise<void> }> {
  const world = await webWorld();
  const server = await serveWeb(world.app, { host: '127.0.0.1', port: 0 }, createClock(), 500);
  ends.push(
    () => world.close(),
    () => server.close(),
  );
  return { world, url: server.url, close: () => server.close() };
}

/** Reads a stream of events one by one; `leave` hangs up. */
async function listen(url: string, headers: Record<string, string> = {}) {
  const life = new AbortController();
  const answer = await fetch(url, { headers, signal: life.signal });
  const reader = (answer.body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const next = async (): Promise<{ id: string; event: string; data: string } | undefined> => {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        const lines = rest.slice(0, end).split('\n');
        rest = rest.slice(end + 2);
        const field = (name: string) =>
          lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
        return { id: field('id'), event: field('event'), data: field('data') };
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      rest += value;
    }
  };
  return { next, leave: () => life.abort(), type: answer.headers.get('content-type') };
}
const say = (world: WebWorld, n: number) =>
  world.channel.send(
    { channel: 'simulator', account: 'local', person: 'pembeli-1' },
    { text: `pesan ${n}` },
    asKey(`k/${n}`),
  );
const textOf = (event: { data: string } | undefined) => /"text":"([^"]*)"/.exec(event?.data ?? '')?.[1];

describe('the stream of events', () => {
  it('tells what happens from now on', async () => {
    const { world, url } = await served();
    const line = await listen(`${url}/sim/events`);
    expect(line.type).toBe('text/event-stream');
    expect(await line.next()).toMatchObject({ event: 'hello' });
    await say(world, 1);
    const event = await line.next();
    expect([event?.event, textOf(event), event?.id]).toEqual(['message', 'pesan 1', world.channel.events.last()]);
    line.leave();
  });

  it('goes on where a reader stopped, with nothing lost and nothing twice', async () => {
    const { world, url } = await served();
    const first = await listen(`${url}/sim/events`);
    await first.next();
    await say(world, 1);
    const seen = await first.next();
    first.leave();
    await say(world, 2);
    await say(world, 3);
    const again = await listen(`${url}/sim/events?after=long-ago`, { 'last-event-id': seen?.id ?? '' });
    await again.next();
    expect([textOf(await again.next()), textOf(await again.next())]).toEqual(['pesan 2', 'pesan 3']);
    await say(world, 4);
    expect(textOf(await again.next())).toBe('pesan 4');
    again.leave();
  });

  it('begins at the place that the state was taken at', async () => {
    const { world, url } = await served();
    const { cursor } = (await (await fetch(`${url}/sim/state`)).json()) as { cursor: string };
    await say(world, 1);
    const line = await listen(`${url}/sim/events?after=${cursor}`);
    await line.next();
    expect(textOf(await line.next())).toBe('pesan 1');
    line.leave();
  });

  it('tells a reader of an earlier life of the program to load everything anew, and goes on from there', async () => {
    const { world, url } = await served();
    await say(world, 1);
    const line = await listen(`${url}/sim/events`, { 'last-event-id': 'earlier-57' });
    await line.next();
    expect(await line.next()).toMatchObject({ event: 'reset', id: world.channel.events.last() });
    await say(world, 2);
    expect(textOf(await line.next())).toBe('pesan 2');
    line.leave();
  });

  it('tells a reader who is too far behind to load everything anew', async () => {
    const { world, url } = await served();
    const old = world.channel.events.last();
    for (let n = 1; n <= 1_001; n++) await say(world, n);
    const line = await listen(`${url}/sim/events`, { 'last-event-id': old });
    await line.next();
    expect(await line.next()).toMatchObject({ event: 'reset' });
    line.leave();
  });

  it('has a hundred places, and each is free again when its reader has left', async () => {
    const { url } = await served();
    const lines = await Promise.all(Array.from({ length: 100 }, () => listen(`${url}/sim/events`)));
    const status = async () => {
      const life = new AbortController();
      const answer = await fetch(`${url}/sim/events`, { signal: life.signal });
      life.abort();
      return answer.status;
    };
    expect(await status()).toBe(503);
    for (const line of lines) line.leave();
    await until('a place to be free', async () => (await status()) === 200);
  });

  it('ends when the server closes, and closing waits for nothing else', async () => {
    const { url, close } = await served();
    const lines = await Promise.all([1, 2, 3].map(() => listen(`${url}/sim/events`)));
    for (const line of lines) await line.next();
    const began = performance.now();
    await close();
    for (const line of lines) expect(await line.next()).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(1_500);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });
});

describe('listening', () => {
  it('is refused by the system when the port is taken', async () => {
    const { world, url } = await served();
    const port = Number(new URL(url).port);
    await expect(serveWeb(world.app, { host: '127.0.0.1', port }, createClock())).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('closes also while a request never ends', async () => {
    const { url, close } = await served();
    const half = fetch(`${url}/sim/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new ReadableStream({ start: (it) => it.enqueue(new TextEncoder().encode('{"person":')) }),
      duplex: 'half',
    });
    const failed = expect(half).rejects.toThrow();
    await fetch(`${url}/healthz`);
    await close();
    await failed;
  });
});
