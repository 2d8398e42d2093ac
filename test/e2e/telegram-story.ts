import { aPhoto } from '../support/story/files.ts';
import type { People, Step } from './telegram-people.ts';

const ORDER = `halo, mau order kaos polos hitam L 2 dan pashmina ungu 1
Nama: Budi Santoso
HP: 081234567890
Alamat: Jl Melati No 5 RT 2/3, Kel. Sukun, Kec. Sukun, Kota Malang, Jawa Timur 65147
Kurir: JNE REG
Bayar: transfer BCA`;

/** The order's whole walk over the wire, from the first word to the money given back. */
export function storyOf(people: People, supplierCode: string): readonly Step[] {
  return [...ordered(people, supplierCode), ...delivered(people), ...complained(people), ...refunded(people)];
}

function ordered(
  { budi, pemilik, pemasok, fresh, hasButton, says, sends, taps, code }: People,
  invite: string,
): Step[] {
  return [
    { name: 'owner starts', act: says(pemilik, () => '/start'), seen: () => fresh(pemilik, /./) },
    {
      name: 'supplier proves the role',
      act: says(pemasok, () => invite),
      seen: () => fresh(pemasok, /Selamat datang/),
    },
    { name: 'customer orders', act: says(budi, () => ORDER), seen: () => fresh(budi, /Sudah benar/) },
    {
      name: 'customer says yes',
      act: says(budi, () => 'ya'),
      seen: () => fresh(budi, /catat/) && fresh(pemasok, /Kaos/) && code('🧾') !== '',
    },
    {
      name: 'supplier has it in stock',
      act: says(pemasok, () => `ok ${code('🧾')}`),
      seen: () => fresh(budi, /BCA/) && fresh(pemasok, /./),
    },
    {
      name: 'customer sends the proof',
      act: sends(budi, () => aPhoto('bukti'), 'sudah transfer kak'),
      seen: () => hasButton(pemilik, /^Terima/) && fresh(budi, /terima/),
    },
    {
      name: 'owner takes the money',
      act: taps(pemilik, /^Terima/),
      seen: () => fresh(budi, /sudah kami terima/) && fresh(pemilik, /diterima untuk/),
    },
  ];
}

function delivered({ budi, pemilik, pemasok, fresh, says, taps, code }: People): Step[] {
  return [
    {
      name: 'owner hands over',
      act: says(pemilik, () => `/teruskan ${code('🧾')}`),
      seen: () => fresh(pemasok, /Budi Santoso/) && fresh(budi, /sedang disiapkan/) && fresh(pemilik, /diteruskan/),
    },
    {
      name: 'supplier prepares it',
      act: says(pemasok, () => `ok ${code('🧾')}`),
      seen: () => fresh(pemasok, /tercatat ada/),
    },
    {
      name: 'supplier sends the resi',
      act: says(pemasok, () => `resi ${code('🧾')} JNE 0123456789012345`),
      seen: () => fresh(budi, /JNE 0123456789012345/) && fresh(pemasok, /tercatat/),
    },
    {
      name: 'owner says it arrived',
      act: says(pemilik, () => `/sampai ${code('🧾')}`),
      seen: () => fresh(budi, /Sudah diterima dan sesuai/) && fresh(pemilik, /ditandai sampai/),
    },
    { name: 'customer has it', act: taps(budi, /^Sudah, sesuai/), seen: () => fresh(budi, /./) },
  ];
}

