import { afterEach, describe, expect, it } from 'vitest';
import { asKey } from '../../../src/core/ids.ts';
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
const halo = { person: 'pembeli-1', id: 'a1', text: 'halo' };
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

function form(fields: Record<string, string>, file?: File): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (file) body.set('file', file);
  return { method: 'POST', body };
}
const code = async (answer: Response): Promise<[number, unknown]> => {
  const body: unknown = await answer.json();
  return [answer.status, body];
};
const refusal = (status: number, name: string) => [status, { error: { code: name, message: expect.any(String) } }];

describe("the page's requests", () => {
  it('give the phones, the shop, the time and the place in the events', async () => {
    const { ask, channel } = await world();
    const answer = await ask('/sim/state');
    expect(await answer.json()).toMatchObject({
      shop: 'Toko Melati',
      timezone: 'Asia/Jakarta',
      cursor: channel.events.last(),
      now: expect.any(String),
      phones: [{ person: 'pembeli-1' }, { person: 'pemilik' }, { person: 'pemasok-1' }],
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('post words, taps and photos', async () => {
    const { ask, postJson, channel, came } = await world();
    expect((await postJson('/sim/messages', halo)).status).toBe(200);
    const to = { channel: 'simulator', account: 'local', person: 'pembeli-1' } as const;
    await channel.send(to, { text: 'Pilih', choices: [{ label: 'Ya', tap: { verb: 'ya', code: '' } }] }, asKey('k'));
    await postJson('/sim/messages', { ...halo, id: 'a2', text: 'Ya', tap: { verb: 'ya', code: '', rev: 0, on: 2 } });
    const photo = form({ ...halo, id: 'a3', quotes: '2', album: 'x' }, new File([PNG], 'b.png', { type: 'image/png' }));
    const posted: unknown = await (await ask('/sim/messages', photo)).json();
    expect(posted).toMatchObject({ message: { id: 4, file: { mime: 'image/png', name: 'b.png', size: 4 } } });
    expect(came.map(({ body, quotes }) => [body.type, quotes])).toEqual([
      ['text', undefined],
      ['tap', '2'],
      ['media', '2'],
    ]);
  });

  it.each([
    ['no JSON', 'nope', 400, 'unreadable'],
    ['no object', '[]', 400, 'bad-input'],
    ['nothing said', { ...halo, text: '  \n' }, 400, 'empty'],
    ['no text at all', { person: 'pembeli-1', id: 'a' }, 400, 'bad-input'],
    ['too long a text', { ...halo, text: 'x'.repeat(4_097) }, 400, 'bad-input'],
    ['an id with a slash', { ...halo, id: 'a/b' }, 400, 'bad-input'],
    ['an id like an operator', { ...halo, id: { $gt: '' } }, 400, 'bad-input'],
    ['a person like an operator', { ...halo, person: { $gt: '' } }, 400, 'bad-input'],
    ['a person that is not there', { ...halo, person: 'pembeli-9' }, 404, 'unknown-phone'],
    ['a prototype', '{"__proto__":{"person":"pembeli-1"},"id":"a","text":"x"}', 400, 'bad-input'],
    ['a quote of nothing', { ...halo, quotes: 9 }, 404, 'unknown-message'],
    ['a quote with a minus', { ...halo, quotes: -1 }, 400, 'bad-input'],
    ['a tap without a verb', { ...halo, tap: { verb: '', code: '', on: 1 } }, 400, 'bad-input'],
    ['11 MB of text', { ...halo, text: 'x'.repeat(11_000_000) }, 413, 'too-large'],
  ])('refuse %s, and say why', async (_what, body, status, name) => {
    const { postJson, came } = await world();
    expect(await code(await postJson('/sim/messages', body))).toEqual(refusal(status, name));
    expect(came).toEqual([]);
  });

  it.each([
    ['without a file', form(halo), 400, 'bad-input'],
    ['with text in the place of a file', form({ ...halo, file: 'x' }), 400, 'bad-input'],
    ['with an empty file', form(halo, new File([], 'x.png')), 400, 'empty-file'],
    ['with a quote that is no number', form({ ...halo, quotes: '1e3' }, new File([PNG], 'x.png')), 400, 'bad-input'],
    ['with a file of 10 MB and a byte', form(halo, new File([new Uint8Array(10_485_761)], 'x.png')), 413, 'too-large'],
    [
      'that is broken',
      { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: 'x' },
      400,
      'unreadable',
    ],
  ])('refuse a form %s', async (_what, init, status, name) => {
    const { ask, came } = await world();
    expect(await code(await ask('/sim/messages', init))).toEqual(refusal(status, name));
    expect(came).toEqual([]);
  });

  it('take lone surrogates out of words, so that every store can keep them', async () => {
    const { postJson, came } = await world();
    await postJson('/sim/messages', `{"person":"pembeli-1","id":"a","text":"x\\ud800y"}`);
    expect(came[0]?.body).toEqual({ type: 'text', text: 'x\ufffdy' });
  });

  it('answer 503 while the store is away, and the same message is one message afterwards', async () => {
    const { postJson, phones, channel } = await world();
    phones.away = true;
    expect(await code(await postJson('/sim/messages', halo))).toEqual(refusal(503, 'away'));
    phones.away = false;
    await postJson('/sim/messages', halo);
    await postJson('/sim/messages', halo);
    expect(await channel.messages('pembeli-1')).toHaveLength(1);
  });

  it('add customers up to two hundred', async () => {
    const { ask } = await world();
    const add = () => ask('/sim/phones', { method: 'POST' });
    expect(await (await add()).json()).toMatchObject({ phone: { person: 'pembeli-2', name: 'Budi Lestari' } });
    for (let n = 3; n <= 200; n++) await add();
    expect(await code(await add())).toEqual(refusal(409, 'too-many-customers'));
  });

  it('mark messages as read, and page back through old ones', async () => {
    const { ask, postJson, channel } = await world();
    const to = { channel: 'simulator', account: 'local', person: 'pembeli-1' } as const;
    for (let n = 1; n <= 120; n++) await channel.send(to, { text: `${n}` }, asKey(`k/${n}`));
    const read = await postJson('/sim/phones/pembeli-1/read', { upTo: 119 });
    expect(await read.json()).toMatchObject({ phone: { unread: 1 } });
    const idsOf = async (path: string) => {
      const { messages } = (await (await ask(path)).json()) as { messages: { id: number }[] };
      return [messages[0]?.id, messages.at(-1)?.id, messages.length];
    };
    expect(await idsOf('/sim/phones/pembeli-1/messages')).toEqual([21, 120, 100]);
    expect(await idsOf('/sim/phones/pembeli-1/messages?before=21')).toEqual([1, 20, 20]);
    expect((await ask('/sim/phones/pembeli-1/messages?before=x')).status).toBe(400);
    expect(await code(await postJson('/sim/phones/nobody/read', { upTo: 1 }))).toEqual(refusal(404, 'unknown-phone'));
    expect(await code(await postJson('/sim/phones/pembeli-1/read', { upTo: 0 }))).toEqual(refusal(400, 'bad-input'));
  });

  it.each([
    [3_600_000, 200],
    [86_400_000, 200],
    [-3_600_000, 400],
    [0, 400],
    [1e12, 400],
    ['1 jam', 400],
  ])('move the clock by %s: %i', async (ms, status) => {
    const { postJson, moved } = await world();
    expect((await postJson('/sim/clock', { ms })).status).toBe(status);
    expect(moved).toEqual(status === 200 ? [ms] : []);
  });

  it('give the board as the shop tells it', async () => {
    const row = {
      code: 'K7M2QX',
      customer: 'Sari',
      stage: 'Menunggu bayar',
      payment: '-',
      fulfilment: '-',
      total: 150_347,
      updatedAt: new Date(0),
    };
    const { ask } = await world({ board: () => Promise.resolve([row]) });
    expect(await (await ask('/sim/board')).json()).toEqual({
      rows: [{ ...row, updatedAt: row.updatedAt.toISOString() }],
    });
  });
});

describe('a file of a chat', () => {
  it.each([
    ['image/png', 'image/png', 'inline'],
    ['image/svg+xml', 'application/octet-stream', 'attachment'],
    ['text/html', 'application/octet-stream', 'attachment'],
    ['application/pdf', 'application/octet-stream', 'attachment'],
  ])('of type %s is given as %s, %s', async (mime, type, disposition) => {
    const { ask, media } = await world();
    const id = await media.put(PNG, mime);
    const answer = await ask(`/sim/media/${id}?name=${encodeURIComponent('nota "1"\r\nx: y.pdf')}`);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('content-disposition')).toMatch(new RegExp(`^${disposition}`));
    expect(answer.headers.get('content-disposition')).not.toMatch(/[\r\n]/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PNG);
  });

  it('that is gone says so', async () => {
    const { ask } = await world();
    expect(await code(await ask('/sim/media/nope'))).toEqual(refusal(404, 'unknown-file'));
  });
});
