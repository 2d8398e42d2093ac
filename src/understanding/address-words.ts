/** The four levels of an area that people write in an address. */
export type AreaLevel = 'village' | 'district' | 'city' | 'province';

const LEVELS: Readonly<Record<string, AreaLevel>> = {
  kel: 'village',
  kelurahan: 'village',
  kalurahan: 'village',
  kelrahan: 'village',
  desa: 'village',
  ds: 'village',
  nagari: 'village',
  gampong: 'village',
  pekon: 'village',
  village: 'village',
  kec: 'district',
  kecamatan: 'district',
  kcamatan: 'district',
  kecematan: 'district',
  distrik: 'district',
  district: 'district',
  kab: 'city',
  kabupaten: 'city',
  kabupten: 'city',
  kota: 'city',
  kotamadya: 'city',
  kodya: 'city',
  kotamadia: 'city',
  prov: 'province',
  provinsi: 'province',
  propinsi: 'province',
  prop: 'province',
  province: 'province',
};

/** The level that a word announces, `kec` or `Kelurahan`; undefined when it announces none. */
export const levelOf = (key: string): AreaLevel | undefined => (Object.hasOwn(LEVELS, key) ? LEVELS[key] : undefined);

// Words behind which a name follows that is no area, though it may sound like one: Jalan Malang, Gang Sukun, Perum Tebet.
const STREET = new Set(
  `jl jln jalan jlan jal gg gang gank lrg lorong lr perum perumahan prm perumnas pesona komp komplek kompleks cluster klaster blok blk
  apartemen apartement apt tower gedung gd wisma graha ruko rukan kios toko warung pasar psr mall kantor pt cv kos kost kosan asrama mess
  dsn dusun dukuh kp kampung kpg lingkungan link lingk banjar br jorong rt rw villa vila residence regency taman tmn griya puri bumi
  btn bukit terminal stasiun sd sdn smp smpn sma sman smk smkn universitas kampus rs rsud masjid musholla gereja pondok ponpes street st`.split(
    /\s+/,
  ),
);

/** True for a word that begins the name of a street, an estate or a building. */
export const isStreetWord = (key: string): boolean => STREET.has(key);

// Words that make a text an address though no area was recognised in it.
const CUE =
  /\b(jln?|jalan|gg|gang|lrg|lorong|perum(ahan|nas)?|komp(lek|leks)?|blok|blk|cluster|apartemen|apt|tower|gedung|wisma|ruko|rukan|kios|toko|pasar|kantor|pt|cv|kost?|kosan|asrama|mess|dsn|dusun|dukuh|kp|kampung|lingkungan|banjar|br|jorong|villa|btn|no|nomor|lantai|lt|kav|km|street|rumah|unit)\b/i;

/** True when a text has a word or number that only an address has. */
export const hasStreetCue = (text: string): boolean => CUE.test(text) || /\b\d{1,4}[a-z]?\b/i.test(text);

// What people say around an address: a segment with one of these and no cue of its own is talk.
const TALK = new Set(
  `kak ka kakak min admin mimin gan sis bos bosku bang om tante halo hallo hai hi pagi siang sore malam assalamualaikum permisi maaf
  tolong tlg minta mohon mau order pesan pesen beli kirim kirimkan kirimin dikirim dikirimkan paket paketnya pesanan pesanannya barang
  barangnya alamat alamatnya alamatku alamatnya alamtnya almt ini itu berikut sesuai sama saja aja ya yah yaa dong deh nih sih makasih
  terima kasih trims thanks thank you thx ok oke please send to deliver delivery ship address my is the here ongkir berapa dan terus trus
  indonesia saya aku gue rumahku adalah yang benar salah ganti jadi segera cepat nanti ntar shipping format formulir form data pemesanan seperti biasa biasanya kemarin tadi lama sana situ dong ambil sendiri bisa masih pesanannya`.split(
    /\s+/,
  ),
);

/** True for a word of the talk around an address. */
export const isTalk = (key: string): boolean => TALK.has(key);

/** Words that announce a place near the address rather than the address itself. */
export const LANDMARK =
  /(?:\b(?:patokan(?:nya)?|ancer-?ancer(?:nya)?|ancer2(?:nya)?|landmark)\b\s*[:=]?\s*|\b(?=(?:dekat|deket|dkt|dpk|depan|dpn|depannya|sebelah|sblh|samping|smping|seberang|sebrang|sbrg|belakang|blkg|blkng|pas di|pojok|near|next to|in front of|behind|opposite|pagar|pager|rumah (?:cat|warna|pagar|pager|tingkat|hook|pojok|ujung|yang))\b))([^,;\n()\uE000]*)/i;
