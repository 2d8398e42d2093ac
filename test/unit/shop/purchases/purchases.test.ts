import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../../../../src/core/clock.ts';
import { type Code, keyOf } from '../../../../src/core/ids.ts';
import { HOUSE } from '../../../../src/shop/history.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import { codOf, forSupplier } from '../../../../src/shop/purchases/purchase-text.ts';
import { createPurchases, type Purchases } from '../../../../src/shop/purchases/purchases.ts';
import { DEFAULT_PURCHASE_SOP } from '../../../../src/shop/purchases/sop.ts';
import { loadCouriers } from '../../../../src/shop/shipping/load-shipping.ts';
import { createSuppliers, type Suppliers } from '../../../../src/shop/suppliers/suppliers.ts';
import { OWN_WORDS } from '../../../../src/shop/suppliers/template.ts';
import { createFiles } from '../../../../src/store/files.ts';
import { openShopDeps, type ShopDeps } from '../../../support/shop-deps.ts';
import { anOrder } from './an-order.ts';

const text = readFileSync(new URL('../../../../flows/couriers.yaml', import.meta.url), 'utf8');
const loaded = loadCouriers({ file: 'couriers.yaml', text });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const couriers = loaded.value;
const SENDER = { name: 'Toko Contoh', phone: '+6281100001111' };
const NOW = new Date('2026-11-23T03:00:00Z');
const given = { words: OWN_WORDS.id, sender: SENDER, couriers, now: NOW, zone: 'Asia/Jakarta' };

