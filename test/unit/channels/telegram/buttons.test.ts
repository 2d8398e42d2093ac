import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_DATA_BYTES, readTap, writeTap } from '../../../../src/channels/telegram/buttons.ts';

const verb = fc.stringMatching(/^[a-z][a-z-]{0,20}$/);
const tap = fc.record(
  { verb, code: fc.string({ unit: 'grapheme', maxLength: 40 }), rev: fc.nat() },
  { requiredKeys: ['verb', 'code'] },
);

describe('what travels with a button', () => {
  it('reads back every tap it has written, within the limit of the platform', () => {
    fc.assert(
      fc.property(tap, (one) => {
        const data = writeTap(one);
        if (data === undefined) return;
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(MAX_DATA_BYTES);
        expect(readTap(data)).toEqual(one);
      }),
    );
  });

  it.each([
    [{ verb: 'terima', code: 'K7M2QX', rev: 12 }, 'terima:K7M2QX:12'],
    [{ verb: 'menu', code: '' }, 'menu::'],
    [{ verb: 'pilih', code: 'a:b', rev: 0 }, 'pilih:a:b:0'],
    [{ verb: 'pilih', code: 'x'.repeat(57) }, `pilih:${'x'.repeat(57)}:`],
    [{ verb: 'pilih', code: 'x'.repeat(58) }, undefined],
    [{ verb: 'pilih', code: 'é'.repeat(29) }, undefined],
    [{ verb: 'a:b', code: 'c' }, undefined],
    [{ verb: '', code: 'c' }, undefined],
    [{ verb: 'a', code: 'c', rev: -1 }, undefined],
    [{ verb: 'a', code: 'c', rev: 0.5 }, undefined],
    [{ verb: 'pilih', code: '\ud83d' }, undefined],
  ])('writes %j as %j', (one, data) => {
    expect(writeTap(one)).toBe(data);
  });

  it.each([
    '',
    ':',
    '::',
    'terima',
    'terima:K7M2QX',
    ':K7M2QX:1',
    'terima:K7M2QX:-1',
    'terima:K7M2QX:1e3',
    'a:b:01',
    'a:b:9999999999999999',
  ])('takes %j for no button of ours', (data) => {
    expect(readTap(data)).toBeUndefined();
  });
});
