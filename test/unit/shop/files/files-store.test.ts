import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../../src/core/clock.ts';
import { asFileId, sha256 } from '../../../../src/core/ids.ts';
import { lookDistance, NEARLY_SAME } from '../../../../src/shop/files/picture-look.ts';
import { createReceiveFile } from '../../../../src/shop/files/receive-file.ts';
import { createFileSweep, MADE } from '../../../../src/store/file-sweep.ts';
import { createFiles, type Files, type KeptFile } from '../../../../src/store/files.ts';
import { openShopDeps, type ShopDeps } from '../../../support/shop-deps.ts';

let deps: ShopDeps;
let files: Files;
beforeEach(async () => {
  deps = await openShopDeps();
  files = createFiles(deps.connection, deps.clock);
  await deps.ready();
});
afterEach(() => deps.close());

const BYTES = Buffer.alloc(600_000, 'bukti transfer ');
const facts = (about: string) => ({ mime: 'application/pdf', name: 'x.pdf', about: [about] });
const count = (name: string): Promise<number> => deps.connection.collection(name).countDocuments();

describe('a stored file', () => {
  it('lies there once under its hash, whoever puts it and how often at once', async () => {
    const ids = await Promise.all(['a/1', 'a/2', 'a/3'].map((about) => files.put(BYTES, facts(about))));
    expect(new Set(ids)).toEqual(new Set([sha256(BYTES)]));
    expect([await count('files'), await count('blobs.files')]).toEqual([1, 1]);
    const id = asFileId(sha256(BYTES));
    expect(Buffer.from((await files.read(id)) ?? []).equals(BYTES)).toBe(true);
    expect((await files.find(id))?.about.toSorted()).toEqual(['a/1', 'a/2', 'a/3']);
  });

  it('is erased with the last document that keeps it, not before', async () => {
    const id = await files.put(BYTES, facts('a/1'));
    await files.keep(id, 'a/2');
    await files.drop(id, 'a/1');
    expect((await files.find(id))?.about).toEqual(['a/2']);
    await files.drop(id, 'a/2');
    await files.drop(id, 'a/2');
    expect(await files.read(id)).toBeUndefined();
    expect([await count('files'), await count('blobs.files'), await count('blobs.chunks')]).toEqual([0, 0, 0]);
    expect(await files.keep(id, 'a/3')).toBe(false);
  });

  it('can be put again after it was erased', async () => {
    const id = await files.put(BYTES, facts('a/1'));
    await files.drop(id, 'a/1');
    await files.put(BYTES, facts('a/2'));
    expect((await files.read(id))?.length).toBe(BYTES.length);
  });

  it('is found by the document that keeps it, and nothing is read of a file nobody put', async () => {
    const id = await files.put(BYTES, facts('case/1'));
    expect((await files.of('case/1')).map((file) => file.id)).toEqual([id]);
    expect(await files.of('case/2')).toEqual([]);
    expect(await files.read(asFileId('0'.repeat(64)))).toBeUndefined();
  });

  it('of no bytes is stored like any other', async () => {
    const id = await files.put(new Uint8Array(), facts('a/1'));
    expect(await files.read(id)).toEqual(new Uint8Array());
  });
});

describe('the nightly sweep', () => {
  const night = async (): Promise<void> => {
    const now = deps.clock.move(2 * DAY);
    // Two processes look at once; one of them gets it.
    const claimed = await Promise.all([1, 2].map(() => sweep.documents.claimDue(now, 10)));
    expect(claimed.flat()).toEqual(['files']);
    await sweep.documents.runDue('files', now);
  };
  let sweep: ReturnType<typeof createFileSweep>;
  beforeEach(async () => {
    sweep = createFileSweep({ ...deps, files });
    await sweep.start();
    await deps.connection.collection<{ _id: string }>('mail').insertOne({ _id: 'telegram/1/abc/7' });
  });

  it('erases what was made to be handed out and what no mail keeps any more, and nothing else', async () => {
    const put = (name: string) => files.put(Buffer.from(name), facts(name));
    const stays = await Promise.all(['mail/telegram/1/abc/7', 'mail/telegram/1/abc/7/data-saya/x', 'demo'].map(put));
    const goes = await Promise.all([MADE, 'mail/telegram/1/abc/8', 'payments/GONE'].map(put));
    await night();
    for (const id of stays) expect(await files.find(id)).toBeDefined();
    for (const id of goes) expect(await files.find(id)).toBeUndefined();
    expect(await count('blobs.chunks')).toBe(stays.length);
  });

  it('leaves alone what is not a day old, and falls due again the next night', async () => {
    await night();
    const id = await files.put(BYTES, facts(MADE));
    expect(await sweep.documents.claimDue(deps.clock.now(), 10)).toEqual([]);
    deps.clock.move(DAY);
    expect(await files.find(id)).toBeDefined();
    expect(await sweep.documents.claimDue(deps.clock.now(), 10)).toEqual(['files']);
  });
});

