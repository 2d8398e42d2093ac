import { deflateRawSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { asFileId, sha256 } from '../../../../src/core/ids.ts';
import { checkFile, createReceiveFile } from '../../../../src/shop/files/receive-file.ts';

const picture = (width = 40, height = 30) => sharp({ create: { width, height, channels: 3, background: '#cc8844' } });

async function aPdf(change: (document: PDFDocument) => void = () => undefined, pages = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let n = 0; n < pages; n++) document.addPage();
  change(document);
  return document.save();
}

/** A zip of one deflated entry, its sizes as the file claims them. */
function zipOf(name: string, content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content);
  const sizes = (size: number): Buffer => {
    const at = Buffer.alloc(12);
    at.writeUInt32LE(packed.length, 4);
    at.writeUInt32LE(size, 8);
    return at;
  };
  const local = Buffer.concat([
    Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    sizes(claimed),
    len(name),
  ]);
  const central = Buffer.concat([
    Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    sizes(claimed),
    len(name),
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const start = local.length + name.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, end]);
}

function len(name: string): Buffer {
  const at = Buffer.alloc(4);
  at.writeUInt16LE(name.length, 0);
  return at;
}

describe('a picture from outside', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is taken as %s and drawn anew', async (format) => {
    const sent = await picture().toFormat(format).toBuffer();
    const taken = await checkFile(sent, false);
    expect(taken.ok && taken.value.kind).toBe('image');
    expect(taken.ok && Buffer.from(taken.value.bytes).equals(sent)).toBe(false);
  });

  it('loses what the sender hid in it: place, camera, appended bytes', async () => {
    const withPlace = await picture()
      .withExif({ IFD0: { Copyright: 'KENARI' }, IFD3: { GPSLatitude: '6/1 10/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect(withPlace.includes('KENARI')).toBe(true);
    const taken = await checkFile(Buffer.concat([withPlace, Buffer.from('<?php KENARI ?>')]), false);
    if (!taken.ok) throw new Error(taken.error);
    expect(Buffer.from(taken.value.bytes).includes('KENARI')).toBe(false);
    expect((await sharp(taken.value.bytes).metadata()).exif).toBeUndefined();
  });

  it('is turned upright by its own mark before the mark is lost', async () => {
    const sideways = await picture(60, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const taken = await checkFile(sideways, false);
    const facts = taken.ok ? await sharp(taken.value.bytes).metadata() : undefined;
    expect([facts?.width, facts?.height]).toEqual([20, 60]);
  });

  it('is refused as too large when it claims more than 25 megapixels, before it is decoded', async () => {
    const bomb = await picture(6_000, 5_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await checkFile(bomb, false)).toEqual({ ok: false, error: 'too-large' });
  });

  it.each([0.3, 0.6, 0.9])('is refused as not readable when only %s of it came', async (part) => {
    const whole = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: '#fff',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer();
    const half = whole.subarray(0, Math.floor(whole.length * part));
    expect(await checkFile(half, false)).toEqual({ ok: false, error: 'not-readable' });
  });
});

describe('what only pretends to be a picture', () => {
  it.each([
    ['html', Buffer.from('<html><script>alert(1)</script>')],
    ['svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['php', Buffer.from('<?php system($_GET[0]);')],
    ['exe', Buffer.from('4d5a900003000000', 'hex')],
    ['elf', Buffer.from('7f454c4602010100', 'hex')],
    ['gif', Buffer.from('GIF89a\u0001\u0000\u0001\u0000')],
    ['heic', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic')])],
    ['zip', zipOf('a.txt', Buffer.from('hello'))],
    ['plain text', Buffer.from('kak ini buktinya')],
    ['shell script', Buffer.from('#!/bin/sh\nrm -rf /')],
  ])('%s is not allowed', async (_name, bytes) => {
    expect(await checkFile(bytes, false)).toEqual({ ok: false, error: 'not-allowed' });
  });

  it.each([
    ['a jpeg head on a page', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('<html>')])],
    ['a png head alone', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['nothing at all', Buffer.alloc(0)],
  ])('%s is not readable', async (_name, bytes) => {
    expect(await checkFile(bytes, false)).toEqual({ ok: false, error: 'not-readable' });
  });

  it('a jpeg over 10 MB is too large without being decoded', async () => {
    const bytes = Buffer.alloc(10 * 1024 * 1024 + 1);
    bytes.write('ffd8ff', 'hex');
    expect(await checkFile(bytes, false)).toEqual({ ok: false, error: 'too-large' });
  });
});

describe('a PDF', () => {
  it('is kept byte for byte when it is plain', async () => {
    const sent = await aPdf();
    const taken = await checkFile(sent, false);
    expect(taken.ok && taken.value.kind).toBe('pdf');
    expect(taken.ok && Buffer.from(taken.value.bytes).equals(Buffer.from(sent))).toBe(true);
  });

  it('is not allowed with a script, with files inside, or encrypted', async () => {
    const scripted = await aPdf((document) => document.addJavaScript('x', 'app.alert(1)'));
    const opening = await aPdf((document) =>
      document.catalog.set(
        PDFName.of('OpenAction'),
        document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }),
      ),
    );
    const carrying = await PDFDocument.create();
    carrying.addPage();
    await carrying.attach(Buffer.from('MZ'), 'tagihan.exe');
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'x', ownerPassword: 'y' });
    for (const bytes of [scripted, opening, await carrying.save(), await locked.save()])
      expect(await checkFile(bytes, false)).toEqual({ ok: false, error: 'not-allowed' });
  });

  it('is too large with more than 20 pages or when it unpacks without end', async () => {
    expect(await checkFile(await aPdf(undefined, 21), false)).toEqual({ ok: false, error: 'too-large' });
    const bomb = await aPdf((document) => {
      const { context } = document;
      context.register(context.flateStream(Buffer.alloc(70 * 1024 * 1024)));
    });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await checkFile(bomb, false)).toEqual({ ok: false, error: 'too-large' });
  });

  it('is not readable when it is only the head of one', async () => {
    expect(await checkFile(Buffer.from('%PDF-1.7\nnothing here'), false)).toEqual({ ok: false, error: 'not-readable' });
  });
});

