import { foldText } from '../core/text.ts';
import { plainWord } from './words.ts';

// One word for what is written in several ways; both what is searched and what is found goes through it.
const SAME: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    kaos: 'kaus kaoss tshirt teeshirt koas kos',
    hitam: 'item itam black hitm ireng',
    putih: 'white putih2 puti',
    navy: 'nevy dongker biru_dongker nafi',
    abu: 'abu2 grey gray abuabu',
    merah: 'red mrh',
    biru: 'blue',
    hijau: 'ijo green',
    sandal: 'sendal sandals sndal sendel',
    sepatu: 'spatu shoes shoe',
    sneakers: 'sneaker sneker snikers sniker snekers',
    hijab: 'hijap hijb jilbab jilbap kerudung krudung khimar',
    tas: 'bag tass',
    stainless: 'stenlis stainles stenles stainlis',
    sambal: 'sambel smbal sambl',
    keripik: 'kripik chips',
    coklat: 'cokelat chocolate choco',
    pedas: 'pedes spicy',
    type: 'tipe typ',
    charger: 'cas casan carger cargeran charge charging chargeran',
    wajah: 'muka face',
    masker: 'mask maskr',
    vitamin: 'vit vitc',
    botol: 'btol bottle',
    kanvas: 'canvas kanfas',
    polos: 'plos polosan plain',
    lampu: 'lmpu lamp',
    minum: 'minuman',
    payung: 'umbrella',
    dompet: 'wallet',
    jam: 'watch',
    ransel: 'backpack',
    kemeja: 'shirt',
    rak: 'rack shelf',
    '1l': '1liter 1ltr 1lt',
    cemilan: 'camilan snack jajanan',
  }).flatMap(([word, forms]) => forms.split(' ').map((form) => [form, word] as const)),
);

// The words around a search. They name nothing, though some are near to something: `murah` to `merah`.
const TALK = new Set(
  `kak ka kakak min admin gan sis bos mas mba mbak om halo hai hi permisi mau pesan pesen psn order beli cari nyari butuh pengen ingin minta
  bukan bkn jangan jgn cukup cuma doang deh eh
  ada adakah ready redi stok stock yang yg dong ya yah nih sih deh ga gak tidak nggak ngga apa apakah berapa brp harga hrg harganya murah
  warna ukuran size uk model tolong tlg lihat liat cek foto gambar barang produk jual jualan punya dan atau sama dengan untuk buat saya aku
  i want need looking for do you have the a an is any please how much terima kasih makasih kirim ini itu lagi masih bisa pcs biji buah
  masuk kalau kalo kl restok aja saja cowok cewek pria wanita kakak2 thanks terimakasih jumlah jumlahnya jml qty total totalnya masing masing2`.split(
    /\s+/,
  ),
);

/** True for a word of a search that names nothing. */
export const isQueryTalk = (word: string): boolean => TALK.has(word) || TALK.has(plainWord(word));

/** The forms in which a text is searched and found: each word, its one spelling, and two neighbours written together. */
export function productWords(text: string): readonly string[] {
  const forms = new Set<string>();
  for (const phrase of text.split(/[;,\n]/)) {
    const words = foldText(phrase)
      .split(' ')
      .filter((word) => word !== '');
    for (const [at, word] of words.entries()) {
      const one = oneSpelling(word);
      forms.add(one);
      const next = words[at + 1];
      // `tote bag`, `power bank`, `type c`: the parts together are the word that others write.
      if (next !== undefined && !isQueryTalk(word) && !isQueryTalk(next)) forms.add(writtenTogether(word, next));
    }
  }
  return [...forms];
}

/** Two words as one, in its one spelling: `power bank` is `powerbank`. */
export const writtenTogether = (first: string, second: string): string => oneSpelling(first + second);

function oneSpelling(word: string): string {
  const single = word.replace(/^(\p{L}{3,})2$/u, '$1').replace(/(?<=\p{L}{4})(?:nya|ku)$/u, '');
  if (Object.hasOwn(SAME, single)) return SAME[single] ?? single;
  const short = single.replace(/(\p{L})\1{2,}/gu, '$1');
  return Object.hasOwn(SAME, short) ? (SAME[short] ?? short) : short;
}
