import { foldText } from '../core/text.ts';
import { plainWord } from './words.ts';

const YES = new Set(
  `ya iya iyah iyes yes yess y ye yep yup yap yoi yoa yoih yo ok oke okey okay okeh okee okk oks sip siip sipp siap sipsip gas gass gaskeun
  gaskan gasken lanjut lanjutkan benar betul setuju acc boleh bolehlah mau tentu pasti sah deal pas cocok jadi inggih nggih muhun enya
  leres sure correct right confirm confirmed konfirmasi absolutely agree proceed go setuju sesuai silakan silahkan monggo mangga iyaa`.split(
    /\s+/,
  ),
);
const NO = new Set(
  `tidak no jangan bukan belum batal salah ogah emoh gamau gajadi ganti ubah nope nah never cancel wrong ndak gausah gausah gajd nehi
  moh alim embung skip tolak`.split(/\s+/),
);
const FILLERS = new Set(
  `kak admin deh dong sih lah kok sudah saja itu ini semua pesan order kirim proses diproses dulu nih aja saya mau juga terimakasih ya
  pak bu bapak ibu jadi usah perlu yang dengan lagi bayar transfer terima kasih datanya alamatnya pesanannya data nya it is that
  s go ahead course of do i want to maaf sorry`.split(/\s+/),
);
const YES_SIGNS = /^(?:\s|👍|👌|✅|☑|✔|🆗|💯|🙆)+$/u;
const NO_SIGNS = /^(?:\s|👎|❌|✖|🚫|🙅)+$/u;
const NO_MATTER = /\b(?:tidak|ga|gak|ngga|nggak|no) (?:masalah|papa|apa apa|apa2|problem)\b|\b(?:gapapa|gpp|ngapapa)\b/;

/** Reads a yes or a no and nothing else: a sentence that says more is neither, and a no beside a yes is a no. */
export function readYesNo(text: string): 'yes' | 'no' | undefined {
  // a skin tone and the mark that asks for a coloured sign change nothing
  const trimmed = text.replace(/\p{Emoji_Modifier}|\uFE0F/gu, '').trim();
  if (trimmed !== '' && YES_SIGNS.test(trimmed)) return 'yes';
  if (trimmed !== '' && NO_SIGNS.test(trimmed)) return 'no';
  if (trimmed.endsWith('?')) return undefined;
  const folded = foldText(trimmed);
  if (NO_MATTER.test(folded)) return folded.split(' ').length <= 6 ? 'yes' : undefined;
  const words = folded.split(' ').filter((word) => word !== '');
  if (words.length === 0 || words.length > 7) return undefined;
  const kinds = words.map(kindOf);
  if (kinds.includes('other')) return undefined;
  if (kinds.includes('no')) return 'no';
  return kinds.includes('yes') ? 'yes' : undefined;
}

function kindOf(word: string): 'yes' | 'no' | 'filler' | 'other' {
  const plain = plainWord(word);
  const forms = [word, plain, word.replace(/([a-z])\1+/g, '$1')];
  if (forms.some((form) => NO.has(form))) return 'no';
  if (forms.some((form) => YES.has(form))) return 'yes';
  return forms.some((form) => FILLERS.has(form)) ? 'filler' : 'other';
}
