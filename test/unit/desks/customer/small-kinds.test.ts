import { describe, expect, it } from 'vitest';
import { asFileId, codeOf, keyOf } from '../../../../src/core/ids.ts';
import { accountNumber, bank } from '../../../../src/desks/customer/kinds/account.ts';
import { lastFour } from '../../../../src/desks/customer/kinds/last-four.ts';
import { orderCode } from '../../../../src/desks/customer/kinds/order-code.ts';
import { personName } from '../../../../src/desks/customer/kinds/person-name.ts';
import { phone } from '../../../../src/desks/customer/kinds/phone.ts';
import { place, placeName } from '../../../../src/desks/customer/kinds/place.ts';
import { proofFiles } from '../../../../src/desks/customer/kinds/proof-file.ts';
import { resi } from '../../../../src/desks/customer/kinds/resi.ts';
import type { CustomerSnapshot } from '../../../../src/desks/customer/snapshot.ts';
import type { Kind } from '../../../../src/dialogue/kind.ts';
import { at, text } from './a-shelf.ts';

const read = (kind: Kind<CustomerSnapshot>, words: string) => {
  const parsed = kind.parse(text(words), at());
  return parsed.type === 'filled' ? parsed.value : undefined;
};

describe('short answers', () => {
  it.each<readonly [string, Kind<CustomerSnapshot>, string, unknown]>([
    ['a name', personName, 'atas nama siti aminah', 'Siti Aminah'],
    ['a name', personName, 'Budi Santoso', 'Budi Santoso'],
    ['a name', personName, 'oh oke. Tono Hartono', 'Tono Hartono'],
    ['a name', personName, 'iya kak, namanya Tono Hartono ya', 'Tono Hartono'],
    ['a name', personName, 'ok, my name is John Smith', 'John Smith'],
    ['a name', personName, 'atas nama: Oki Setiana', 'Oki Setiana'],
    ['a name', personName, 'Iyan Yahya', 'Iyan Yahya'],
    ['a name', personName, 'Rina', 'Rina'],
    ['a name', personName, 'an. Siti', 'Siti'],
    ['a phone', phone, 'nomornya 0812-3456-7890 kak', '+6281234567890'],
    ['the end of a phone', lastFour, '7890', '7890'],
    ['the end of a whole phone', lastFour, '081234567890', '7890'],
    ['a bank', bank, 'bank bca', 'BCA'],
    ['a bank', bank, 'jenius', 'jenius'],
    ['an account', accountNumber, '123-456 7890', '1234567890'],
    ['an account', accountNumber, 'no rekeningnya 1234567890 kak', '1234567890'],
    ['a resi', resi, 'jne 0123456789012', '0123456789012'],
    ['a resi', resi, 'JP 1234 567 890', 'JP1234567890'],
  ])('%s: %s', (_, kind, words, value) => {
    expect(read(kind, words)).toBe(value);
  });

  it.each<readonly [string, Kind<CustomerSnapshot>, string]>([
    ['a name', personName, 'menu'],
    ['a name', personName, 'ya kak'],
    ['a name', personName, 'udah itu aja'],
    ['a name', personName, 'sama totebag satu'],
    ['a name', personName, 'tambah topi navy'],
    ['a name', personName, 'Siti Aminah 081234567890 Jl. Melati 5'],
    ['a name', personName, 'ongkirnya berapa?'],
    ['a name', personName, 'oh oke'],
    ['a name', personName, 'untuk hadiah'],
    ['a name', personName, 'buat kado ulang tahun'],
    ['a name', personName, 'for a gift'],
    ['a name', personName, 'saya sendiri'],
    ['a name', personName, 'maksudnya gimana'],
    ['a phone', phone, '08123'],
    ['a phone', phone, '081234567890 Jl. Melati No. 5 RT 2 RW 3 Sukamaju'],
    ['the end of a phone', lastFour, '78901'],
    ['an account', accountNumber, '12'],
    ['an account', accountNumber, 'bca 1234567890 a.n. Oki'],
    ['a bank', bank, 'K7M2QX'],
    ['a bank', bank, codeOf(keyOf('some', 'order'))],
    ['a bank', bank, 'bca 1234567890'],
  ])('is not %s: %s', (_, kind, words) => {
    expect(read(kind, words)).toBeUndefined();
  });

  it('finds the code of an order in a sentence, or in what it quotes', () => {
    const code = codeOf(keyOf('some', 'order'));
    expect(read(orderCode, `pesanan ${code.toLowerCase()} sudah dikirim?`)).toBe(code);
    expect(orderCode.parse({ text: 'ini kak', files: [], about: code }, at())).toEqual({ type: 'filled', value: code });
    expect(read(orderCode, 'pesanan saya mana')).toBeUndefined();
  });

  it.each([
    ['ongkir ke malang berapa', 'Kota Malang'],
    ['Cilodong, Depok', 'Cilodong, Kota Depok'],
    ['surabaya', 'Kota Surabaya'],
  ])('knows where "%s" is, as far as a question about shipping needs', (words, name) => {
    expect(placeName(read(place, words))).toBe(name);
  });

  it('asks which of several places of one name is meant', () => {
    expect(place.parse(text('karanganyar'), at()).type).toBe('more');
  });

  it('takes all pictures of one message as one answer', () => {
    const file = {
      type: 'stored',
      kind: 'image',
      file: { id: asFileId('a'), mime: 'image/jpeg', name: 'a.jpg' },
    } as const;
    const parsed = proofFiles.parse({ text: '', files: [file, file] }, at());
    expect(parsed.type === 'filled' && Array.isArray(parsed.value) ? parsed.value.length : parsed).toBe(2);
  });
});
