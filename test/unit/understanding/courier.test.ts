import { describe, expect, it } from 'vitest';
import { courierNamed, findCourier, readCourier } from '../../../src/understanding/courier.ts';

describe('readCourier', () => {
  it.each([
    ['jne', { courier: 'jne' }],
    ['JNE aja kak', { courier: 'jne' }],
    ['kurirnya jne aja', { courier: 'jne' }],
    ['j&t', { courier: 'jnt' }],
    ['J & T Express', { courier: 'jnt' }],
    ['jnt ya', { courier: 'jnt' }],
    ['jt', { courier: 'jnt' }],
    ['J&T Cargo', { courier: 'jnt_cargo' }],
    ['si cepat', { courier: 'sicepat' }],
    ['sicepat halu', { courier: 'sicepat', service: 'HALU' }],
    ['sicepet', { courier: 'sicepat' }],
    ['antar aja', { courier: 'anteraja' }],
    ['ninja', { courier: 'ninja' }],
    ['pos indonesia', { courier: 'pos' }],
    ['pos aja', { courier: 'pos' }],
    ['lion parcel', { courier: 'lion' }],
    ['shopee express', { courier: 'spx' }],
    ['id express', { courier: 'ide' }],
    ['tiki ons', { courier: 'tiki', service: 'ONS' }],
    ['jne yes', { courier: 'jne', service: 'YES' }],
    ['jne reg ya kak', { courier: 'jne', service: 'REG' }],
    ['jne oke', { courier: 'jne', service: 'OKE' }],
    ['oke jne', { courier: 'jne' }],
    ['jne trucking', { courier: 'jne', service: 'CARGO' }],
    ['sicepat reguler', { courier: 'sicepat', service: 'REG' }],
    ['yang paling murah aja', { wish: 'cheapest' }],
    ['termurah', { wish: 'cheapest' }],
    ['paling cepat', { wish: 'fastest' }],
    ['terserah kak', { wish: 'any' }],
    ['jangan jne', { not: ['jne'] }],
    ['jnt aja jangan jne', { courier: 'jnt', not: ['jne'] }],
    ['anterajaa', { courier: 'anteraja' }],
  ])('reads %s', (text, wanted) => {
    expect(readCourier(text)).toEqual(wanted);
  });

  it.each(['', 'kaos hitam', 'kode pos 65147', 'jne atau jnt?', 'iya oke', 'yes'])('is not sure of %j', (text) => {
    expect(readCourier(text)).toBeUndefined();
  });

  it.each([
    ['mau order kaos 2 via jne ya kirim ke malang', 'jne'],
    ['kaos hitam L 1, pake j&t', 'jnt'],
    ['kirim pakai pos, kode pos 65147', 'pos'],
    ['jl lion raya 5', undefined],
    ['kode pos 65147', undefined],
    ['baju ninja 2', undefined],
  ])('finds the courier inside: %s', (text, courier) => {
    expect(findCourier(text)?.courier).toBe(courier);
  });

  it.each([
    ['J&T Express', 'jnt'],
    ['JNE', 'jne'],
    ['sicepatt', 'sicepat'],
    ['kaos', undefined],
  ])('knows the name %s', (name, code) => {
    expect(courierNamed(name)).toBe(code);
  });
});
