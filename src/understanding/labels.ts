/** What a label in a filled form announces. */
type Label =
  | 'recipient'
  | 'phone'
  | 'address'
  | 'items'
  | 'quantity'
  | 'variant'
  | 'courier'
  | 'payment'
  | 'note'
  | 'other';

/** A piece of a text with the label that stood before it, if one did. */
export interface Labelled {
  readonly label: Label | undefined;
  readonly text: string;
}

const LABELS: readonly (readonly [Label, string])[] = [
  [
    'recipient',
    'nama lengkap|nama penerima|nama pemesan|nama pembeli|nama|penerima|atas nama|name|full name|recipient|nm',
  ],
  [
    'phone',
    'no(?:mor|mer)?[. ]*(?:hp|wa|whatsapp|telp|tlp|telepon|handphone|hape)(?: ?/ ?(?:wa|hp|telp))?|hp ?/ ?wa|wa ?/ ?hp|hp|wa|whatsapp|telp|tlp|telepon|phone(?: number)?|mobile|kontak',
  ],
  [
    'address',
    'alamat(?: lengkap| pengiriman| kirim| tujuan| penerima| rumah)?|almt|jalan|address|shipping address|dikirim ke|kirim ke',
  ],
  [
    'items',
    'pesanan(?:nya)?|orderan|order(?:nya)?|pesan|nama (?:barang|produk)|barang|produk|item|items|list (?:order|pesanan)|daftar pesanan|beli|product',
  ],
  ['quantity', 'jumlah(?: pesanan| barang| order)?|jml|qty|quantity|banyaknya'],
  [
    'variant',
    'varian|variant|warna(?: ?[/&,] ?(?:ukuran|size))?|ukuran(?: ?[/&,] ?warna)?|size(?: ?[/&,] ?warna)?|color|model|motif|rasa',
  ],
  ['courier', 'kurir|ekspedisi|expedisi|pengiriman|jasa kirim|jasa pengiriman|via|courier|ongkir|ekspedisi/kurir'],
  [
    'payment',
    'pembayaran|bayar(?: via| pakai| pake)?|metode (?:pembayaran|bayar)|payment|cara bayar|tipe pembayaran|jenis pembayaran',
  ],
  ['note', 'catatan|note|notes|keterangan|ket|pesan khusus|request|nb'],
  [
    'other',
    'email|e-mail|tanggal|tgl|no order|kode order|total|subtotal|voucher|kode voucher|username|id shopee|ig|instagram',
  ],
];
const WORDS = LABELS.map(([, words]) => words).join('|');
// With a colon a label may stand anywhere; without one only at the start of a line, and only a word that starts no sentence.
const BARE =
  'nama lengkap|nama penerima|nama|penerima|alamat lengkap|alamat|no[. ]*(?:hp|wa|telp)|hp|pesanan|kurir|ekspedisi|catatan|pembayaran';
const FINDER = new RegExp(
  `(?:^|(?<=[\\n,;|/.(]\\s*)|(?<=\\s))(?:\\d{1,2}[.)][ \\t]*|[-•][ \\t]*)?(${WORDS})\\s*[:=]+[ \\t]*|(?<=^|\\n)[ \\t]*(?:\\d{1,2}[.)][ \\t]*|[-•][ \\t]*)?(${BARE})[ \\t]+(?=\\S)`,
  'gi',
);

/** Splits a text at its labels: `Nama: Budi` and the lines of a filled form; what stands before the first has no label. */
export function splitLabels(text: string): readonly Labelled[] {
  const plain = text.replace(/[*_~`]+/g, '');
  const found: Labelled[] = [];
  let label: Label | undefined;
  let from = 0;
  for (const match of plain.matchAll(FINDER)) {
    push(found, label, plain.slice(from, match.index));
    label = labelOf(match[1] ?? match[2] ?? '');
    from = match.index + match[0].length;
  }
  push(found, label, plain.slice(from));
  return found;
}

// A name and a number end with their line; what follows them belongs to nobody yet.
function push(found: Labelled[], label: Label | undefined, text: string): void {
  const short =
    label === 'recipient' || label === 'phone' || label === 'courier' || label === 'payment' || label === 'quantity';
  const end = short ? text.search(/\n(?=\s*\S)/) : -1;
  const value = clean(end === -1 ? text : text.slice(0, end));
  if (value !== '') found.push({ label, text: value });
  if (end !== -1) push(found, undefined, text.slice(end));
}

const clean = (text: string): string => {
  const plain = text.replace(/^[\s,;|]+|[\s,;|]+$/g, '');
  return /^[-.…_]*$/.test(plain) ? '' : plain;
};

function labelOf(word: string): Label {
  return LABELS.find(([, words]) => new RegExp(`^(?:${words})$`, 'i').test(word))?.[0] ?? 'other';
}
