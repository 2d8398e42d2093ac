import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digitsOf, isWallet } from '../../../../src/desks/owner/shop/money/bank-digits.ts';
import { openShopDesk, type ShopDesk } from './shop-desk.ts';

let shop: ShopDesk;
let talk: ReturnType<ShopDesk['talk']>;
beforeAll(async () => {
  shop = await openShopDesk();
});
beforeEach(() => {
  talk = shop.talk();
});
afterAll(() => shop.close());

describe('/rekening', () => {
  it('adds an account from one line after a yes, offered at once', async () => {
    expect(await talk.say('/rekeningbaru Mandiri 137-00-1234567-8 a.n. Budi Santoso')).toContain('1370012345678');
    await talk.say('ya');
    expect(shop.settings.accounts()).toContainEqual({
      id: 'mandiri-1',
      bank: 'Mandiri',
      number: '1370012345678',
      holder: 'Budi Santoso',
      kind: 'bank',
      active: true,
    });
    const { history } = await shop.settings.read();
    expect(history.at(-1)).toMatchObject({ by: { desk: 'owner', id: 'owner' } });
  });

  it('warns of a number of another length than the bank has, and takes it all the same', async () => {
    expect(await talk.say('/rekeningbaru BCA 123456789 an Budi Santoso')).toContain('biasanya 10 angka');
    await talk.tap('Sudah benar');
    await talk.say('ya');
    expect(shop.settings.accounts().map(({ id, number }) => [id, number])).toContainEqual(['bca-2', '123456789']);
  });

  it('keeps a leading nought of a wallet and knows that it is one', async () => {
    await talk.say('/rekeningbaru GoPay 081234567890 an Siti');
    await talk.say('ya');
    expect(shop.settings.account('gopay-1')).toMatchObject({ number: '081234567890', kind: 'ewallet' });
  });

  it('is switched off and on by button; an order that names it still finds it', async () => {
    const alone = await openShopDesk();
    const chat = alone.talk();
    await chat.say('/rekening');
    await chat.tap('⏸ BCA …7890');
    expect(await chat.say('ya')).toContain('tidak ada rekening yang ditawarkan');
    expect(alone.settings.accounts()).toEqual([]);
    expect(alone.settings.account('bca-1')).toMatchObject({ active: false });
    await chat.say('/rekening');
    await chat.tap('▶ BCA …7890');
    expect(alone.settings.accounts()).toHaveLength(1);
    await alone.close();
  });

  it.each([
    ['BCA', [10]],
    ['Bank BRI', [15]],
    ['mandiri', [13]],
    ['Bank Entah', undefined],
  ])('knows how many digits an account of %s has', (bank, digits) => {
    expect(digitsOf(bank)).toEqual(digits);
  });

  it('does not take a bank for a wallet', () => {
    expect([isWallet('Bank Danamon'), isWallet('DANA')]).toEqual([false, true]);
  });
});

describe('/hari', () => {
  it('shows what today came to', async () => {
    const sku = await shop.addTas({ price: 100_000 });
    await shop.place({ lines: [{ sku, quantity: 1 }] });
    const told = await talk.say('/hari');
    expect(told).toContain('Sen 23 Nov');
    expect(told).toMatch(/Pesanan 1 · Rp118\.\d{3}/);
  });

  it.each([
    ['/hari kemarin', 'Min 22 Nov'],
    ['/hari 2026-11-20', 'Jum 20 Nov'],
    ['/hari tgl 2', 'Sen 2 Nov'],
    ['/hari minggu', '7 hari terakhir'],
    ['/hari besok', 'belum tiba'],
    ['/hari raya', '/hari 2026-11-20'],
  ])('%s answers "%s"', async (line, wanted) => {
    expect(await talk.say(line)).toContain(wanted);
  });

  it('goes back a day by button, and forward again as far as today', async () => {
    await talk.say('/hari');
    expect(talk.choices()).not.toContain('Sehari sesudahnya ▶');
    expect(await talk.tap('◀ Sehari sebelumnya')).toContain('Min 22 Nov');
    expect(await talk.tap('Sehari sesudahnya ▶')).toContain('Sen 23 Nov');
  });
});
