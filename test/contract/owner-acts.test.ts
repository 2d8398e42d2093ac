import { describe, expect, it } from 'vitest';
import { asChatId, asKey, type Key, keyOf } from '../../src/core/ids.ts';
import type { OwnerDeps } from '../../src/desks/owner/deps.ts';
import { remembered } from '../../src/desks/owner/remembered.ts';
import type { OwnerShopDeps } from '../../src/desks/owner/shop/deps.ts';
import { setSupplierText } from '../../src/desks/owner/shop/people/supplier-text.ts';
import { enterOrder } from '../../src/desks/owner/taking/enter-order.ts';
import type { OrderForm } from '../../src/desks/owner/taking/order-form.ts';
import { createOwnerWiring } from '../../src/desks/owner/wiring.ts';
import type { Action, At } from '../../src/dialogue/action.ts';
import { createCustomers } from '../../src/shop/customers/customers.ts';
import { createStaff } from '../../src/shop/staff/staff.ts';
import { createSuppliers } from '../../src/shop/suppliers/suppliers.ts';
import { houseTexts, noticeHouse } from '../support/notice-house.ts';
import { aRequest, OWNER, openShopCore, type ShopCore } from '../support/shop-core.ts';
import { actContract } from './act.contract.ts';

const RINA = asChatId('telegram/bot/1001');
const at = (key: Key, now = new Date(0)): At => ({
  key,
  chat: RINA,
  who: { desk: 'owner', id: 'rina', role: 'owner' },
  language: 'id',
  now,
});

/** An act of the owner's desk in a shop of its own, called as its flow calls it. */
function act(
  name: string,
  open: (shop: ShopCore) => Promise<{ action: Action; given: object; effect: () => Promise<unknown> }>,
): void {
  actContract(name, async () => {
    const shop = await openShopCore();
    const { action, given, effect } = await open(shop);
    return {
      call: (key) => remembered(shop.deps.acts, action).run(action.input.parse(given), at(key, shop.deps.clock.now())),
      effect,
      close: () => shop.deps.close(),
    };
  });
}

act('of entering an order for somebody who never wrote', async (shop) => {
  await shop.addProduct({ sku: 'A', stock: 9 });
  const customers = createCustomers(shop.deps);
  const staff = createStaff({ ...shop.deps, owners: [RINA] });
  await shop.deps.ready();
  const form = {
    place: async (_form: unknown, { customer, by }: { customer: string; by: typeof OWNER }, { key }: At) => {
      const request = { ...aRequest({ lines: [{ sku: 'A', quantity: 2 }] }), customer };
      const placed = await shop.orders.place(request as Parameters<typeof shop.orders.place>[0], key, by);
      return { outcome: placed.ok ? 'placed' : 'refused', data: placed.ok ? { code: placed.value._id } : {} };
    },
  } as unknown as OrderForm;
  const nobody = { find: () => Promise.resolve(undefined), named: () => Promise.resolve([]) };
  const deps = { ...shop, customers, staff, calls: nobody, purchases: nobody } as unknown as OwnerDeps;
  return {
    action: enterOrder(deps, form),
    given: { siapa: { telepon: '+6281234567890' }, penerima: 'Siti' },
    effect: async () => ({
      orders: (await shop.orders.list({})).map(({ _id, customer, state, history }) => [_id, customer, state, history]),
      buyers: (await customers.search('+6281234567890', 9)).map(({ _id, history }) => [_id, history]),
    }),
  };
});

act('of setting the text of a supplier', async (shop) => {
  const suppliers = createSuppliers(shop.deps);
  const staff = createStaff({ ...shop.deps, owners: [RINA] });
  await shop.deps.ready();
  const added = await suppliers.add('Gudang Bandung', { key: keyOf('scene', 'supplier'), by: OWNER });
  if (!added.ok) throw new Error(added.error.code);
  const pemasok = added.value._id;
  return {
    action: setSupplierText({
      ...shop,
      suppliers,
      staff,
      house: { ...noticeHouse(), texts: houseTexts('owner').texts },
    }),
    given: { pemasok, teks: '{kode}: {barang}' },
    effect: async () => {
      const { template, history } = (await suppliers.find(pemasok)) ?? {};
      return { template, history };
    },
  };
});

describe('every act of the owner’s desk', () => {
  const asked: string[] = [];
  const SAID = { outcome: 'said before' };
  // Nothing but what was said under the key is here: an act that looks for more fails.
  const acts = {
    once: (key: Key) => {
      asked.push(key);
      return Promise.resolve(SAID);
    },
  };
  const deps = { acts } as unknown as OwnerDeps;
  const wiring = createOwnerWiring(
    deps,
    deps as unknown as OwnerShopDeps,
    {
      lists: {},
      kinds: {},
      reader: () => ({}),
    } as unknown as OrderForm,
  );
  // A code that makes somebody staff or supplier is not kept in words; the invitation itself has the key.
  const KEYED = ['invite-staff', 'invite-supplier'];
  const all = Object.values(wiring.actions).filter(({ name, kind }) => kind === 'acts' && !KEYED.includes(name));

  it('is among those that are looked at here', () => {
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['enter-order', 'set-supplier-text']));
    expect(all.length).toBeGreaterThan(40);
  });

  it.each(all.map((action) => [action.name, action] as const))(
    '%s answers a repeated turn as it did before, and does nothing more',
    async (_, action) => {
      asked.length = 0;
      expect(await action.run({}, at(asKey('m1/flow/step')))).toEqual(SAID);
      expect(asked).toEqual(['m1/flow/step/said']);
    },
  );
});
