import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, keyOf } from '../../../../src/core/ids.ts';
import { commandLine } from '../../../../src/desks/owner/readers/command-line.ts';
import { resiLine } from '../../../../src/desks/resi/resi-line.ts';
import type { Filled } from '../../../../src/dialogue/talk.ts';

const CODE = codeOf(keyOf('test', 'command'));
const at = (filled: Filled = {}) => ({ snapshot: undefined, language: 'id' as const, filled, now: new Date(0) });
// Words are there under both names that forms ask for them by.
const read = (text: string, filled?: Filled): Filled => {
  const { alasan, ...rest } = commandLine({ text, files: [] }, at(filled));
  expect(alasan).toBe(rest.kata);
  return rest;
};

describe('what follows a command', () => {
  it.each<[string, Filled]>([
    [CODE, { kode: CODE }],
    [CODE.toLowerCase(), { kode: CODE }],
    [`${CODE}-2`, { kode: CODE, paket: 2 }],
    [`${CODE} 25000`, { kode: CODE, jumlah: 25_000 }],
    [`${CODE} 25rb salah kirim`, { kode: CODE, jumlah: 25_000, kata: 'salah kirim' }],
    [`${CODE} Rp1.250.000`, { kode: CODE, jumlah: 1_250_000 }],
    [`${CODE} 24`, { kode: CODE, jumlah: 24, jam: 24, lama: 24, kata: '24' }],
    [`${CODE} uang belum masuk`, { kode: CODE, kata: 'uang belum masuk' }],
    [`${CODE} kaos 2 pcs kosong`, { kode: CODE, jumlah: 2, jam: 2, lama: 2, kata: 'kaos 2 pcs kosong' }],
    ['uang belum masuk', { kata: 'uang belum masuk' }],
    ['', {}],
  ])('%s', (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  it('hands a mistyped code to the parser of codes, which says what one looks like', () => {
    expect(read('K7M2QX')).toMatchObject({ kode: { said: 'K7M2QX' } });
  });

  it('takes an answer with figures for no code once there is one', () => {
    expect(read('KAOS2 habis', { kode: CODE })).toEqual({ kata: 'KAOS2 habis' });
  });

  it('never invents a code', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 8 }), (words) => {
        expect(read(words.join(' ')).kode).toBeUndefined();
      }),
      { examples: [[['qbuyct']]] },
    );
  });
});

describe('a resi with its order on one line', () => {
  const line = (text: string): Filled => resiLine({ text, files: [] }, at());
  it.each<[string, Filled]>([
    [`${CODE} JNE 012345678901234`, { kode: CODE, kurir: 'jne', resi: '012345678901234' }],
    [`JX1234567890 ${CODE}`, { kode: CODE, kurir: 'jnt', resi: 'JX1234567890' }],
    [`${CODE}-2 sicepat 0012 3456 7890`, { kode: CODE, paket: 2, kurir: 'sicepat', resi: '001234567890' }],
    [CODE, { kode: CODE }],
    ['besok ya', {}],
  ])('%s', (text, wanted) => {
    expect(line(text)).toEqual(wanted);
  });
});