describe('a table', () => {
  it('is taken from the owner, never from a customer', async () => {
    const xlsx = await writeXlsxFile([[{ value: 'SKU' }]]).toBuffer();
    const csv = Buffer.from('sku;harga\nA1;10.000\n');
    for (const bytes of [xlsx, csv]) {
      const taken = await checkFile(bytes, true);
      expect(taken.ok && taken.value.kind).toBe('file');
      expect(await checkFile(bytes, false)).toEqual({ ok: false, error: 'not-allowed' });
    }
  });

  it('is too large when the zip unpacks to more than it may, whatever size it claims', async () => {
    const bomb = zipOf('xl/workbook.xml', Buffer.alloc(90 * 1024 * 1024), 1_000);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await checkFile(bomb, true)).toEqual({ ok: false, error: 'too-large' });
  });

  it('is not allowed when the zip is no workbook', async () => {
    expect(await checkFile(zipOf('a.exe', Buffer.from('MZ')), true)).toEqual({ ok: false, error: 'not-allowed' });
  });
});

describe('sound and video', () => {
  const video = (size: number): Buffer =>
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(size)]);

  it('are kept as evidence while they are small', async () => {
    const taken = await checkFile(video(1000), false);
    expect(taken.ok && taken.value.kind).toBe('video');
    expect(await checkFile(video(16 * 1024 * 1024), false)).toEqual({ ok: false, error: 'too-large' });
  });
});

describe('receiving', () => {
  it('stores under the hash of what is kept, with a name of the house', async () => {
    const puts: { name: string; about: readonly string[] }[] = [];
    const receive = createReceiveFile({
      put: (bytes, facts) => {
        puts.push(facts);
        return Promise.resolve(asFileId(sha256(bytes)));
      },
    });
    const received = await receive({ bytes: await picture().png().toBuffer(), about: 'payment/K7M2QX', tables: false });
    expect(received).toMatchObject({ type: 'stored', kind: 'image', file: { mime: 'image/png' } });
    expect(puts[0]?.name).toMatch(/^foto-[0-9a-f]{6}\.png$/);
    expect(puts[0]?.about).toEqual(['payment/K7M2QX']);
  });
});
