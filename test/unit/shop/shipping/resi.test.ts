import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codFee, courierOf, findCourier, trackingPage } from '../../../../src/shop/shipping/couriers.ts';
import { loadCouriers } from '../../../../src/shop/shipping/load-shipping.ts';
import { checkResi, likelyCouriers, readResi } from '../../../../src/shop/shipping/resi.ts';

const text = readFileSync(new URL('../../../../flows/couriers.yaml', import.meta.url), 'utf8');
const loaded = loadCouriers({ file: 'couriers.yaml', text });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const couriers = loaded.value;

describe('a resi as it is typed', () => {
  it.each([
    ['JP1234567890', 'JP1234567890'],
    ['jp 1234-567-890', 'JP1234567890'],
    [' 0012 3456 7890 ', '001234567890'],
    ['ＪＰ1234567890', 'JP1234567890'],
    ['1234567', undefined],
    ['JP12345678901234567890123456', undefined],
    ['JP1234567890; DROP', undefined],
    ['SUDAHDIKIRIM', undefined],
    ['', undefined],
  ])('%j is read as %s', (typed, read) => {
    expect(readResi(typed)).toBe(read);
  });
});

describe('the form of a resi', () => {
  it.each([
    ['jnt', 'JP1234567890', { type: 'fits' }],
    ['jne', '012345678901234', { type: 'fits' }],
    ['sicepat', '001234567890', { type: 'fits' }],
    ['pos', 'RR123456785ID', { type: 'fits' }],
    ['pos', 'RR123456786ID', { type: 'unusual' }],
    ['ninja', 'NLIDAP123456789', { type: 'fits' }],
    ['jne', 'JP1234567890', { type: 'other-courier', likely: ['jnt'] }],
    ['jnt', '001234567890', { type: 'other-courier', likely: ['sicepat'] }],
    ['jnt', '012345678901234', { type: 'unusual' }],
    ['jnt', 'ABC12345', { type: 'unusual' }],
    ['kurir-toko', 'ABC12345', { type: 'fits' }],
  ])('with %s, %s %j', (code, resi, form) => {
    expect(checkResi(couriers, code, resi)).toEqual(form);
  });

  it('never chooses a courier by figures that several could have', () => {
    expect(likelyCouriers(couriers, '123456789012')).toEqual([]);
    expect(likelyCouriers(couriers, '012345678901234')).toEqual([]);
  });
});

describe('a courier as people name it', () => {
  it.each([
    ['jne', 'jne', undefined],
    ['J&T Express', 'jnt', undefined],
    ['j&t', 'jnt', undefined],
    ['JNT', 'jnt', undefined],
    ['kirim pakai sicepat best ya', 'sicepat', 'BEST'],
    ['JNE REG19', 'jne', 'REG'],
    ['jne yes', 'jne', 'YES'],
    ['shopee express hemat', 'spx', 'HEMAT'],
    ['jne trucking', 'jne', 'JTR'],
    ['anter aja', 'anteraja', undefined],
    ['ID Express', 'ide', undefined],
    ['pos kargo', 'pos', 'KARGO'],
  ])('%s is %s %s', (said, code, service) => {
    const found = findCourier(couriers, said);
    expect([found?.courier.code, found?.service?.code]).toEqual([code, service]);
  });

  it.each(['gojek', 'jnex', 'reguler', ''])('%j is none of ours', (said) => {
    expect(findCourier(couriers, said)).toBeUndefined();
  });
});

describe('collecting cash', () => {
  it.each([
    ['sicepat', 100_000, 4_000],
    ['sicepat', 10_000, 2_000],
    ['sicepat', 2_500_001, undefined],
    ['jne', 24_999, undefined],
    ['jne', 100_001, 4_001],
    ['ninja', 100_000, undefined],
  ])('costs at %s for %i: %s', (code, amount, fee) => {
    const courier = courierOf(couriers, code);
    expect(courier && codFee(courier, amount)).toBe(fee);
  });
});

it('the tracking page carries the number, escaped', () => {
  const ninja = courierOf(couriers, 'ninja');
  expect(ninja && trackingPage(ninja, 'NV123&x=1')).toBe('https://www.ninjaxpress.co/id-id/tracking?id=NV123%26x%3D1');
});
