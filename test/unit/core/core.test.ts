import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asKey, codeOf, readCode } from '../../../src/core/ids.ts';
import { readRupiah, rupiah } from '../../../src/core/money.ts';
import { maskPhone, readPhone } from '../../../src/core/phone.ts';
import { cleanText, cutText, foldText } from '../../../src/core/text.ts';

describe('codes', () => {
  const code = fc.string({ minLength: 1 }).map((cause) => codeOf(asKey(cause)));
  it('are the same for the same cause, another for the next attempt', () => {
    expect(codeOf(asKey('a'))).toBe(codeOf(asKey('a')));
    expect(codeOf(asKey('a'), 1)).not.toBe(codeOf(asKey('a')));
  });
  it('are read back however a person types them', () => {
    fc.assert(
      fc.property(code, (c) => {
        expect(readCode(` ${c.slice(0, 3).toLowerCase()}-${c.slice(3)} `)).toBe(c);
      }),
    );
  });
  it('show one wrong character and two swapped neighbours', () => {
    fc.assert(
      fc.property(code, fc.nat(5), fc.constantFrom(...'23456789ACDEFGHJKMNPQRTUVWXYZ'), (c, at, other) => {
        const wrong = c.slice(0, at) + other + c.slice(at + 1);
        if (wrong !== c) expect(readCode(wrong)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(code, fc.nat(3), (c, at) => {
        const swapped = c.slice(0, at) + c.charAt(at + 1) + c.charAt(at) + c.slice(at + 2);
        if (swapped !== c) expect(readCode(swapped)).toBeUndefined();
      }),
    );
  });
  it.each(['KAUHAT', 'pesan', 'HITAMX', '', '123456789', 'K7M2Q'])('are not seen in %s', (word) => {
    expect(readCode(word)).toBeUndefined();
  });
});

describe('money', () => {
  it.each([
    ['150.000', 150_000],
    ['150,000', 150_000],
    ['150rb', 150_000],
    ['150 ribu', 150_000],
    ['150k', 150_000],
    ['1,5jt', 1_500_000],
    ['1.5 juta', 1_500_000],
    ['Rp150.347,-', 150_347],
    ['Rp 1.234.567', 1_234_567],
    ['25000', 25_000],
    ['0', 0],
    ['seratus', undefined],
    ['15.5', undefined],
    ['-5000', undefined],
    ['1e3', undefined],
    ['', undefined],
  ])('reads %s', (text, amount) => expect(readRupiah(text)).toBe(amount));
  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (amount) => {
        expect(readRupiah(rupiah(amount))).toBe(amount);
      }),
    );
  });
});

describe('phones', () => {
  it.each([
    '081234567890',
    '0812-3456-7890',
    '+62 812 3456 7890',
    '6281234567890',
    '8123456789 0',
    '+6208123456789 0',
    '006281234567890',
  ])('reads %s', (text) => {
    expect(readPhone(text)).toEqual({ e164: '+6281234567890', kind: 'mobile' });
  });
  it.each(['08123456', '08123456789012345', 'nol delapan', '', '12345'])('does not take %s for one', (text) =>
    expect(readPhone(text)).toBeUndefined(),
  );
  it('tells a fixed line and a foreign number', () => {
    expect(readPhone('021-5551234')?.kind).toBe('fixed');
    expect(readPhone('+60123456789')?.kind).toBe('foreign');
  });
  it('hides the middle', () => expect(maskPhone('+6281234567890')).toBe('+6281*****7890'));
});

describe('texts', () => {
  it('lose what no keyboard types', () => {
    expect(cleanText(' a\u0000b\u202Ec\u200Bd\uD800 ')).toBe('abcd\uFFFD');
    expect(cleanText('e\u0301')).toBe('é');
    expect(cleanText(`a${'\u0301'.repeat(100)}`).length).toBeLessThan(8);
  });
  it('keep emoji whole when they are cut', () => {
    expect(cutText('halo 👍🏽', 7)).toBe('halo …');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        expect(cutText(text, max).length).toBeLessThanOrEqual(Math.max(max, 1));
      }),
    );
  });
  it('fold for comparing', () => expect(foldText('  Kaos-Polos  HITAM! ')).toBe('kaos polos hitam'));
});
