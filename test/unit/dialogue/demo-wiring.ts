import { z } from 'zod';
import type { Json } from '../../../src/core/json.ts';
import type { Action, At, ListChoice } from '../../../src/dialogue/action.ts';
import { asList } from '../../../src/dialogue/filled.ts';
import type { Kind, Parsed, Reader } from '../../../src/dialogue/kind.ts';
import { fileAnswer } from '../../../src/dialogue/kinds/file.ts';
import { plainText } from '../../../src/dialogue/plain-text.ts';
import { withProblems } from '../../../src/dialogue/problems.ts';
import type { Filled, Problem } from '../../../src/dialogue/talk.ts';
import type { Wiring } from '../../../src/dialogue/wiring.ts';

const PRODUCTS = ['kaos merah', 'kaos hitam', 'topi', 'celana'];

const line = z.object({ nama: z.string(), jumlah: z.number() });

/** `2 kaos merah`: a product of the demo shop and how many; `kaos` alone asks back which one. */
const item: Kind = {
  parse: ({ text, cart }, { kept }) => {
    if (cart !== undefined)
      return { type: 'several', values: cart.map(({ sku, quantity }) => ({ nama: sku, jumlah: quantity })) };
    return readItem(typeof kept === 'string' ? `${kept} ${text}` : text);
  },
  show: (value) => {
    const { nama, jumlah } = line.parse(value);
    return `${jumlah} x ${nama}`;
  },
  join: (values, value) => {
    const added = line.parse(value);
    const there = values.map((one) => line.parse(one));
    if (!there.some(({ nama }) => nama === added.nama)) return [...values, value];
    return there.map((one) => (one.nama === added.nama ? { ...one, jumlah: one.jumlah + added.jumlah } : one));
  },
  edit: (values, words) => {
    const match = /^(\d+) jadi (\d+)$/.exec(words.trim());
    if (match === null || values[Number(match[1]) - 1] === undefined) return undefined;
    return values.map((value, i) =>
      i === Number(match[1]) - 1 ? { ...line.parse(value), jumlah: Number(match[2]) } : value,
    );
  },
};

function readItem(text: string): Parsed {
  const words = text.toLowerCase();
  const found = PRODUCTS.filter((name) => words.includes(name));
  const jumlah = Number(/\d+/.exec(words)?.[0] ?? 1);
  if (found.length > 0) return { type: 'several', values: found.map((nama) => ({ nama, jumlah })) };
  if (!/\bkaos\b/.test(words)) return { type: 'failed', why: 'demo.bukan-barang' };
  return {
    type: 'more',
    ask: 'demo.varian-mana',
    with: { nama: 'kaos' },
    choices: ['merah', 'hitam'].map((value) => ({ value, label: `Kaos ${value}` })),
    kept: `${jumlah} kaos`,
  };
}

const CITIES = ['Malang', 'Surabaya', 'Jakarta', 'Bandung'];
const city: Kind = {
  parse: ({ text, place }) => {
    if (place !== undefined) return { type: 'filled', value: 'Jakarta' };
    const value = CITIES.find((name) => text.toLowerCase().includes(name.toLowerCase()));
    return value === undefined ? { type: 'failed', why: 'demo.bukan-kota' } : { type: 'filled', value };
  },
  show: (value) => plainText(value),
};

/** Reads `barang: ...`, `nama: ...` lines, cities after "ke", and goods named in passing. */
const orderForm: Reader = ({ text, cart }, { filled }) => {
  const labelled = Object.fromEntries(
    [...text.matchAll(/^(nama|hp|kota|kurir|catatan)\s*:\s*(.+)$/gim)].map((m) => [
      m[1]?.toLowerCase() ?? '',
      m[2] ?? '',
    ]),
  );
  const goods = item.parse(
    { text, files: [], ...(cart && { cart }) },
    { snapshot: undefined, language: 'id', filled, now: new Date(0) },
  );
  const added = goods.type === 'several' ? goods.values : [];
  const barang = added.reduce<readonly Json[]>((so, value) => item.join?.(so, value) ?? so, asList(filled.barang));
  const to = CITIES.find((name) => new RegExp(`\\b(ke|kota:?) ${name}\\b`, 'i').test(text));
  return {
    ...(added.length > 0 && { barang }),
    ...(labelled.nama !== undefined && { nama: labelled.nama }),
    ...(labelled.hp !== undefined && { hp: { said: labelled.hp } }),
    ...(to !== undefined && { kota: to }),
    ...(labelled.kurir !== undefined && { kurir: labelled.kurir }),
    ...(labelled.catatan !== undefined && { catatan: labelled.catatan }),
  };
};

const resiArgs: Reader = ({ text }): Filled => {
  const [pesanan, ...nomor] = text.split(/\s+/);
  return pesanan === undefined || nomor.length === 0 ? {} : { pesanan, nomor: nomor.join(' ') };
};

