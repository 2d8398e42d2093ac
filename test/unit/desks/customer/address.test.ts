import { describe, expect, it } from 'vitest';
import { address } from '../../../../src/desks/customer/kinds/address.ts';
import type { Parsed } from '../../../../src/dialogue/kind.ts';
import { asked, talkWith } from './talk-with.ts';

const shown = (parsed: Parsed): string | undefined =>
  parsed.type === 'filled' ? address.show(parsed.value, 'id') : undefined;

describe('an address in free words', () => {
  it.each<readonly [readonly string[], string]>([
    [
      ['Jl. Melati No. 5 RT 02/03, Kel. Sukamaju, Kec. Cilodong, Depok 16415'],
      'Jl. Melati No. 5, RT 2/RW 3, Sukamaju, Cilodong, Kota Depok, Jawa Barat, 16415',
    ],
    [['jl melati 5', 'cilodong depok', 'sukamaju'], 'Jl Melati 5, Sukamaju, Cilodong, Kota Depok, Jawa Barat, 16415'],
    [
      [
        'jl mawar 3 karanganyar',
        'Kec. Karanganyar, Kabupaten Kebumen, Prov. Jawa Tengah',
        'gak tau kak',
        'Kel. Grenggeng',
      ],
      'Jl Mawar 3, Grenggeng, Karanganyar, Kabupaten Kebumen, Jawa Tengah, 54364',
    ],
    [
      ['Jl. Asia Afrika 8 Bandung', 'Kota Bandung, Prov. Jawa Barat', 'lengkong', 'burangrang'],
      'Jl. Asia Afrika 8, Burangrang, Lengkong, Kota Bandung, Jawa Barat, 40262',
    ],
    [
      ['jl melati 5, cilodong, depok', 'Kampung Baru Sekali', 'ya', '16415'],
      'Jl Melati 5, Kampung Baru Sekali, Cilodong, Kota Depok, Jawa Barat, 16415',
    ],
  ])('%j is %s', (replies, line) => {
    expect(shown(talkWith(address, replies))).toBe(line);
  });

  it.each<readonly [readonly string[], string]>([
    [['jl mawar 3 karanganyar'], 'alamat.kecamatan-mana'],
    [['perum griya asri blok c2 no 9 malang'], 'alamat.kota-mana'],
    [['jl melati 5'], 'alamat.kecamatan-kota'],
    [['jl melati 5', 'cilodong depok'], 'alamat.kelurahan-di'],
    [[`jl melati ${'sekali '.repeat(30)} 5, cilodong, depok`], 'alamat.jalan-panjang'],
    [['jl melati 5, cilodong, depok', `kel ${'sukamaju'.repeat(9)}`], 'alamat.nama-panjang'],
    [['jl melati 5', 'hmm gak tau'], 'alamat.lagi-kecamatan'],
    [['jl melati 5, cilodong, depok', 'Kampung Baru Sekali'], 'alamat.nama-asing'],
  ])('%j is asked back with %s', (replies, ask) => {
    expect(asked(talkWith(address, replies))).toBe(ask);
  });

  it('leaves a name and a number beside an address to the reader, which takes all of them', () => {
    expect(talkWith(address, ['Nama: Budi\nHP 081234567890\nJl. Mawar 5']).type).toBe('failed');
  });

  it.each(['menu', 'ya', 'selesai', 'sudah tf kak', 'paket saya dimana', ''])('takes "%s" for no address', (words) => {
    expect(talkWith(address, [words]).type).toBe('failed');
    expect(talkWith(address, ['jl melati 5', words]).type).toBe('failed');
  });

  it('goes on with what there was when a street that was too long is written shorter', () => {
    const long = `jl melati ${'panjang '.repeat(30)} 5, sukamaju, cilodong, depok`;
    expect(shown(talkWith(address, [long, 'Jl. Melati 5']))).toBe(
      'Jl. Melati 5, Sukamaju, Cilodong, Kota Depok, Jawa Barat, 16415',
    );
  });

  it('asks nothing that follows from what was said', () => {
    const parsed = talkWith(address, ['Jl. Melati 5, Sukamaju, Cilodong, Depok']);
    expect(parsed.type === 'filled' ? parsed.value : parsed).toMatchObject({
      province: 'Jawa Barat',
      postalCode: '16415',
    });
  });
});
