import { foldText } from '../core/text.ts';
import { intentWords } from './intent-words.ts';
import { numberAt } from './numbers.ts';

/** Why somebody complains or sends back, in the words of the returns policy. */
export const COMPLAINT_REASONS = [
  'rusak',
  'cacat',
  'kurang',
  'salah_kirim',
  'tidak_sesuai',
  'tidak_sampai',
  'berubah_pikiran',
] as const;
/** One reason of a complaint. */
export type ComplaintReason = (typeof COMPLAINT_REASONS)[number];

/** What somebody wants done about it. */
export const COMPLAINT_WISHES = [
  'tukar',
  'kirim_kekurangan',
  'refund_penuh',
  'refund_sebagian',
  'kirim_ulang',
] as const;
/** One wish of a complaint. */
export type ComplaintWish = (typeof COMPLAINT_WISHES)[number];

/** What a complaint says; what it does not say is absent and is asked. */
export interface ComplaintReading {
  readonly reason?: ComplaintReason;
  readonly wish?: ComplaintWish;
  /** How many pieces are missing or broken, where a number was said. */
  readonly pieces?: number;
}

// In the order in which they win: what never came cannot be broken, what is broken was often sent wrong too.
const REASONS: readonly (readonly [ComplaintReason, RegExp])[] = [
  [
    'tidak_sampai',
    /\b(?:(?:belum|tidak|ga) (?:juga |pernah )?(?:sampai|datang|diterima|terima|dapat)|hilang|nyasar|tidak ada (?:paket|kiriman)|lost|never (?:sampai|came|arrived))\b/,
  ],
  [
    'salah_kirim',
    /\b(?:salah (?:kirim|barang|warna|ukuran|produk|model|varian|item|isi|motif|rasa|nomor)|(?:dikirim|datang|isi|barang|kirim)(?: \S+){0,2} salah|bukan (?:pesanan|yang saya pesan|pesanan saya)|tertukar|ketuker|ketukar|pesan (?:\S+ ){1,5}(?:yang |malah )?(?:datang|dikirim|sampai) (?!cuma|kurang|hanya)(?:malah |yang )?\S+|beda (?:barang|warna|ukuran|model)|salah (?:the )?item)\b/,
  ],
  [
    'kurang',
    /\b(?:kurang (?:\d+|satu|dua|tiga|empat|lima|isi|pcs|barang|lengkap)|(?:isi|barang|jumlah|paket|pesanan|totalnya)(?: \S+){0,3} kurang|tidak lengkap|cuma (?:\d+|satu|dua|tiga|dapat|datang|ada|isi)|(?:datang|isi|ada|dapat|sampai) cuma|tidak ada (?:totebag|isi|di dalam)|selisih|masih kurang)\b/,
  ],
  [
    'rusak',
    /\b(?:rusak|pecah|penyok|peyok|patah|retak|hancur|remuk|bocor|tumpah|basah|sobek|robek|jebol|damaged|mati|tidak (?:nyala|menyala|hidup|berfungsi|bisa (?:nyala|dipakai|hidup|ngecas|dicas))|konslet|gosong|berjamur|jamur|basi|expired|kadaluarsa|kadaluwarsa|leaking|cracked)\b/,
  ],
  [
    'cacat',
    /\b(?:cacat|bolong|lecet|jahitan|noda|bernoda|baret|gores|tergores|luntur|copot|lepas|kotor|bercak|benang|reject|minus|penyok dikit|pudar|mengelupas|ngelupas|bau)\b/,
  ],
  [
    'tidak_sesuai',
    /\b(?:tidak (?:sesuai|sama|dengan|seperti|mirip)|beda (?:dengan|dari|jauh|foto|gambar|sekali)?|jelek|palsu|kw|kualitas|bahan(?:nya)? (?:tipis|panas|kasar|jelek)|tipis|mengecewakan|kecewa)\b/,
  ],
  [
    'berubah_pikiran',
    /\b(?:berubah pikiran|tidak (?:jadi|suka|cocok|muat|cukup|mau|butuh|pas)|kekecilan|kebesaran|sempit|kurang (?:suka|cocok|pas|besar|kecil)|salah (?:pilih|beli|pesan)|changed|kepanjangan|kependekan|bosan)\b/,
  ],
];

const PART =
  /\b(?:sebagian|setengah|separuh|separo|partial|potong(?:an)?|selisih(?:nya)?|diskon|kompensasi|ganti rugi|half)\b/;
const WISHES: readonly (readonly [ComplaintWish, RegExp])[] = [
  [
    'kirim_kekurangan',
    /\b(?:(?:kirim|dikirim|susulkan|susulin|susul|lengkapi|tambahkan|penuhi)(?: \S+){0,3} (?:kurang|kekurangan|sisa|susulan|lagi yang kurang)|kekurangan(?: \S+){0,3} (?:kirim|dikirim|susul)|(?:kirim|dikirim) susulan|susulkan|susulin|disusulkan|disusul|lengkapi)\b/,
  ],
  [
    'kirim_ulang',
    /\b(?:kirim (?:ulang|lagi|kembali)|dikirim (?:ulang|lagi|kembali)|pengiriman ulang|resend|reship|kirim yang baru)\b/,
  ],
  [
    'tukar',
    /\b(?:tukar|penukaran|ganti (?:baru|dengan|yang|barang|ukuran|warna|lain|\S+ baru)|replace(?:ment)?|minta ganti|diganti|exchange)\b/,
  ],
];

/** Reads reason and wish out of a complaint. */
export function readComplaint(text: string): ComplaintReading {
  const words = intentWords(text);
  const plain = foldText(text);
  // What is wished may sound like a reason (`kirim yang kurang`), so it is taken out before the reason is looked for.
  const wish = wishIn(words, plain);
  const reason = REASONS.find(([, pattern]) => pattern.test(words) || pattern.test(plain))?.[0];
  const pieces = reason === 'kurang' || reason === 'rusak' || reason === 'cacat' ? piecesIn(plain) : undefined;
  return {
    ...(reason !== undefined && { reason }),
    ...(wish !== undefined && { wish }),
    ...(pieces !== undefined && { pieces }),
  };
}

function wishIn(words: string, plain: string): ComplaintWish | undefined {
  const refund =
    /\b(?:refund|uang(?: \S+){0,4} (?:kembali|balik|back)|(?:kembali|balik)(?: \S+){0,2} uang|money back|pengembalian (?:uang|dana)|ganti rugi|kompensasi|potong harga)\b/;
  if (refund.test(words) || refund.test(plain))
    return PART.test(words) || PART.test(plain) ? 'refund_sebagian' : 'refund_penuh';
  return WISHES.find(([, pattern]) => pattern.test(words) || pattern.test(plain))?.[0];
}

// `kurang 2 pcs`, `yang pecah tiga`: the number beside the word, not any number.
function piecesIn(plain: string): number | undefined {
  const words = plain.split(' ');
  const at = words.findIndex((word) =>
    /^(?:kurang|krg|pecah|rusak|cacat|bolong|penyok|patah|bocor|sobek|robek|retak)(?:nya)?$/.test(word),
  );
  if (at === -1) return undefined;
  const after = numberAt(words, at + 1);
  if (after !== undefined) return after.value;
  const before =
    numberAt(words, at - 1) ??
    (/^(?:pcs|biji|buah|botol)$/.test(words[at - 1] ?? '') ? numberAt(words, at - 2) : undefined);
  return before?.value;
}