describe('what a crash leaves behind', () => {
  it('a reference without bytes is made whole by the next put', async () => {
    await deps.connection.collection<{ _id: string }>('files').insertOne({
      _id: sha256(BYTES),
      v: 1,
      mime: 'x',
      name: 'x',
      size: 1,
      at: deps.clock.now(),
      about: ['a/1'],
    } as never);
    expect(await files.find(asFileId(sha256(BYTES)))).toBeUndefined();
    const id = await files.put(BYTES, facts('a/1'));
    expect((await files.read(id))?.length).toBe(BYTES.length);
  });

  it('bytes that no file points to are swept after a day, all others stay', async () => {
    const id = await files.put(BYTES, facts('a/1'));
    const lost = await files.put(Buffer.from('lost'), facts('a/2'));
    await deps.connection.collection<{ _id: string }>('files').deleteOne({ _id: lost });
    expect(await files.sweep(deps.clock.now())).toBe(0);
    expect(await files.sweep(new Date(deps.clock.now().getTime() + 2 * DAY))).toBe(1);
    expect((await files.read(id))?.length).toBe(BYTES.length);
    expect(await count('blobs.files')).toBe(1);
  });
});

/** A transfer receipt as a bank app draws it, with this amount. */
function receipt(amount: string, time = '21 Nov 2026 14:05', reference = '20261121140533'): Promise<Buffer> {
  const lines = [
    'Transfer Berhasil',
    amount,
    time,
    `Ref ${reference}`,
    'Dari: ANI',
    'Ke: TOKO CONTOH',
    'BCA 1234567890',
  ];
  const text = lines.map(
    (line, i) => `<text x="40" y="${120 + i * 110}" font-size="${i === 1 ? 64 : 36}">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="1280"><rect width="720" height="1280" fill="#fff"/><rect width="720" height="60" fill="#06c"/>${text.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

describe('a picture that came before', () => {
  const receive = async (bytes: Buffer, about: string): Promise<KeptFile> => {
    const received = await createReceiveFile(files)({ bytes, about, tables: false });
    const kept = received.type === 'stored' ? await files.find(received.file.id) : undefined;
    if (!kept) throw new Error('not stored');
    return kept;
  };
  const nearTo = async ({ id, look = '' }: KeptFile): Promise<readonly string[]> => {
    const alike = await files.lookingLike(look, 100);
    const near = alike.filter((one) => one.id !== id && lookDistance(one.look ?? '', look) <= NEARLY_SAME);
    return near.flatMap((one) => one.about);
  };

  it('is the same file when it is the very same picture', async () => {
    await receive(await receipt('Rp150.347'), 'payments/A');
    const again = await receive(await receipt('Rp150.347'), 'payments/B');
    expect(again.about).toEqual(['payments/A', 'payments/B']);
    expect(lookDistance(again.look ?? '', again.look ?? '')).toBe(0);
  });

  it.each([
    ['saved again as a worse JPEG', (picture: Sharp) => picture.jpeg({ quality: 40 })],
    ['made smaller', (picture: Sharp) => picture.resize(400)],
    ['cut by a few pixels', (picture: Sharp) => picture.extract({ left: 3, top: 3, width: 710, height: 1270 })],
  ])('is found when it was %s', async (_how, change) => {
    await receive(await receipt('Rp150.347'), 'payments/A');
    const near = await receive(await change(sharp(await receipt('Rp150.347'))).toBuffer(), 'payments/B');
    expect(await nearTo(near)).toEqual(['payments/A']);
  });

  it.each([
    ['another amount in the same app', () => receipt('Rp151.250', '21 Nov 2026 14:09', '20261121140977')],
    ['another day', () => receipt('Rp75.911', '22 Nov 2026 09:15', '20261122091512')],
    [
      'a photo',
      () =>
        sharp({ create: { width: 90, height: 90, channels: 3, background: '#888', noise } })
          .png()
          .toBuffer(),
    ],
  ])('is not taken for %s', async (_what, other) => {
    await receive(await other(), 'payments/A');
    expect(await nearTo(await receive(await receipt('Rp150.347'), 'payments/B'))).toEqual([]);
  });
});

const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
