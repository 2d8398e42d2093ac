const NAMES =
  'alamat|kurir|ekspedisi|nama|no hp|hp|nomor|penerima|catatan|kode ?pos|kecamatan|kelurahan|kota|provinsi|patokan|pembayaran|bayar';
const RIGHT = '(?:yang|yg) (?:benar|bener|betul|bnr)|harusnya|seharusnya';
const WRONG = 'salah|keliru|typo|kurang tepat';
const CHANGE = '(?:di)?(?:ganti|ubah|rubah)|jadi|pindah';
const INTO = '(?:jadi|ke|menjadi|dengan|pakai|pake|itu|adalah)';

const rule = (pattern: string): RegExp => new RegExp(pattern, 'giu');
const RULES: readonly (readonly [RegExp, string])[] = [
  // `alamatnya salah kak, yang benar jl ...`
  [
    rule(
      `\\b(${NAMES})\\s?(?:nya|ku)?\\s+(?:saya |tadi )?(?:${WRONG})\\b[\\s,.]*(?:kak|min|maaf|maap)?[\\s,.]*(?:${RIGHT}|${CHANGE})?\\s*${INTO}?\\s*[:=,]?\\s*`,
    ),
    '$1: ',
  ],
  // `kurirnya ganti jne`, `alamat saya diganti ke ...`
  [rule(`\\b(${NAMES})\\s?(?:nya|ku)?\\s+(?:saya )?(?:${CHANGE}|${RIGHT})\\s+(?:${INTO}\\s+)?[:=]?\\s*`), '$1: '],
  // `ganti kurir jne`, `ubah alamat ke ...`
  [rule(`\\b(?:${CHANGE}|update|edit)\\s+(${NAMES})(?:nya|ku)?\\s+(?:${INTO}\\s+)?[:=]?\\s*`), '$1: '],
  [
    /\b(kecamatan|kelurahan|kota|kabupaten|provinsi|desa|kode ?pos|patokan|rt|rw)\s?nya\b\s*(?:(?:adalah|itu|di)\b\s*)?/giu,
    '$1 ',
  ],
  [/(?<=^|[\n,.]\s*)(nama|no hp|hp|catatan|kurir|alamat)nya\b\s*[:=]?\s*/giu, '$1: '],
  [/\bnomor(?:nya|ku)?\s*[:=]?\s*(?=\+?\d[\d\s.-]{6})/giu, 'hp: '],
  // `lowokwaru bukan sukun`
  [/[\s,]+bukan(?:nya)?\s+(?:(?:yang|yg)\s+)?[\p{L}\d]+(?:\s+[\p{L}\d]+)?\s*$/iu, ''],
];

/** The text as if it had been right at once: `kurirnya ganti jne` becomes `kurir: jne`, what was wrong goes. */
export const correctedText = (text: string): string =>
  RULES.reduce((plain, [pattern, by]) => plain.replace(pattern, by), text);
