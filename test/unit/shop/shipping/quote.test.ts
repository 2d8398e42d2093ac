import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadShipping, type Shipping } from '../../../../src/shop/shipping/load-shipping.ts';
import { type QuoteParcel, quote } from '../../../../src/shop/shipping/quote.ts';
import { paidKilos } from '../../../../src/shop/shipping/weight.ts';
import { zoneOf } from '../../../../src/shop/shipping/zones.ts';

const COURIERS = `
couriers:
  - { code: jne, name: JNE, services: [{ code: REG, name: Reguler }, { code: JTR, name: Trucking }] }
  - { code: jnt, name: J&T, services: [{ code: EZ, name: EZ }] }
`;
const RATES = `
origin: { city: Kota Jakarta Barat, province: DKI Jakarta }
weight: { round_from: 300, volume_per_kg: 6000 }
zones:
  jakarta: { provinces: [DKI Jakarta], cities: [Kota Bekasi] }
  jabar: { provinces: [Jawa Barat] }
rates:
  - { courier: jne, service: REG, from: [jakarta], to: { jakarta: { per_kg: 11000, days: "1-2" }, "*": { per_kg: 30000, days: "3-5" } } }
  - { courier: jne, service: REG, to: { jabar: { per_kg: 9000 } } }
  - { courier: jne, service: JTR, least_kg: 10, volume_per_kg: 5000, to: { jabar: { per_kg: 2000, days: "4-7" } } }
  - { courier: jnt, service: EZ, from: [jakarta], to: { jakarta: { flat: 15000, days: "2" } } }
free:
  - { over: 300000, zones: [jakarta], at_most: 20000 }
`;

function load(rates = RATES, couriers = COURIERS): Shipping {
  const loaded = loadShipping({ file: 's.yaml', text: rates }, { file: 'c.yaml', text: couriers });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

const { rates, couriers } = load();
const JAKARTA = { city: 'Kota Jakarta Timur', province: 'DKI Jakarta' };
const BANDUNG = { city: 'Kota Bandung', province: 'Jawa Barat' };
const parcel = (more: Partial<QuoteParcel> = {}): QuoteParcel => ({
  supplier: 'S1',
  grams: 800,
  value: 100_000,
  ...more,
});

describe('kilos that are paid', () => {
  it.each([
    [0, 1],
    [1, 1],
    [1000, 1],
    [1299, 1],
    [1300, 2],
    [2000, 2],
    [2299, 2],
    [2300, 3],
    [999, 1],
  ])('%i g are %i kg', (grams, kilos) => {
    expect(paidKilos(rates.weight, {}, { grams })).toBe(kilos);
  });

  it.each([
    ['a large light box by its volume', { grams: 500, volume: 30 * 30 * 30 }, {}, 5],
    ['cargo by its own divisor', { grams: 500, volume: 30 * 30 * 30 }, { volume_per_kg: 5000 }, 6],
    ['cargo by its least kilos', { grams: 500 }, { least_kg: 10 }, 10],
  ])('counts %s', (_what, load, rate, kilos) => {
    expect(paidKilos({ round_from: 300, packing: 0, volume_per_kg: 6000 }, rate, load)).toBe(kilos);
  });

  it('adds the packing before it rounds', () => {
    expect(paidKilos({ round_from: 300, packing: 100, volume_per_kg: 6000 }, {}, { grams: 1200 })).toBe(2);
  });

  it('never falls when a parcel grows heavier', () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(5_000), (grams, more) => {
        const kilos = (load: number): number => paidKilos(rates.weight, {}, { grams: load });
        return kilos(grams + more) >= kilos(grams) && Number.isInteger(kilos(grams)) && kilos(grams) >= 1;
      }),
    );
  });
});

describe('a zone', () => {
  it.each([
    ['by its city before its province', { city: 'Kota Bekasi', province: 'Jawa Barat' }, 'jakarta'],
    ['by its province', BANDUNG, 'jabar'],
    ['however it is written', { city: 'KOTA  bekasi', province: '' }, 'jakarta'],
    ['not at all when nobody named it', { city: 'Kota Medan', province: 'Sumatera Utara' }, undefined],
  ])('is found %s', (_how, place, zone) => {
    expect(zoneOf(rates, place)).toBe(zone);
  });
});

