import { describe, expect, it } from 'vitest';
import { guessCouriers, normaliseResi, readResi, resiFits } from '../../../src/understanding/resi.ts';

describe('resi', () => {
  it.each([
    ['jp 1234567890', 'JP1234567890'],
    ['0123-4567-8901-234', '012345678901234'],
    ['SPXID012345678901', 'SPXID012345678901'],
    ['1234567', undefined],
    ['KOSONGSEMUA', undefined],
    ['A'.repeat(26), undefined],
  ])('writes %s as %s', (text, number) => {
    expect(normaliseResi(text)).toBe(number);
  });

  it.each([
    ['JNE 012345678901234', { courier: 'jne', number: '012345678901234', guesses: [] }],
    ['resinya jnt JP1234567890 ya kak', { courier: 'jnt', number: 'JP1234567890', guesses: ['jnt'] }],
    ['JX9876543210', { number: 'JX9876543210', guesses: ['jnt'] }],
    ['SPXID041234567890', { number: 'SPXID041234567890', guesses: ['spx'] }],
    ['sicepat 0012 3456 7890', { courier: 'sicepat', number: '001234567890', guesses: [] }],
    ['no resi: 001234567890', { number: '001234567890', guesses: [] }],
    ['resi 081234567890', { number: '081234567890', guesses: [] }],
    ['hubungi 081234567890', { guesses: [] }],
    ['kirim ke budi 081234567890 resi jne 012345678901234', { courier: 'jne', number: '012345678901234', guesses: [] }],
    ['totalnya 1.250.000 ya', { guesses: [] }],
    ['belum ada', { guesses: [] }],
    ['jne 012345678901234 sama 012345678901299', { courier: 'jne', guesses: [] }],
  ])('reads %s', (text, wanted) => {
    expect(readResi(text)).toEqual(wanted);
  });

  it('never guesses from digits alone, and warns of a format that is not the courier’s', () => {
    expect(guessCouriers('012345678901234')).toEqual([]);
    expect(resiFits('jnt', 'JP1234567890')).toBe(true);
    expect(resiFits('jnt', '012345678901234')).toBe(false);
    expect(resiFits('wahana', 'ABC12345')).toBe(true);
  });

  it('knows the check digit of a postal number', () => {
    expect(resiFits('pos', 'EE473124829ID')).toBe(true);
    expect(resiFits('pos', 'EE473124828ID')).toBe(false);
  });
});