/** What the demo shop did, by key, so that a test can count effects. */
export interface Effects {
  readonly placed: Map<string, unknown>;
  readonly calls: string[];
  kept: Filled;
  couriers: ListChoice[];
  unpaid: ListChoice[];
  /** The problems that the next order is refused with, once. */
  refuse?: readonly Problem[] | undefined;
  /** Thrown by the next act after its effect, once: the crash between doing and saving. */
  crash?: Error | undefined;
}

const order = z.object({
  barang: z.array(line),
  nama: z.string(),
  hp: z.string(),
  kota: z.string(),
  kurir: z.string(),
  cod: z.string().optional(),
  catatan: z.string().optional(),
  accepted: z.array(z.string()).default([]),
});

const action = <In, Name extends string>(it: Action<In, Name>): Action<In, Name> => it;

/** The wiring of the demo shop's customers, with a view on its effects. */
export function demoWiring(): { wiring: Wiring<undefined>; effects: Effects } {
  const effects: Effects = {
    placed: new Map(),
    calls: [],
    kept: {},
    couriers: [
      { value: 'jne', label: 'JNE REG Rp10.000' },
      { value: 'jnt', label: 'J&T EZ Rp12.000', words: ['jnt', 'j t'] },
      { value: 'sicepat', label: 'SiCepat BEST' },
    ],
    unpaid: [
      { value: 'A23456', label: 'A23456 Rp50.000' },
      { value: 'B23456', label: 'B23456 Rp75.000' },
      { value: 'C23456', label: 'C23456 Rp90.000' },
    ],
  };
  const once = <T>(key: string, name: string, effect: T): T => {
    effects.calls.push(name);
    if (!effects.placed.has(key)) effects.placed.set(key, effect);
    const { crash } = effects;
    effects.crash = undefined;
    if (crash !== undefined) throw crash;
    return effects.placed.get(key) as T;
  };
  const actions = {
    'price-order': action({
      name: 'price-order',
      kind: 'looks',
      input: order,
      outcomes: ['fine', 'problems'],
      run: async ({ barang, accepted }) => {
        effects.calls.push('price-order');
        const total = barang.reduce((sum, { jumlah }) => sum + jumlah * 25_000, 0);
        const many = barang.find(({ jumlah }) => jumlah > 50);
        if (many === undefined || accepted.length > 0) return { outcome: 'fine', data: { total } };
        const problem = {
          field: 'barang',
          text: 'demo.jumlah-besar',
          with: { jumlah: many.jumlah },
          choices: [
            { value: 'accept', label: 'Ya, benar' },
            { value: [{ nama: many.nama, jumlah: 5 }], label: '5 saja' },
          ],
        };
        return { outcome: 'problems', data: withProblems([problem], { total }) };
      },
    }),
    'place-order': action({
      name: 'place-order',
      kind: 'acts',
      input: order,
      outcomes: ['placed', 'problems', 'refused'],
      run: async (input, at: At) => {
        const { refuse } = effects;
        effects.refuse = undefined;
        if (refuse !== undefined) {
          effects.calls.push('place-order');
          return { outcome: 'problems', data: withProblems(refuse) };
        }
        once(at.key, 'place-order', input);
        return { outcome: 'placed', data: { code: 'K7M2Q5' } };
      },
    }),
    'look-ongkir': action({
      name: 'look-ongkir',
      kind: 'looks',
      input: z.object({ kota: z.string() }),
      outcomes: ['found', 'unavailable'],
      run: async ({ kota }) => {
        const to = CITIES.find((name) => kota.toLowerCase().includes(name.toLowerCase()));
        if (to === undefined) return { outcome: 'unavailable' };
        return { outcome: 'found', data: { kota: to, harga: 9_000 } };
      },
    }),
    'claim-payment': action({
      name: 'claim-payment',
      kind: 'acts',
      input: z.object({ berkas: z.array(fileAnswer), pesanan: z.array(z.string()) }),
      outcomes: ['recorded', 'nothing-to-pay'],
      run: async (input, at: At) => {
        if (input.pesanan.length === 0) return { outcome: 'nothing-to-pay' };
        once(at.key, 'claim-payment', input);
        return { outcome: 'recorded' };
      },
    }),
    'look-order': action({
      name: 'look-order',
      kind: 'looks',
      input: z.object({ code: z.string() }),
      outcomes: ['found', 'missing'],
      run: async ({ code }) => ({ outcome: 'found', data: { code, stage: 'dikirim' } }),
    }),
    'record-resi': action({
      name: 'record-resi',
      kind: 'acts',
      input: z.object({ pesanan: z.string(), nomor: z.string() }),
      outcomes: ['recorded'],
      run: async (input, at: At) => {
        once(at.key, 'record-resi', input);
        return { outcome: 'recorded' };
      },
    }),
  };
  const wiring: Wiring<undefined> = {
    actions,
    lists: { couriers: async () => effects.couriers, unpaid: async () => effects.unpaid },
    readers: { 'order-form': orderForm, 'resi-args': resiArgs },
    kinds: { item, city },
    snapshot: () => undefined,
    kept: async () => effects.kept,
  };
  return { wiring, effects };
}
