import type { Language } from '../core/language.ts';
import { foldText } from '../core/text.ts';

// Words that hold sentences together: they say what language somebody writes, whatever is sold or asked.
const ENGLISH = new Set(
  `the is are am was do does did you your i im my me we our have has had want would like need can could how much many what where which when
  who please and or of for with this that these those it any there a an to in on from by not looking buy get know hello thanks thank
  about ship shipping still`.split(/\s+/),
);
const INDONESIAN = new Set(
  `kak kakak ka min gan sis bang mas mbak mau saya aku yang yg ada adakah berapa brp pesan pesen dong ya yah bisa bs ke di untuk buat dan ini
  itu apa apakah tidak gak ga nggak ngga sudah udah belum blm beli harga ongkir barang kirim juga sama aja saja lagi dengan dari kalau kalo
  klo halo hai tolong gimana bagaimana mana kapan cek jual punya permisi selamat pagi siang sore malam assalamualaikum minta boleh warna
  ukuran stok`.split(/\s+/),
);

/** The language that a text is clearly written in; undefined where it could be either. */
export function readLanguage(text: string): Language | undefined {
  const words = foldText(text.slice(0, 400)).split(' ');
  const english = new Set(words.filter((word) => ENGLISH.has(word))).size;
  const indonesian = new Set(words.filter((word) => INDONESIAN.has(word))).size;
  if (english >= 2 && indonesian === 0) return 'en';
  return indonesian >= 1 && english === 0 ? 'id' : undefined;
}
