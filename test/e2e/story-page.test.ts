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
import { until } from '../support/until.ts';
import { phone } from './open-page.ts';

const NO_BROWSER = 'no Chromium found; install one or name it in CHROMIUM_PATH';
const PICTURES = fileURLToPath(new URL('../../artifacts/', import.meta.url));
const WIDE = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const;
const NARROW = { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: 'reduce' } as const;
const TABS = { customer: 'Pelanggan', owner: 'Pemilik', supplier: 'Pemasok' } as const;
type Kind = keyof typeof TABS;
const ALL_PICTURES_SHOWN = '[...document.images].every((one) => one.complete && one.naturalWidth > 0)';

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
      // A machine that runs all tests at once answers late.
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
      await page.goto(pageOf(bot));
      return page;
    }

    /** Both screens as they now look, the narrow one on the phone that the moment is about. */
    async function shoot(name: string, kind: Kind, words: string): Promise<void> {
      await narrow.locator('.tab', { hasText: TABS[kind] }).click();
      await phone(narrow, kind).bubble(words).last().waitFor();
      // Not waitForFunction: the page's policy refuses what that evaluates when it looks a second time.
      for (const page of [wide, narrow])
        await until('the pictures', () => page.evaluate<boolean>(ALL_PICTURES_SHOWN), 30_000);
      await wide.screenshot({ path: join(PICTURES, `${name}-wide.png`) });
      await narrow.screenshot({ path: join(PICTURES, `${name}-narrow.png`) });
      expect(await narrow.evaluate('document.documentElement.scrollWidth')).toBe(NARROW.viewport.width);
    }

    it('goes from an order of two things to the money given back, each stage seen on the phone that waits for it', async () => {
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
      await complains(customer);
      await shoot('8-complaint', 'customer', 'Maunya bagaimana');
      await customer.says('uang kembali semua');
      await customer.bubble('5. Bukti').waitFor();
      await customer.says('ya');
      await taps(owner, 'perlu diputuskan', /^Setujui/);
      await shoot('9-decide', 'owner', 'Diselesaikan bagaimana');
      await taps(owner, 'Diselesaikan bagaimana', /^Uang kembali semua/);
      await taps(owner, 'Barangnya dikirim balik dulu', /^Ya, kirim balik/);
      await owner.bubble('Dikirim balik ke mana').waitFor();
      await owner.says('Toko Contoh, 081200001111, Jl. Kenanga 1, Beji, Depok 16421');
      await taps(owner, 'Setujui seperti ini', /^Ya/);
      await customer.bubble('kami setujui').waitFor();
      await shoot('10-approved', 'customer', 'kami setujui');
      await taps(customer, 'kami setujui', /^Isi resi retur/);
      await customer.bubble('lewat kurir apa').waitFor();
      await customer.says('J&T JP0987654321');
      await customer.bubble('Resi kirim baliknya').waitFor();
      await customer.says('ya');
      await taps(owner, 'barang di jalan kembali', /^Barang sudah kembali/);
      await taps(owner, 'Periksa, lalu pilih', /^Layak/);
      await customer.bubble('Boleh minta nomor rekeningnya').waitFor();
      await customer.says('rekening refund');
      await customer.bubble('bank atau e-wallet').waitFor();
      await customer.says('BCA 1234567890 atas nama Lia Amalia');
      await customer.bubble('Tolong dicek baik-baik').waitFor();
      await customer.says('ya');
      await taps(owner, 'BCA 1234567890', /^Refund terkirim/);
      await owner.bubble('Sudah dikirim?').waitFor();
      await owner.says('lewati');
      await owner.bubble('Catat uangnya').waitFor();
      await owner.says('ya');
      await customer.bubble('sudah kami kirim ke BCA').waitFor();
      await shoot('11-refunded', 'customer', 'sudah kami kirim ke BCA');
      await shoot('12-board', 'owner', 'dicatat terkirim');
      expect(complaints).toEqual([]);
    }, 240_000);
  },
);

type OnPage = ReturnType<typeof phone>;

async function complains(customer: OnPage): Promise<void> {
  await customer.says('komplain');
  await customer.bubble('Kendalanya apa').waitFor();
  await customer.says('rusak');
  await customer.bubble('Barang yang mana').waitFor();
  await customer.says('lampu tidur');
  await customer.bubble('diceritakan').or(customer.bubble('Ada lagi')).last().waitFor();
  await customer.says('selesai');
  await customer.bubble('diceritakan').waitFor();
  await customer.says('lampunya pecah waktu dibuka');
  await customer.bubble('Kirim foto').waitFor();
  const photo = Buffer.from(await drawSlip(['LAMPU PECAH']));
  const file = { name: 'lampu.jpg', mimeType: 'image/jpeg', buffer: photo };
  await customer.frame.locator('input[type=file]').setInputFiles(file);
  await customer.says('ini fotonya');
  await customer.bubble('Ada lagi').or(customer.bubble('Maunya')).last().waitFor();
  await customer.says('selesai');
  await customer.bubble('Maunya bagaimana').waitFor();
}

/** Taps the newest button with this label under words that were said. */
async function taps(on: OnPage, words: string, label: RegExp): Promise<void> {
  await on.bubble(words).last().waitFor();
  await on.frame.getByRole('button', { name: label }).last().click();
}
