import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../src/core/clock.ts';
import { drawSlip } from '../../src/demo/draw-slip.ts';
import { type BotProcess, pageOf, startBot } from '../support/bot-process.ts';
import { findChromium, launchChromium } from '../support/browser.ts';
import { phone } from './open-page.ts';

const NO_BROWSER = 'no Chromium found; install one or name it in CHROMIUM_PATH';
const PICTURES = fileURLToPath(new URL('../../artifacts/', import.meta.url));
const WIDE = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const;
const NARROW = { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: 'reduce' } as const;
const TABS = { customer: 'Pelanggan', owner: 'Pemilik', supplier: 'Pemasok' } as const;
type Kind = keyof typeof TABS;

const ORDER = `pesan tumbler putih 3 sama lampu tidur 1
Nama: Lia Amalia
HP: 081298761234
Alamat: Jl. Veteran 10, Kel. Ketawanggede, Kec. Lowokwaru, Kota Malang 65145
Kurir: J&T
Bayar: Mandiri`;

const chromium = findChromium();
describe.skipIf(chromium === undefined)(
  chromium === undefined ? `the story on the page (skipped: ${NO_BROWSER})` : 'the story on the page',
  () => {
    let dir: string;
    let bot: BotProcess;
    let browser: Browser;
    let wide: Page;
    let narrow: Page;
    const complaints: string[] = [];

    beforeAll(async () => {
      await mkdir(PICTURES, { recursive: true });
      dir = await mkdtemp(join(tmpdir(), 'pesan-page-'));
      bot = await startBot({ DATA_DIR: dir });
      browser = await launchChromium(chromium ?? '');
      await beginInTheMorning();
      wide = await open(WIDE);
      narrow = await open(NARROW);
    });
    afterAll(async () => {
      await browser?.close();
      await bot?.kill();
      await rm(dir, { recursive: true, force: true });
    });

    /** Nine in the morning in Jakarta: at night a shop keeps some of its news for the next day. */
    async function beginInTheMorning(): Promise<void> {
      const body = JSON.stringify({ ms: DAY - ((Date.now() - 2 * HOUR) % DAY) });
      const headers = { 'content-type': 'application/json', origin: pageOf(bot) };
      const moved = await fetch(`${pageOf(bot)}/sim/clock`, { method: 'POST', headers, body });
      expect(moved.status).toBe(200);
    }

    async function open(look: typeof WIDE | typeof NARROW): Promise<Page> {
      const page = await (await browser.newContext(look)).newPage();
      page.setDefaultTimeout(8_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
      await page.goto(pageOf(bot));
      return page;
    }

    /** Both screens as they now look, the narrow one on the phone that the moment is about. */
    async function shoot(name: string, kind: Kind, words: string): Promise<void> {
      await narrow.locator('.tab', { hasText: TABS[kind] }).click();
      await phone(narrow, kind).bubble(words).last().waitFor();
      for (const page of [wide, narrow])
        await page.waitForFunction('[...document.images].every((one) => one.complete && one.naturalWidth > 0)');
      await wide.screenshot({ path: join(PICTURES, `${name}-wide.png`) });
      await narrow.screenshot({ path: join(PICTURES, `${name}-narrow.png`) });
      expect(await narrow.evaluate('document.documentElement.scrollWidth')).toBe(NARROW.viewport.width);
    }

    it('goes from an order of two things to a complaint, each stage seen on the phone that waits for it', async () => {
      const customer = phone(wide, 'customer');
      const owner = phone(wide, 'owner');
      await phone(wide, 'supplier').frame.getByText('online').waitFor();

      await customer.says(ORDER);
      await customer.bubble('3 x Tumbler').last().waitFor();
      await customer.says('eh tumblernya 2 aja');
      await customer.bubble('2 x Tumbler').last().waitFor();
      await shoot('1-summary', 'customer', '2 x Tumbler');
      await customer.says('ya');
      await customer.bubble('sudah kami catat').waitFor();
      await owner.bubble('menunggu bayar').waitFor();
      const code = /Pesanan (\w{6})/.exec((await customer.bubble('sudah kami catat').textContent()) ?? '')?.[1] ?? '';
      await shoot('2-ordered', 'owner', code);

      const photo = Buffer.from(await drawSlip(['TRANSFER BERHASIL', 'Bank Mandiri', '23 Nov']));
      const file = { name: 'bukti.jpg', mimeType: 'image/jpeg', buffer: photo };
      await customer.frame.locator('input[type=file]').setInputFiles(file);
      await customer.says('sudah transfer ya kak');
      await owner.bubble('Bukti bayar').waitFor();
      await shoot('3-proof', 'owner', 'Bukti bayar');
      await owner.frame
        .getByRole('button', { name: /^Terima/ })
        .last()
        .click();
      await customer.bubble('sudah kami terima: Rp').waitFor();
      await wide.locator('.board tr', { hasText: code }).getByText('lunas').waitFor();
      await shoot('4-paid', 'customer', 'sudah kami terima: Rp');

      await owner.says(`/teruskan ${code}`);
      await owner.bubble('diteruskan ke Grosir Rumah Surabaya').waitFor();
      // Both things come from the same supplier, whose phone is not the one that is shown.
      for (const page of [wide, narrow]) {
        if (page === narrow) await page.locator('.tab', { hasText: TABS.supplier }).click();
        await phone(page, 'supplier').frame.locator('.person', { hasText: 'Grosir Rumah Surabaya' }).click();
      }
      const supplier = phone(wide, 'supplier');
      await supplier.bubble(`ORDER ${code}`).waitFor();
      await shoot('5-forwarded', 'supplier', `ORDER ${code}`);
      await supplier.says('ok');
      await supplier.bubble('tercatat ada').waitFor();
      await supplier.says('resi J&T JP0123456789');
      await customer.bubble('ini nomor resi').waitFor();
      await shoot('6-resi', 'customer', 'ini nomor resi');

      await wide.getByRole('button', { name: '+1 hari' }).click();
      await owner.says(`/sampai ${code}`);
      await customer.bubble('sudah sampai').last().waitFor();
      await shoot('7-arrived', 'customer', 'sudah sampai');
      await customer.says('komplain, tumblernya penyok');
      await customer.frame
        .locator('.bubble', { hasText: /yang mana|diceritakan|Kendalanya/ })
        .last()
        .waitFor();
      await shoot('8-complaint', 'customer', 'Barang yang mana');
      expect(complaints).toEqual([]);
    }, 60_000);
  },
);