function complained({ budi, pemilik, fresh, hasButton, says, sends, taps }: People): Step[] {
  return [
    { name: 'customer complains', act: says(budi, () => 'komplain'), seen: () => fresh(budi, /Kendalanya apa/) },
    { name: 'what is wrong', act: says(budi, () => 'cacat'), seen: () => fresh(budi, /Barang yang mana/) },
    { name: 'which goods', act: taps(budi, /\(2 pcs\)$/), seen: () => fresh(budi, /Ada lagi/) },
    { name: 'only those', act: says(budi, () => 'selesai'), seen: () => fresh(budi, /diceritakan/) },
    { name: 'what happened', act: says(budi, () => 'jahitannya lepas'), seen: () => fresh(budi, /Kirim foto/) },
    {
      name: 'the photo',
      act: sends(budi, () => aPhoto('jahitan'), ''),
      seen: () => fresh(budi, /Maunya|[Aa]da lagi|selesai/),
    },
    { name: 'that is all', act: says(budi, () => 'selesai'), seen: () => fresh(budi, /Maunya/) },
    { name: 'what is wished', act: says(budi, () => 'uang kembali semua'), seen: () => fresh(budi, /Sudah benar/) },
    {
      name: 'complaint confirmed',
      act: says(budi, () => 'ya'),
      seen: () => fresh(budi, /sudah sampai ke kami/) && hasButton(pemilik, /^Setujui/),
    },
    { name: 'owner approves', act: taps(pemilik, /^Setujui/), seen: () => fresh(pemilik, /Diselesaikan bagaimana/) },
    {
      name: 'money back',
      act: taps(pemilik, /^Uang kembali semua/),
      seen: () => fresh(pemilik, /dikirim balik dulu/),
    },
    {
      name: 'sent back first',
      act: taps(pemilik, /^Ya, kirim balik dulu/),
      seen: () => fresh(pemilik, /balik ke mana/),
    },
    {
      name: 'where to',
      act: says(pemilik, () => 'Toko Contoh, 081200001111, Jl. Kenanga 1, Beji, Depok 16421'),
      seen: () => fresh(pemilik, /Setujui seperti ini/),
    },
    {
      name: 'approved',
      act: says(pemilik, () => 'ya'),
      seen: () => fresh(budi, /kami setujui/) && fresh(pemilik, /disetujui/),
    },
  ];
}

function refunded({ budi, pemilik, fresh, says, sends, taps, code }: People): Step[] {
  return [
    { name: 'return resi', act: taps(budi, /^Isi resi retur/), seen: () => fresh(budi, /kurir apa/) },
    { name: 'return courier', act: says(budi, () => 'jne'), seen: () => fresh(budi, /resinya berapa/) },
    { name: 'return number', act: says(budi, () => '0123456789999888'), seen: () => fresh(budi, /Sudah benar/) },
    {
      name: 'sent back',
      act: says(budi, () => 'ya'),
      seen: () => fresh(budi, /resinya sudah kami catat/) && fresh(pemilik, /barang retur dikirim/),
    },
    {
      name: 'goods are back',
      act: taps(pemilik, /^Barang sudah kembali/),
      seen: () => fresh(budi, /sudah sampai di kami/) && fresh(pemilik, /barang kembali/),
    },
    {
      name: 'goods are fine',
      act: taps(pemilik, /^Layak/),
      seen: () => fresh(budi, /nomor rekeningnya/) && fresh(pemilik, /layak/),
    },
    { name: 'account asked', act: taps(budi, /^Isi rekening/), seen: () => fresh(budi, /bank atau e-wallet/) },
    { name: 'bank', act: says(budi, () => 'bca'), seen: () => fresh(budi, /Nomor rekening/) },
    { name: 'number', act: says(budi, () => '1234567890'), seen: () => fresh(budi, /Atas nama/) },
    { name: 'name', act: says(budi, () => 'Budi Santoso'), seen: () => fresh(budi, /Sudah benar/) },
    {
      name: 'account confirmed',
      act: says(budi, () => 'ya'),
      seen: () => fresh(budi, /sudah kami catat/) && fresh(pemilik, new RegExp(`💰 ${code('🛟')}`, 'u')),
    },
    { name: 'refund', act: taps(pemilik, /^Refund terkirim/), seen: () => fresh(pemilik, /Sudah dikirim/) },
    {
      name: 'its slip',
      act: sends(pemilik, () => aPhoto('transfer'), ''),
      seen: () => fresh(pemilik, /Catat uangnya/),
    },
    {
      name: 'refunded',
      act: says(pemilik, () => 'ya'),
      seen: () => fresh(budi, /sudah kami kirim ke BCA/) && fresh(pemilik, /dicatat terkirim/),
    },
  ];
}