describe('a quote', () => {
  it('lists every way there, the cheapest first', () => {
    expect(quote(rates, couriers, [parcel({ grams: 1300 })], JAKARTA)).toMatchObject([
      { id: 'jnt/EZ', name: 'J&T EZ', ongkir: 15_000, days: '2' },
      {
        id: 'jne/REG',
        name: 'JNE REG',
        ongkir: 22_000,
        days: '1-2',
        parcels: [{ supplier: 'S1', kilos: 2, zone: 'jakarta' }],
      },
    ]);
  });

  it('takes the first table of a service that fits the place it leaves from', () => {
    const prices = (from?: typeof BANDUNG): number[] =>
      quote(rates, couriers, [parcel({ ...(from && { from }) })], BANDUNG).map((option) => option.ongkir);
    expect(prices()).toEqual([20_000, 30_000]);
    expect(prices(BANDUNG)).toEqual([9_000, 20_000]);
  });

  it('adds up the parcels of several suppliers under one courier', () => {
    const options = quote(rates, couriers, [parcel(), parcel({ supplier: 'S2', grams: 2500 })], JAKARTA);
    expect(options.map(({ id, ongkir }) => [id, ongkir])).toEqual([
      ['jnt/EZ', 30_000],
      ['jne/REG', 44_000],
    ]);
    expect(options[1]?.parcels.map((one) => one.ongkir)).toEqual([11_000, 33_000]);
  });

  it('offers only couriers that every supplier hands parcels to, and one mixed way where there is none', () => {
    const one = parcel({ couriers: ['jne'] });
    const other = parcel({ supplier: 'S2', couriers: ['jnt'] });
    expect(quote(rates, couriers, [one, parcel({ supplier: 'S2' })], JAKARTA).map(({ id }) => id)).toEqual(['jne/REG']);
    expect(quote(rates, couriers, [one, other], JAKARTA)).toMatchObject([
      { id: 'mixed', name: 'JNE REG + J&T EZ', ongkir: 26_000, days: '1-2' },
    ]);
  });

  it('is empty when one of the parcels cannot go there', () => {
    expect(quote(rates, couriers, [parcel(), parcel({ supplier: 'S2', couriers: ['tiki'] })], JAKARTA)).toEqual([]);
    expect(quote(rates, couriers, [], JAKARTA)).toEqual([]);
  });

  it.each([
    [299_999, 11_000, 0],
    [300_000, 0, 11_000],
  ])('gives the ongkir from the value on that the shop set: %i', (value, ongkir, given) => {
    expect(quote(rates, couriers, [parcel({ value })], JAKARTA)[0]).toMatchObject({ ongkir, given });
  });

  it('gives no more than the shop set, and nothing outside the zones it set', () => {
    expect(quote(rates, couriers, [parcel({ value: 400_000, grams: 3000 })], JAKARTA)[1]).toMatchObject({
      ongkir: 13_000,
      given: 20_000,
    });
    expect(quote(rates, couriers, [parcel({ value: 400_000 })], BANDUNG)[0]).toMatchObject({ given: 0 });
  });

  it('never charges less than nothing and always the sum of its parcels', () => {
    const loads = fc.array(fc.record({ grams: fc.nat(30_000), value: fc.nat(1_000_000) }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(loads, (all) => {
        const parcels = all.map((load, i) => parcel({ ...load, supplier: `S${i}` }));
        return quote(rates, couriers, parcels, JAKARTA).every(
          (one) => one.ongkir >= 0 && one.ongkir + one.given === one.parcels.reduce((sum, p) => sum + p.ongkir, 0),
        );
      }),
    );
  });
});

describe('the files that come with the product', () => {
  const file = (name: string): { file: string; text: string } => ({
    file: name,
    text: readFileSync(new URL(`../../../../flows/${name}`, import.meta.url), 'utf8'),
  });
  const shipped = load(file('shipping.yaml').text, file('couriers.yaml').text);

  it('reach every province from Jakarta with more than one courier', () => {
    const provinces = Object.values(shipped.rates.zones).flatMap((zone) => zone.provinces);
    expect(provinces).toHaveLength(38);
    for (const province of provinces) {
      const options = quote(shipped.rates, shipped.couriers, [parcel()], { city: 'Kota Contoh', province });
      expect(new Set(options.map((option) => option.id.split('/')[0])).size, province).toBeGreaterThan(1);
    }
  });
});

describe('a file with mistakes', () => {
  const problems = (rates: string, couriers = COURIERS): unknown => {
    const loaded = loadShipping({ file: 's.yaml', text: rates }, { file: 'c.yaml', text: couriers });
    return loaded.ok ? [] : loaded.error.map(({ file, line, found, right }) => `${file}:${line} ${found} -> ${right}`);
  };

  it.each([
    [
      'an unknown courier',
      RATES.replace('courier: jnt', 'courier: jtn'),
      "s.yaml:11 'jtn' -> a code in couriers.yaml: jne, jnt",
    ],
    [
      'an unknown service',
      RATES.replace('service: EZ', 'service: YES'),
      "s.yaml:11 'YES' -> a service of J&T in couriers.yaml",
    ],
    [
      'a zone nobody named',
      RATES.replace('zones: [jakarta]', 'zones: [jawa]'),
      "s.yaml:13 'jawa' -> one of the zones jakarta, jabar",
    ],
    ['two prices at once', RATES.replace('flat: 15000', 'flat: 15000, per_kg: 1'), 's.yaml:11 {"flat"'],
    ['a price in words', RATES.replace('flat: 15000', 'flat: "15rb"'), 's.yaml:11 "15rb" -> rates.3.to.jakarta.flat'],
    ['a word it does not know', RATES.replace('packing', 'x').replace('round_from', 'round'), "s.yaml:3 'round'"],
    ['broken YAML', 'rates: [', 's.yaml:1'],
  ])('names %s with its line', (_what, text, problem) => {
    expect(problems(text)).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
  });

  it('tells all problems at once', () => {
    const text = RATES.replace('courier: jnt', 'courier: jtn').replace('zones: [jakarta]', 'zones: [jawa]');
    expect(problems(text)).toHaveLength(2);
  });

  it('refuses two couriers of one name and a form that is no regular expression', () => {
    expect(problems(RATES, COURIERS.replace('name: J&T', 'name: jne'))).toEqual([
      "c.yaml:4 'jne' -> a name that jne does not have",
    ]);
    const broken = COURIERS.replace('name: J&T,', 'name: J&T, resi: [{ pattern: "(", sure: low }],');
    expect(problems(RATES, broken)).toEqual([expect.stringContaining('c.yaml:4 "(" ->')]);
  });
});
