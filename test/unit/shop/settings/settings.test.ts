import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../../../src/core/ids.ts';
import { OWNER, openShopCore, type ShopCore } from '../../../support/shop-core.ts';

let shop: ShopCore;
beforeEach(async () => {
  shop = await openShopCore();
});
afterEach(() => shop.deps.close());

const at = (name: string) => ({ key: keyOf('test', name), by: OWNER });

describe('the settings', () => {
  it('are changed field by field, with who and when, and seen at once', async () => {
    await shop.settings.change({ name: 'Toko Melati' }, at('name'));
    expect(shop.settings.profile()).toMatchObject({ name: 'Toko Melati', accounts: [{ id: 'bca-1' }] });
    const { history } = await shop.settings.read();
    expect(history.at(-1)).toMatchObject({
      event: 'change',
      by: OWNER,
      data: { fields: ['name'], was: { name: 'Toko' }, is: { name: 'Toko Melati' } },
    });
  });

  it('lose nothing when two people change different things at once', async () => {
    await Promise.all([
      shop.settings.change({ name: 'Toko Melati' }, at('name')),
      shop.settings.change({ greeting: 'Halo Kak' }, at('greeting')),
      shop.settings.change({ open: { from: '09:00', to: '17:00' } }, at('open')),
    ]);
    expect(await shop.settings.read()).toMatchObject({
      name: 'Toko Melati',
      greeting: 'Halo Kak',
      open: { from: '09:00' },
    });
  });

  it('keep of the accounts only the one that changed, as it was and as it is', async () => {
    const [bca] = shop.settings.accounts();
    if (!bca) throw new Error('no account');
    const mandiri = { ...bca, id: 'mandiri-1', bank: 'Mandiri', number: '9876543210' };
    await shop.settings.putAccount(mandiri, at('mandiri'));
    await shop.settings.putAccount({ ...bca, active: false }, at('off'));
    const { history } = await shop.settings.read();
    expect(history.at(-2)?.data).toEqual({ fields: ['accounts'], was: { accounts: [] }, is: { accounts: [mandiri] } });
    expect(history.at(-1)?.data).toMatchObject({
      was: { accounts: [{ id: 'bca-1', active: true }] },
      is: { accounts: [{ id: 'bca-1', active: false }] },
    });
  });

  it('refuse what cannot be, naming the field', async () => {
    const bad = await shop.settings.change({ quiet: { from: '25:00', to: '07:00' } }, at('bad'));
    expect(bad).toEqual({ ok: false, error: { code: 'bad-setting', fields: ['quiet.from'] } });
    const account = { id: 'BCA 1', bank: 'BCA', number: 'x', holder: 'A', kind: 'bank', active: true } as const;
    expect(await shop.settings.putAccount(account, at('acc'))).toMatchObject({ error: { fields: ['id', 'number'] } });
  });

  it('offer an account no more that is switched off, but still know it', async () => {
    const [account] = shop.settings.accounts();
    if (!account) throw new Error('no account');
    await shop.settings.putAccount({ ...account, active: false }, at('off'));
    expect(shop.settings.accounts()).toEqual([]);
    expect(shop.settings.account('bca-1')).toMatchObject({ active: false });
  });

  it('have defaults for what nobody said', () => {
    expect(shop.settings.profile().quiet).toEqual({ from: '21:00', to: '07:00' });
  });
});
