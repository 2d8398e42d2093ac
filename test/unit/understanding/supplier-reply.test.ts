import { describe, expect, it } from 'vitest';
import { codeOf, keyOf } from '../../../src/core/ids.ts';
import { readSupplierReply } from '../../../src/understanding/supplier-reply.ts';

const code = (number: number) => codeOf(keyOf('purchase', number));
const A = code(0);
const B = code(1);
const C = code(2);
const jne = '012345678901234';

describe('readSupplierReply', () => {
  it.each([
    ['ok', [{ answer: 'ok' }]],
    ['siap kak', [{ answer: 'ok' }]],
    ['oke bos diproses', [{ answer: 'ok' }]],
    ['ready kak', [{ answer: 'ok' }]],
    ['👍', [{ answer: 'ok' }]],
    ['kosong', [{ answer: 'empty' }]],
    ['maaf kak kosong semua', [{ answer: 'empty' }]],
    ['stok habis sis', [{ answer: 'empty' }]],
    ['sold out', [{ answer: 'empty' }]],
    ['gak ready kak', [{ answer: 'empty' }]],
    ['kaos hitam L kosong, sisanya ada', [{ answer: 'empty', items: ['kaos hitam L'] }]],
    ['ok tapi totebag kosong', [{ answer: 'empty', items: ['totebag'] }]],
    ['yg navy XL abis ya', [{ answer: 'empty', items: ['navy XL'] }]],
    ['sudah dipacking', [{ answer: 'packed' }]],
    ['lagi dipack kak', [{ answer: 'packed' }]],
    ['tinggal nunggu kurir', [{ answer: 'packed' }]],
    [`${A} ok`, [{ code: A, answer: 'ok' }]],
    [`ok ${A}`, [{ code: A, answer: 'ok' }]],
    [`${A.toLowerCase()} kosong`, [{ code: A, answer: 'empty' }]],
    [`${A} jne ${jne}`, [{ code: A, answer: 'resi', courier: 'jne', number: jne }]],
    [`${A} resi JP1234567890`, [{ code: A, answer: 'resi', number: 'JP1234567890', guesses: ['jnt'] }]],
    [`jne ${jne}`, [{ answer: 'resi', courier: 'jne', number: jne }]],
    [`${A}\nJNE ${jne}`, [{ code: A, answer: 'resi', courier: 'jne', number: jne }]],
    ['sudah dikirim kak, resi menyusul', [{ answer: 'resi' }]],
    ['udah jalan tadi pake jnt', [{ answer: 'resi', courier: 'jnt' }]],
    [
      `${A} ${B} ok`,
      [
        { code: A, answer: 'ok' },
        { code: B, answer: 'ok' },
      ],
    ],
    [
      `${A} jne ${jne} / ${B} kosong`,
      [
        { code: A, answer: 'resi', courier: 'jne', number: jne },
        { code: B, answer: 'empty' },
      ],
    ],
    [
      `*${A}* : JX0987654321\n*${B}* : stok kosong kak\n*${C}* : sdh dipacking`,
      [
        { code: A, answer: 'resi', number: 'JX0987654321', guesses: ['jnt'] },
        { code: B, answer: 'empty' },
        { code: C, answer: 'packed' },
      ],
    ],
    [
      `Resi hari ini ya kak\n1. ${A} - sicepat 001234567890\n2. ${B} - sicepat 001234567891`,
      [
        { code: A, answer: 'resi', courier: 'sicepat', number: '001234567890' },
        { code: B, answer: 'resi', courier: 'sicepat', number: '001234567891' },
      ],
    ],
    [
      `${A} ok ${B} kosong`,
      [
        { code: A, answer: 'ok' },
        { code: B, answer: 'empty' },
      ],
    ],
    ['belum kosong kok kak, masih ada', [{ answer: 'ok' }]],
    [
      `kak utk ${A} kaos hitam XL nya lg kosong, ganti navy mau?`,
      [{ code: A, answer: 'empty', items: ['kaos hitam XL'] }],
    ],
    [`${A} cancel aja kak barang ga ada`, [{ code: A, answer: 'empty' }]],
    [
      `JNE\n${A} ${jne}\n${B}\n012345678901299`,
      [
        { code: A, answer: 'resi', courier: 'jne', number: jne },
        { code: B, answer: 'resi', courier: 'jne', number: '012345678901299' },
      ],
    ],
    [`Pesanan ${A} sedang dikemas`, [{ code: A, answer: 'packed' }]],
    ['Sudah pickup J&T kak resinya JP9988776655 an rina', [{ answer: 'resi', courier: 'jnt', number: 'JP9988776655' }]],
    ['totebag natural habis, yang hitam ada', [{ answer: 'empty', items: ['totebag natural'] }]],
  ])('reads %s', (text, wanted) => {
    expect(readSupplierReply(text)).toEqual(wanted);
  });

  it.each([
    '',
    'halo',
    'ini pesanan siapa ya?',
    'kosong ga kak?',
    'belum ada resi',
    'belum dikemas',
    'resinya nanti sore ya',
    'besok dikirim',
    'ga jadi libur kak',
    'makasih',
    'hari ini libur ya kak',
    'besok baru bisa kirim ya kak',
    'stoknya tinggal 1 kak',
  ])('takes nothing from %j', (text) => {
    expect(readSupplierReply(text)).toEqual([]);
  });
});