describe('the text of a purchase', () => {
  const render = (order: Order, template?: string): string => {
    const [parcel] = order.parcels;
    if (!parcel) throw new Error('no parcel');
    return forSupplier(order, parcel, {
      ...given,
      words: { ...OWN_WORDS.id, ...(template !== undefined && { template }) },
    }).text;
  };

  it('tells what to send, to whom, by whom and from whom', () => {
    const order = anOrder();
    expect(render(order)).toBe(`ORDER ${order._id}-1

- 2 x Kaos polos (Merah, L) [KAOS-M-L]

Penerima: Ani Wijaya
HP: 0812-3456-7890
Alamat: Jl. Melati 5, RT 01/RW 02, Sukamaju, Cilodong, Kota Depok, Jawa Barat, 16415, (depan masjid)

Kurir: JNE REG
Pengirim: Toko Contoh (0811-0000-1111)
Catatan: jangan dilipat`);
  });

  it('never holds what the customer pays, another supplier, its goods, or where the customer writes from', () => {
    const amounts = fc.record({
      price: fc.integer({ min: 70_000, max: 99_999 }),
      shipping: fc.integer({ min: 5_001, max: 9_999 }),
    });
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom(undefined, 'KODE {kode} {barang} ke {penerima} {hp} {alamat}, modal {modal}'),
        ({ price, shipping }, template) => {
          const base = anOrder();
          const order = anOrder({
            lines: base.lines.map((line) => ({ ...line, price })),
            parcels: base.parcels.map((parcel) => ({ ...parcel, shipping: { ...parcel.shipping, cost: shipping } })),
          });
          const got = render(order, template);
          const secrets = [price, shipping, order.totals.total, 'S2', 'Topi', 'TOPI', 'bca-1', 'C1'].map(String);
          return secrets.every((secret) => !got.replaceAll('.', '').includes(secret));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("names a gift's giver as sender and says that no price goes inside", () => {
    const got = render(anOrder({ gift: { sender: 'Budi', words: 'Selamat!' } }));
    expect(got).toContain('Pengirim: Budi');
    expect(got).toContain('tanpa harga');
  });

  it('shows what the courier collects, and all parcels together collect what is left', () => {
    const order = anOrder({ pay: { way: 'cod' }, allotments: [] });
    expect(render(order)).toContain('COD: Rp');
    expect(order.parcels.reduce((sum, parcel) => sum + codOf(order, parcel), 0)).toBe(order.totals.total);
    expect(render(anOrder())).not.toContain('COD');
  });
});

describe('purchases', () => {
  let deps: ShopDeps;
  let purchases: Purchases;
  let suppliers: Suppliers;
  let order: Order;
  let chat: boolean;
  let n = 0;
  const at = (name = `k${++n}`) => ({ key: keyOf(name), by: HOUSE });
  const pay = (what: string, parcel = 1, key = `${order._id}/1/purchase/${parcel}`, reason?: string) =>
    deps.payers.of('purchase')(
      { do: what, order: order._id, parcel, n: 1, ...(reason && { reason }) },
      keyOf(key),
      deps.clock.now(),
    );
  const only = async () => {
    const [purchase, ...others] = await purchases.ofOrder(order._id);
    if (!purchase || others.length > 0) throw new Error(`${others.length + 1} purchases`);
    return purchase;
  };
  const told = (kind: string): unknown[] => deps.paid.filter((duty) => duty.kind === kind).map((duty) => duty.body);

  beforeEach(async () => {
    deps = await openShopDeps(['purchase']);
    suppliers = createSuppliers(deps);
    chat = true;
    purchases = createPurchases({
      ...deps,
      files: createFiles(deps.connection, deps.clock),
      orders: { find: (code: Code) => Promise.resolve(code === order._id ? order : undefined) },
      suppliers,
      hasChat: () => chat,
      couriers: () => couriers,
      sender: () => SENDER,
      sop: () => DEFAULT_PURCHASE_SOP,
      zone: 'Asia/Jakarta',
    });
    await deps.ready();
    const added = await suppliers.add('Grosir', at('s'));
    if (!added.ok) throw new Error(added.error.why);
    await suppliers.change(added.value._id, { type: 'set_contact', phone: '081299998888' }, at());
    const [first] = anOrder().parcels;
    if (!first) throw new Error('no parcel');
    order = anOrder({ parcels: [{ ...first, supplier: added.value._id }] });
  });
  afterEach(() => deps.close());

  it('are made once for a duty, paid twice at once or again later, and go out at once', async () => {
    await Promise.all([pay('hand_over'), pay('hand_over')]);
    await pay('hand_over');
    expect(await only()).toMatchObject({ state: 'sent', route: 'chat', label: order._id, cost: 102_000 });
    expect(told('notice')).toMatchObject([{ about: 'purchase', event: 'send' }]);
  });

  it('go to the owner where the supplier has no chat, with a link that opens WhatsApp with the text', async () => {
    chat = false;
    await pay('hand_over');
    const offered = await only();
    expect(offered).toMatchObject({ state: 'ready', offeredAt: NOW });
    expect(told('notice')).toMatchObject([{ event: 'offer' }]);
    expect(purchases.link(offered)).toMatch(/^https:\/\/wa\.me\/6281299998888\?text=ORDER%20/);
    await purchases.forwarded(offered._id, at());
    expect(await only()).toMatchObject({ state: 'sent', route: 'hand' });
  });

  it('wait for the batch at the cut-off, then go by the clockwork', async () => {
    await suppliers.change(suppliers.all()[0]?._id ?? '', { type: 'set_cut_off', at: '15:00', batch: true }, at());
    await pay('hand_over');
    expect((await only()).state).toBe('ready');
    deps.clock.move(5 * HOUR);
    const now = deps.clock.now();
    for (const id of await purchases.clockwork.claimDue(now, 10)) await purchases.clockwork.runDue(id, now);
    expect((await only()).state).toBe('sent');
  });

  it('are taken back with the order, and an answer after that is refused', async () => {
    await pay('hand_over');
    const { _id } = await only();
    await pay('withdraw', 1, `${order._id}/2/purchase/1`, 'batal');
    await pay('withdraw', 1, `${order._id}/2/purchase/1`, 'batal');
    expect(await only()).toMatchObject({ state: 'cancelled', reason: 'batal' });
    expect(told('notice')).toMatchObject([{ event: 'send' }, { event: 'withdraw' }]);
    expect(await purchases.answer(_id, { type: 'accept' }, at())).toMatchObject({ error: { why: 'not-now' } });
  });

  it('answer once per key: the order hears it once, in order', async () => {
    await pay('hand_over');
    const { _id } = await only();
    const same = at('m1');
    await Promise.all([
      purchases.answer(_id, { type: 'accept' }, same),
      purchases.answer(_id, { type: 'accept' }, same),
    ]);
    await purchases.answer(_id, { type: 'ship', courier: 'jnt', resi: 'jp 1234 567 890' }, at());
    expect(told('order')).toEqual([
      { order: order._id, event: { type: 'accept', parcel: 1 } },
      { order: order._id, event: { type: 'ship', parcel: 1, courier: 'jnt', resi: 'JP1234567890' } },
    ]);
    expect(await only()).toMatchObject({ state: 'shipped', courier: 'jnt', resi: 'JP1234567890' });
  });

  it.each([
    [{ courier: 'entah', resi: 'JP1234567890' }, 'unknown-courier'],
    [{ courier: 'jnt', resi: 'besok ya' }, 'resi-not-readable'],
    [{ courier: 'jnt', resi: 'JP0000000001' }, 'resi-used'],
  ])('refuse %j, and the order hears nothing', async (ship, why) => {
    await deps.claims.take('resi/JP0000000001', 'OTHER', NOW);
    await pay('hand_over');
    const { _id } = await only();
    expect(await purchases.answer(_id, { type: 'ship', ...ship }, at())).toMatchObject({ error: { why } });
    expect(told('order')).toEqual([]);
  });

  it('take a resi of another order when it is meant so', async () => {
    await deps.claims.take('resi/JP0000000001', 'OTHER', NOW);
    await pay('hand_over');
    const purchase = await only();
    expect(await purchases.look(purchase, 'jnt', 'JP0000000001')).toEqual({
      resi: 'JP0000000001',
      form: { type: 'fits' },
      usedBy: 'OTHER',
    });
    const shared = { type: 'ship', courier: 'jnt', resi: 'JP0000000001', shared: true } as const;
    expect((await purchases.answer(purchase._id, shared, at())).ok).toBe(true);
  });

  it("are found by their own code or the order's, and never by another supplier", async () => {
    await pay('hand_over');
    const purchase = await only();
    for (const words of [purchase._id, order._id, order._id.toLowerCase(), `${order._id}-1`])
      expect((await purchases.named(words, purchase.supplier)).map((one) => one._id)).toEqual([purchase._id]);
    expect(await purchases.named(order._id, 'SOMEBODY')).toEqual([]);
    expect(await purchases.named(`${order._id}-2`)).toEqual([]);
    expect(await purchases.named('halo kak')).toEqual([]);
  });

  it('forget the customer only when nothing is under way any more', async () => {
    await pay('hand_over');
    expect(await purchases.mayForget(order._id)).toBe(false);
    await pay('withdraw', 1, 'x', 'batal');
    expect(await purchases.mayForget(order._id)).toBe(true);
    await purchases.forgetText(order._id);
    expect((await only()).text).toBe('');
  });

  it('remind a silent supplier once for each limit', async () => {
    await pay('hand_over');
    for (let hour = 0; hour < 48; hour++) {
      const now = deps.clock.move(HOUR);
      for (const id of await purchases.clockwork.claimDue(now, 10)) await purchases.clockwork.runDue(id, now);
    }
    expect((await only()).reminded).toEqual(['answer/0', 'answer/1']);
    expect(told('notice')).toHaveLength(3);
  });

  it('are looked up by an index, each way', async () => {
    for (const filter of [
      { order: 'X' },
      { key: 'X' },
      { supplier: 'X', state: { $in: ['sent'] } },
      { state: { $in: ['sent'] } },
      { dueAt: { $lte: NOW } },
    ]) {
      const explained: unknown = await deps.connection.collection('purchases').find(filter).explain();
      expect(JSON.stringify(explained), JSON.stringify(filter)).toContain('IXSCAN');
    }
  });
});
