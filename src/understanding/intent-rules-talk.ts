import { type IntentRule, rule } from './intent-rule.ts';

const PERSON =
  '(?:admin|cs|orang|manusia|owner|operator|human|person|pemilik|someone|seller|penjual|customer service|agent|staff|staf|pegawai)';
const TALK =
  '(?:bicara|ngomong|chat|ngobrol|hubungi|hubungin|dihubungi|sambung|sambungkan|sambungin|panggil|panggilkan|telepon|speak|talk|contact|call|minta|mau|butuh)';

/** The signs of a wish for a person, and of what is no business of the shop. */
export const TALK_RULES: readonly IntentRule[] = [
  ...rule(
    'human_agent',
    4.8,
    '(?:mau|ingin|bisa|boleh|minta)(?: \\S+){0,2} (?:bicara|ngomong|ngobrol|telepon|telpon|telponan|vc|video call)',
    'robot',
    `kontak (?:\\S+ )?(?:penjual|admin|owner|seller|toko|cs)`,
    `dengan ${PERSON}`,
    'ke orangnya|orangnya',
    `ada ${PERSON}`,
    `${PERSON}(?: \\S+){0,3} (?:dihubungi|dibalas|balas|tolong|bantu|mana)`,
    'dihubungi|hubungi',
    '(?:langsung|bicara) (?:ke|dengan|sama) ',
    'live agent|operator',
  ),
  ...rule(
    'out_of_scope',
    5.4,
    'jam berapa|tinggal (?:di )?mana|nama kamu|kamu siapa|ngapain|umur|doain|doakan|ujian|motor|mobil|bekas|kos kosan|kontrakan|sekolah|kuliah|dokter|obat|jadwal|pertandingan|lawan|skor|pinjol|kredit|hutang|utang|ktp|sim|pajak|gosip|artis|drama|anime|puasa|lebaran|azan|sholat|shalat|tidur|mandi|kenalan|kangen|sayang kamu|i love|nikah|menikah|single|jomblo|translate|terjemahkan|ibukota|ibu kota|rumus|chatgpt|ai',
  ),
  ...rule(
    'human_agent',
    5.4,
    `${TALK}(?: \\S+){0,4} ${PERSON}`,
    `^${PERSON}$`,
    `${PERSON} (?:mana|asli|balas|bantu|ada)`,
    'customer service|real person|live chat|call center|cs',
    'bot',
    '(?:nomor|kontak) (?:\\S+ ){0,3}(?:admin|telepon|ditelpon|ditelepon|wa|dihubungi)',
    'mau telepon',
    '(?:bisa|boleh) (?:ditelpon|telepon|ditelepon)',
    'ditelpon|ditelepon',
  ),
  ...rule('human_agent', 2, 'admin|manusia|owner'),

  ...rule(
    'out_of_scope',
    6,
    'harga emas|jual rumah|pinjam uang|pinjaman uang',
    'cuaca|presiden|film|lagu|sepak bola|jadwal bola|bola|pacar|jodoh|tugas|lowongan|loker|skripsi|matematika|resep|bpjs|game|gim|berita|politik|cantik|ganteng|puisi|pantun|ramalan|zodiak|togel|slot|judi|saham|crypto|kripto|capital of|weather|joke|jokes|hujan|gempa|pemilu|gubernur|liburan|hotel|tiket',
  ),
  ...rule(
    'out_of_scope',
    4,
    'w?k?wkwk\\w*|haha\\w*|hehe\\w*|hihi\\w*|xixi\\w*',
    'makan|siapa|lucu|who won|lagi apa|tau tidak|main',
    'pr',
  ),
];
