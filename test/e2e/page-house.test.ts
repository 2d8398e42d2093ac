import { expect, it } from 'vitest';
import { asKey } from '../../src/core/ids.ts';
import { until } from '../support/until.ts';
import { describePage, phone } from './open-page.ts';

const to = (person: string) => ({ channel: 'simulator', account: 'local', person }) as const;
const NARROW = { viewport: { width: 390, height: 844 }, hasTouch: true };

describePage('the house around the phones', (open) => {
  it('counts unread messages of phones that are not shown, and forgets them when they are', async () => {
    const { world, page } = await open(undefined, { channel: { suppliers: ['Gudang A', 'Konveksi B'] } });
    const supplier = phone(page, 'supplier');
    await supplier.frame.getByText('online').waitFor();
    for (const n of [1, 2]) await world.channel.send(to('pemasok-2'), { text: `Pesanan ${n}` }, asKey(`k/${n}`));
    const other = supplier.frame.locator('.person', { hasText: 'Konveksi B' });
    await until('the badge', async () => (await other.locator('.badge').textContent()) === '2');
    await other.click();
    await supplier.bubble('Pesanan 2').waitFor();
    await until('the mark', async () => (await world.phones.phone('pemasok-2'))?.unread === 0);
    expect(await other.locator('.badge').count()).toBe(0);
  });

  it('adds a customer, writes as them, and finds everything again after a reload', async () => {
    const { world, page } = await open(({ name }) => ({ text: `Halo Kak ${name ?? ''}` }));
    const customer = phone(page, 'customer');
    await page.getByRole('button', { name: 'Pelanggan baru' }).click();
    await customer.frame.locator('.person[aria-pressed=true]', { hasText: 'Budi Lestari' }).waitFor();
    await customer.says('halo');
    await customer.bubble('Halo Kak Budi Lestari').waitFor();
    await page.reload();
    await customer.bubble('Halo Kak Budi Lestari').waitFor();
    expect(world.came.map(({ chat }) => chat.person)).toEqual(['pembeli-2']);
  });

  it("moves the shop's time, shows the new day, and shows orders as they stand", async () => {
    const { world, page } = await open();
    const before = world.clock.offset();
    await page.getByRole('button', { name: '+1 hari' }).click();
    await page.locator('.ahead', { hasText: '+1 hari' }).waitFor();
    await page.getByRole('button', { name: '+1 jam' }).click();
    await page.locator('.ahead', { hasText: '+1 hari 1 jam' }).waitFor();
    expect(world.clock.offset() - before).toBe(25 * 3_600_000);
    const shown = await page.locator('.clock time').getAttribute('datetime');
    expect(Math.abs(Date.parse(shown ?? '') - world.clock.now().getTime())).toBeLessThan(60_000);
    const row = { code: 'K7M2QX', customer: 'Sari Wijaya', payment: 'Belum', fulfilment: 'Belum', total: 150_347 };
    world.rows.push({ ...row, stage: 'Menunggu bayar', tone: 'attention', updatedAt: world.clock.now() });
    await world.channel.send(to('pembeli-1'), { text: 'Total Rp150.347' }, asKey('k/1'));
    const line = page.locator('.board tr', { hasText: 'K7M2QX' });
    await line.waitFor();
    expect(await line.textContent()).toContain('Rp150.347');
  });

  it('keeps what is written while the line is cut, sends it once when it is back, and shows what it missed', async () => {
    const { world, page } = await open();
    const customer = phone(page, 'customer');
    await customer.frame.getByText('online').waitFor();
    const mend = await world.cut();
    await page.getByText('Sambungan terputus. Mencoba lagi…').waitFor();
    await customer.says('masih ada?');
    await customer.frame.locator('.bubble.pending', { hasText: 'masih ada?' }).waitFor();
    await world.channel.send(to('pembeli-1'), { text: 'Kabar selagi putus' }, asKey('k/1'));
    await mend();
    await customer.bubble('Kabar selagi putus').waitFor();
    await until('the message', () => world.came.length === 1);
    await until('it to be shown once', async () => (await customer.bubble('masih ada?').count()) === 1);
    await until('the line', async () => (await page.getByText('Sambungan terputus').count()) === 0);
    expect(await customer.frame.locator('.bubble.pending').count()).toBe(0);
  });

  it('keeps one message when only the answer was lost', async () => {
    const { world, page } = await open();
    let lost = 0;
    await page.route('**/sim/messages', async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort();
    });
    const customer = phone(page, 'customer');
    await customer.says('halo');
    await until('the answer to be lost', () => lost > 0 && world.came.length > 0);
    await until(
      'it to be shown as sent',
      async () => (await customer.bubble('halo').locator('.mark.done').count()) === 1,
    );
    expect(await customer.bubble('halo').count()).toBe(1);
    expect(world.came).toHaveLength(1);
  });

  it('says why a message was refused, and sends it when told to try again', async () => {
    const { world, page } = await open();
    let refused = 0;
    await page.route('**/sim/messages', (route) =>
      refused++ === 0
        ? route.fulfill({ status: 404, json: { error: { code: 'unknown-phone', message: 'Telepon itu tidak ada.' } } })
        : route.continue(),
    );
    const customer = phone(page, 'customer');
    await customer.says('halo');
    await customer.frame.getByText('Tidak terkirim: Telepon itu tidak ada.').waitFor();
    await customer.frame.getByRole('button', { name: 'Coba lagi' }).click();
    await until('the message', () => world.came.length === 1);
    expect(await customer.frame.locator('.problem').count()).toBe(0);
  });

  it('reads back through a long chat and stays where the reader is', async () => {
    const { world, page } = await open();
    for (let n = 1; n <= 130; n++) await world.channel.send(to('pemilik'), { text: `Kabar ${n}.` }, asKey(`k/${n}`));
    await page.reload();
    const owner = phone(page, 'owner');
    await owner.bubble('Kabar 130.').waitFor();
    await owner.frame.getByRole('button', { name: 'Pesan sebelumnya' }).click();
    await owner.bubble('Kabar 30.').waitFor();
    const seen = await owner.bubble('Kabar 31.').boundingBox();
    await world.channel.send(to('pemilik'), { text: 'Kabar baru' }, asKey('k/new'));
    await owner.frame.getByRole('button', { name: 'Ke pesan terbaru' }).waitFor();
    expect((await owner.bubble('Kabar 31.').boundingBox())?.y).toBe(seen?.y);
    await owner.frame.getByRole('button', { name: 'Ke pesan terbaru' }).click();
    await until('the end', async () => ((await owner.bubble('Kabar baru').boundingBox())?.y ?? 1e9) < 900);
  });

  it('shows one phone at a time on a narrow screen, with tabs and what is unread behind them', async () => {
    const { world, page } = await open(undefined, { browser: NARROW });
    await phone(page, 'customer').frame.getByText('online').waitFor();
    expect(await phone(page, 'owner').frame.isVisible()).toBe(false);
    await world.channel.send(to('pemilik'), { text: 'Pesanan baru' }, asKey('k/1'));
    const tab = page.locator('.tab', { hasText: 'Pemilik' });
    await tab.locator('.badge').waitFor();
    await tab.click();
    await phone(page, 'owner').bubble('Pesanan baru').waitFor();
    await until('the mark', async () => (await world.phones.phone('pemilik'))?.unread === 0);
    expect(await phone(page, 'customer').frame.isVisible()).toBe(false);
    await page.locator('.tab', { hasText: 'Papan' }).click();
    expect(await page.getByText('Belum ada pesanan.').isVisible()).toBe(true);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBe(390);
  });

  it('follows the system to dark, and keeps what is chosen here', async () => {
    const { page } = await open(undefined, { browser: { colorScheme: 'dark' } });
    const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    const dark = await paper();
    await page.getByRole('button', { name: 'Pakai tampilan terang' }).click();
    const light = await paper();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await paper()).toBe(light);
  });

  it('gives every control a name, and every picture a description', async () => {
    const { world, page } = await open();
    const choices = [{ label: 'Terima', tap: { verb: 'terima', code: 'K7M2QX' } }];
    await world.channel.send(to('pemilik'), { text: 'Kartu', choices }, asKey('k/1'));
    await phone(page, 'owner').bubble('Kartu').waitFor();
    const nameless = await page.evaluate(`[...document.querySelectorAll('button, a, input, textarea, img')]
      .filter((one) => !(one.getAttribute('aria-label') || one.textContent.trim() || one.labels?.[0]?.textContent.trim()
        || one.getAttribute('alt') !== null))
      .map((one) => one.outerHTML)`);
    expect(nameless).toEqual([]);
  });

  it('asks for the password first, when there is one', async () => {
    const { page } = await open(undefined, { page: { password: 'rahasia' } });
    await page.getByLabel('Kata sandi').fill('salah');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByText('Kata sandi salah.').waitFor();
    await page.getByLabel('Kata sandi').fill('rahasia');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await phone(page, 'customer').frame.getByText('online').waitFor();
  });
});
