import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../../../src/core/ids.ts';
import { HOUSE } from '../../../../src/shop/history.ts';
import { goesOutAt } from '../../../../src/shop/suppliers/next-batch.ts';
import { createSuppliers, type Suppliers } from '../../../../src/shop/suppliers/suppliers.ts';
import {
  fillTemplate,
  OWN_WORDS,
  PLACEHOLDERS,
  type TemplateValues,
  unknownPlaceholders,
} from '../../../../src/shop/suppliers/template.ts';
import { openShopDeps, type ShopDeps } from '../../../support/shop-deps.ts';

let n = 0;
const at = (name = `k${++n}`) => ({ key: keyOf(name), by: HOUSE });

describe('the suppliers', () => {
  let deps: ShopDeps;
  let suppliers: Suppliers;
  beforeEach(async () => {
    deps = await openShopDeps();
    suppliers = createSuppliers(deps);
    await deps.ready();
  });
  afterEach(() => deps.close());
  const add = async (name: string, key?: string) => {
    const added = await suppliers.add(name, at(key));
    if (!added.ok) throw new Error(added.error.why);
    return added.value;
  };

  it('are added once for one message, and each name once', async () => {
    const [one, same] = await Promise.all([add('Grosir Jaya', 'm1'), add('Grosir Jaya', 'm1')]);
    expect(same._id).toBe(one._id);
    expect(await suppliers.add('GROSIR  jaya', at())).toMatchObject({ ok: false, error: { why: 'name-taken' } });
    expect(suppliers.named('grosir jaya')?._id).toBe(one._id);
  });

  it('give their old name free when they are renamed', async () => {
    const one = await add('Lama');
    await suppliers.change(one._id, { type: 'set_name', name: 'Baru' }, at());
    deps.clock.move(1000);
    expect((await suppliers.add('Lama', at())).ok).toBe(true);
    expect((await suppliers.add('Baru', at())).ok).toBe(false);
  });

  it.each([
    [{ type: 'set_contact', phone: '0812' } as const, 'bad-phone'],
    [{ type: 'set_contact', email: 'x' } as const, 'bad-email'],
    [{ type: 'set_template', template: 'Order {kode} {harga_jual}' } as const, 'unknown-placeholder'],
    [{ type: 'set_template', template: 'Kirim {barang}' } as const, 'kode-missing'],
    [{ type: 'set_cut_off', at: '25:00' } as const, 'bad-time'],
    [{ type: 'rate', stars: 6 } as const, 'bad-rating'],
    [{ type: 'set_name', name: ' ' } as const, 'name-missing'],
  ])('refuse %j', async (edit, why) => {
    const { _id } = await add('Grosir');
    expect(await suppliers.change(_id, edit, at())).toMatchObject({ ok: false, error: { why } });
  });

  it('are changed once per key, with a trace', async () => {
    const { _id } = await add('Grosir');
    await suppliers.change(_id, { type: 'set_contact', phone: '0812-3456-7890', email: 'a@b.id' }, at());
    await suppliers.change(_id, { type: 'set_contact', phone: '' }, at('once'));
    await suppliers.change(_id, { type: 'set_contact', phone: '081299998888' }, at('once'));
    const found = await suppliers.find(_id);
    expect(found?.contact).toEqual({ email: 'a@b.id' });
    expect(found?.history.map((entry) => entry.event)).toEqual(['add', 'set_contact', 'set_contact']);
  });

  it('are hidden while they are paused', async () => {
    const { _id } = await add('Grosir');
    await suppliers.change(_id, { type: 'pause', reason: 'libur' }, at());
    expect([...suppliers.paused()]).toEqual([_id]);
    await suppliers.change(_id, { type: 'resume' }, at());
    expect([...suppliers.paused()]).toEqual([]);
  });
});

describe('the text for a supplier', () => {
  const values = (more: Partial<TemplateValues> = {}): TemplateValues => ({
    kode: 'K7M2QX',
    barang: '- 2 x Kaos (Merah, L)',
    penerima: 'Ani',
    hp: '0812-3456-7890',
    alamat: 'Jl. Melati 5',
    kurir: 'JNE REG',
    pengirim: 'Toko Contoh',
    hp_pengirim: '0811-111-111',
    catatan: '',
    cod: '',
    modal: '',
    tanggal: '21/11/2026',
    ...more,
  });

  it('leaves out a line whose value is not there, and keeps the others', () => {
    const text = fillTemplate(OWN_WORDS.id.template, values());
    expect(text).toContain('Pengirim: Toko Contoh (0811-111-111)');
    expect(text).not.toMatch(/Catatan|COD|\{/);
    expect(fillTemplate(OWN_WORDS.id.template, values({ catatan: 'jangan dilipat' }))).toContain(
      'Catatan: jangan dilipat',
    );
  });

  it.each(['id', 'en'] as const)('every own text of the shop names the same things: %s', (language) => {
    const named = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name);
    expect(named(OWN_WORDS[language].template)).toEqual(named(OWN_WORDS.id.template));
    expect(unknownPlaceholders(OWN_WORDS[language].template)).toEqual([]);
  });

  it('never fills twice: what a customer writes stays what it is', () => {
    const tricky = values({ catatan: '{modal} {hp} $& $1', penerima: '{alamat}' });
    const text = fillTemplate('{kode}\n{penerima}\n{catatan}\n{modal}', tricky);
    expect(text).toBe('K7M2QX\n{alamat}\n{modal} {hp} $& $1');
  });

  it('names every placeholder that it knows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACEHOLDERS), (name) => {
        expect(fillTemplate(`x {${name}}`, values({ [name]: 'ISI' }))).toBe('x ISI');
      }),
    );
  });
});

describe('a batch', () => {
  const supplier = { batch: true, cutOff: { at: '15:00', days: [1, 2, 3, 4, 5, 6] } };
  it.each([
    ['before the cut-off goes out at it', '2026-11-23T03:00:00Z', '2026-11-23T08:00:00Z'],
    ['after it goes out the next day', '2026-11-23T08:00:00Z', '2026-11-24T08:00:00Z'],
    ['on Saturday night waits for Monday', '2026-11-28T10:00:00Z', '2026-11-30T08:00:00Z'],
    ['near midnight counts the days of the shop, not of the server', '2026-11-28T17:30:00Z', '2026-11-30T08:00:00Z'],
  ])('%s', (_what, now, out) => {
    expect(goesOutAt(supplier, new Date(now), 'Asia/Jakarta').toISOString()).toBe(out.replace('Z', '.000Z'));
  });

  it('goes out at once where there is none, or no day to send on', () => {
    const now = new Date('2026-11-23T03:00:00Z');
    expect(goesOutAt({ batch: false, cutOff: supplier.cutOff }, now, 'Asia/Jakarta')).toEqual(now);
    expect(goesOutAt({ batch: true, cutOff: { at: '15:00', days: [] } }, now, 'Asia/Jakarta')).toEqual(now);
  });
});
