import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asFileId, asKey } from '../../src/core/ids.ts';
import type { TinyDesk } from '../support/page-world.ts';
import { until } from '../support/until.ts';
import { describePage, phone } from './open-page.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const to = (person: string) => ({ channel: 'simulator', account: 'local', person }) as const;
const echo: TinyDesk = ({ body }) => (body.type === 'text' ? { text: `Baik Kak: ${body.text}` } : undefined);
const tap = (label: string, row?: number) => ({
  label,
  tap: { verb: label.toLowerCase(), code: 'K7M2QX', rev: 3 },
  ...(row !== undefined && { row }),
});

describePage('the page of the simulator', (open) => {
  it('tells a stranger what to do first, and one press does it', async () => {
    const { page } = await open(echo);
    const customer = phone(page, 'customer');
    await customer.frame.getByText('Ketik halo untuk mulai memesan').waitFor();
    await page.getByText('Belum ada pesanan.').waitFor();
    await customer.frame.getByRole('button', { name: 'halo', exact: true }).click();
    await customer.bubble('Baik Kak: halo').waitFor();
    expect(await customer.frame.locator('.welcome').count()).toBe(0);
  });

  it('sends what is typed with Enter, begins a line with Shift+Enter, and shows dots until the answer', async () => {
    const { world, page } = await open();
    const customer = phone(page, 'customer');
    await customer.field.fill('satu');
    await customer.field.press('Shift+Enter');
    await customer.field.pressSequentially('dua');
    await customer.field.press('Enter');
    await customer.frame.locator('.dots').waitFor();
    await customer.frame.getByText('sedang mengetik…').waitFor();
    expect(world.came.map(({ body }) => body)).toEqual([{ type: 'text', text: 'satu\ndua' }]);
    await world.channel.send(to('pembeli-1'), { text: 'Siap Kak' }, asKey('k/1'));
    await customer.bubble('Siap Kak').waitFor();
    expect(await customer.frame.locator('.dots').count()).toBe(0);
    expect(await customer.field.inputValue()).toBe('');
  });

  it('keeps the order of what is sent in one breath, each message once', async () => {
    const { world, page } = await open();
    const customer = phone(page, 'customer');
    const said = Array.from({ length: 8 }, (_, i) => `pesan ${i}`);
    for (const one of said) await customer.says(one);
    await until('all to be accepted', () => world.came.length >= said.length);
    expect(world.came.map(({ body }) => body.type === 'text' && body.text)).toEqual(said);
    await until('no message to be shown twice', async () => (await customer.bubbles.count()) === said.length);
  });

  it('brings a tap to the desk, and shows the card edited into its outcome', async () => {
    const { world, page } = await open(({ body, quotes }) =>
      body.type === 'tap' && quotes !== undefined ? { text: `Sudah di${body.verb}`, replaces: quotes } : undefined,
    );
    const owner = phone(page, 'owner');
    const choices = [tap('Terima', 1), tap('Tolak', 1), tap('Lihat')];
    await world.channel.send(to('pemilik'), { text: 'Bukti masuk', choices }, asKey('k/1'));
    const boxes = await Promise.all(
      ['Terima', 'Tolak', 'Lihat'].map((name) => owner.frame.getByRole('button', { name, exact: true }).boundingBox()),
    );
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    expect(boxes[2]?.y).toBeGreaterThan(boxes[0]?.y ?? 0);
    await owner.frame.getByRole('button', { name: 'Terima', exact: true }).click();
    await owner.bubble('Sudah diterima').getByText('diubah').waitFor();
    expect(world.came[0]?.body).toEqual({ type: 'tap', verb: 'terima', code: 'K7M2QX', rev: 3 });
    expect(await owner.frame.getByRole('button', { name: 'Tolak', exact: true }).count()).toBe(0);
  });

  it('sends photos as an album, with a preview before and a caption on the first', async () => {
    const { world, page } = await open();
    const customer = phone(page, 'customer');
    const file = (name: string) => ({ name, mimeType: 'image/png', buffer: PNG });
    await customer.frame.locator('input[type=file]').setInputFiles([file('a.png'), file('b.png'), file('c.png')]);
    expect(await customer.frame.locator('.attached img').count()).toBe(3);
    await customer.frame.getByRole('button', { name: 'Lepas c.png' }).click();
    await customer.says('bukti ya kak');
    await until('both photos', () => world.came.length === 2);
    const [first, second] = world.came;
    expect(first?.body).toMatchObject({ type: 'media', kind: 'image', caption: 'bukti ya kak' });
    expect(second?.body).toMatchObject({ type: 'media', kind: 'image', caption: '' });
    expect(first?.album).toBeDefined();
    expect(second?.album).toBe(first?.album);
    const shown = customer.frame.locator('.bubble .photo img[src^="/sim/media/"]');
    await until('the photos to be shown', async () => (await shown.count()) === 2);
    await shown.first().click();
    await page.locator('dialog img').waitFor();
    await page.keyboard.press('Escape');
    await until('the picture to be closed', async () => (await page.locator('dialog').count()) === 0);
  });

  it('refuses a file that is too large before it is sent, and says why', async () => {
    const { world, page } = await open();
    const folder = await mkdtemp(join(tmpdir(), 'pesan-page-'));
    const large = join(folder, 'besar.mp4');
    await writeFile(large, '');
    await truncate(large, 10 * 1024 * 1024 + 1);
    await phone(page, 'customer').frame.locator('input[type=file]').setInputFiles(large);
    await page.getByText('besar.mp4: terlalu besar, paling besar 10 MB.').waitFor();
    expect(world.came).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('gives a document of the shop to download under its name', async () => {
    const { world, page } = await open();
    const id = asFileId(await world.media.put(Buffer.from('%PDF-1.4 nota'), 'application/pdf'));
    await world.channel.send(
      to('pemilik'),
      { text: 'Laporan', file: { id, mime: 'application/pdf', name: 'laporan nov.pdf' } },
      asKey('k/1'),
    );
    const download = page.waitForEvent('download');
    await phone(page, 'owner').frame.locator('a.document').click();
    expect((await download).suggestedFilename()).toBe('laporan nov.pdf');
  });

  it('answers a message by quoting it, from its menu', async () => {
    const { world, page } = await open();
    await world.channel.send(to('pembeli-1'), { text: 'Tagihan A' }, asKey('k/1'));
    await world.channel.send(to('pembeli-1'), { text: 'Tagihan B' }, asKey('k/2'));
    const customer = phone(page, 'customer');
    await customer.bubble('Tagihan A').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Balas' }).click();
    await customer.says('ini sudah saya bayar');
    await until('the answer', () => world.came.length === 1);
    expect(world.came[0]?.quotes).toBe('1');
    await customer.bubble('ini sudah saya bayar').locator('.quote', { hasText: 'Tagihan A' }).waitFor();
  });

  it('shows whatever anybody wrote as words, never as a part of the page', async () => {
    const { page } = await open(echo);
    const customer = phone(page, 'customer');
    const evil =
      '<img src=x onerror="document.title=1"> <b>tebal</b> &amp; javascript:alert(1) https://a.example/?q=<x>';
    await customer.says(evil);
    await customer.bubble('Baik Kak:').waitFor();
    expect(await customer.bubbles.first().locator('.words-of').textContent()).toContain(evil);
    expect(await customer.frame.locator('.bubble :is(img, b)').count()).toBe(0);
    expect(await customer.frame.locator('.bubble a').first().getAttribute('href')).toBe('https://a.example/?q=');
    expect(await page.title()).toBe('Pesan · Simulator');
  });
});
