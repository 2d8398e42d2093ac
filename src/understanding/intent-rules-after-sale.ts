import { type IntentRule, rule } from './intent-rule.ts';

const GOODS = '(?:paket|barang|pesanan|order|kiriman|parcel|botol|kaos|sepatu|tas)';
const HARM =
  '(?:rusak|cacat|pecah|penyok|peyok|sobek|robek|bolong|bocor|lecet|retak|patah|basah|kotor|luntur|tumpah|basi|expired|kadaluarsa|kadaluwarsa|lepas|copot|jebol|karatan|bau|damaged|torn|leaking|cracked|hancur|remuk|tergores|baret|pudar|noda|bernoda|bercak|jamur|berjamur|apek|melar|kusut|gores|ngelupas|mengelupas|tumpul|berkarat|rontok|macet|keropos|busuk|lembek|melempem|apek|tengik)';
const SIZE = '(?:ukuran|warna|nomor|model|baru|yang|xl|xxl|l|m|s|\\d\\d)';
const SMALL = '(?:kekecilan|kebesaran|kegedean|kesempitan|kelonggaran|sempit|kependekan|kepanjangan|too small|too big)';

/** The signs of what a customer wants once there is an order: that it is paid, where it is, what is wrong with it. */
export const AFTER_SALE_RULES: readonly IntentRule[] = [
  ...rule(
    'payment_done',
    5.2,
    'bukti',
    '(?:sudah|barusan|done|tadi|have|just|habis)(?: \\S+){0,3} (?:transfer|bayar|dibayar|lunas)',
    '(?:transfer|bayar|dibayar)(?: \\S+){0,2} (?:sudah|done|berhasil|dikirim|sukses|masuk)',
    'sudah (?:\\S+ ){0,2}kirim (?:\\S+ )?uang',
  ),
  ...rule(
    'payment_done',
    3.6,
    'lunas',
    'uang (?:\\S+ )?(?:sudah )?masuk',
    'telah (?:transfer|bayar)',
    'konfirmasi (?:bayar|transfer)',
  ),

  ...rule(
    'payment_done',
    4.9,
    '(?:transfer|bayar|dibayar|tf)(?: \\S+){0,2} tadi',
    'sudah lunas|lunas sudah',
    'uang(?: \\S+){0,2} sudah(?: \\S+){0,2} (?:kirim|dikirim|transfer)',
    'dibayar (?:via|lewat|pakai|dengan)',
    'sudah (?:\\S+ ){0,2}lunas',
    '(?:uang|dana|duit)(?: \\S+){0,2} (?:sudah )?(?:dikirim|terkirim|masuk)',
    'bukti',
    'struk|slip|resi transfer',
    'receipt|proof',
  ),
  ...rule(
    'status',
    5.4,
    'status',
    'kapan(?: \\S+){0,3} (?:dikirim|kirim|diproses|jalan|dikemas|disiapkan|shipped)',
    'belum (?:\\S+ )?(?:dikirim|diproses|dikemas|disiapkan|dipacking|jalan)',
    'bayar(?: \\S+){0,3} (?:dikonfirmasi|konfirmasi|diverifikasi|diterima)',
    `(?:${GOODS}|sudah)(?: \\S+){0,4} (?:diproses|dikemas|disiapkan|disiapin|dipersiapkan|dikerjakan|been processed)`,
    '(?:dikirim|diproses|dikemas|kirim) belum',
  ),
  ...rule(
    'status',
    4.4,
    '(?:pesanan|order)(?: \\S+){0,4} (?:dikirim|bagaimana|masuk|sampai tahap)',
    '(?:sudah|jadi|mau|hari ini)(?: \\S+){0,2} (?:dikirim|jalan)',
    'masuk (?:belum )?(?:pesanan|order)',
    '(?:bagaimana|kabar|update)(?: \\S+){0,2} (?:pesanan|order saya)',
    'tahap',
    'nasib',
  ),
  ...rule('status', 2, 'dikirim|diproses|dikemas'),

  ...rule(
    'tracking',
    4.9,
    '(?:stuck|nyangkut|gudang|transit|drop point|hub|sortir|sorting)',
    'belum (?:terima|dapat|nerima|diterima)(?: \\S+){0,2} (?:paket|barang|pesanan|kiriman)',
    'hilang',
    '(?:paket|barang)(?: \\S+){0,2} kapan',
  ),
  ...rule(
    'tracking',
    5.2,
    'resi',
    `${GOODS}(?: \\S+){0,4} (?:mana|posisi)`,
    'sampai (?:di )?mana',
    `mana (?:is )?(?:\\S+ )?${GOODS}`,
    'lacak|track|melacak|posisi',
    'kota mana',
  ),
  ...rule(
    'tracking',
    4.8,
    `${GOODS}(?: \\S+){0,4} (?:belum|tidak)(?: juga| ada)? (?:sampai|datang|gerak|bergerak|diterima|jalan)`,
    'kapan(?: \\S+){0,3} (?:sampai|datang)',
    'kurir(?: \\S+){0,3} (?:datang|mana)',
    'lama(?: \\S+){0,3} sampai',
    'estimasi',
    '(?:belum|tidak) (?:juga )?(?:sampai|datang)',
    'sampai kapan',
  ),

  ...rule(
    'complaint',
    3.6,
    HARM,
    'kecewa|komplain|complain|complaint|keluhan|jelek|palsu|parah|kapok|tertipu',
    'tidak (?:sesuai|nyala|menyala|berfungsi|lengkap|bisa (?:dipakai|nyala|dibuka|di pakai)|work|working|layak)',
    'salah (?:kirim|warna|ukuran|barang|produk|model|varian|isi|item)',
    '(?:barang|produk|yang dikirim|yang datang|isi|kirim)(?: \\S+){0,2} salah',
    'beda (?:dengan|dari|foto|gambar|jauh|warna)',
    '(?:warna|barang|produk|bahan)(?: \\S+){0,2} beda',
    'kurang (?:satu|dua|tiga|\\d+|pcs|isi|lengkap)',
    '(?:isi|barang|jumlah|paket|pesanan)(?: \\S+){0,2} kurang',
    'pesan (?:\\S+ ){1,4}(?:yang )?(?:datang|dikirim|sampai)',
    'bukan (?:pesanan|yang saya pesan)',
    'salah (?:the )?(?:color|warna|item)',
    'mati',
  ),

  ...rule(
    'complaint',
    4.8,
    '(?:kualitas|bahan|jahitan)(?: \\S+){0,2} (?:tidak|kurang|jelek|buruk|beda)',
    '(?:tidak|ga) sesuai(?: \\S+){0,2} (?:foto|gambar|deskripsi|pesanan|harga|order|iklan)',
    'tidak (?:sama|dengan|seperti|mirip)(?: \\S+){0,3} (?:foto|gambar|pesanan|deskripsi)',
    'pesan (?:\\S+ ){1,4}(?:datang|dikirim|sampai) cuma',
    'not (?:as|what|working)',
    'does ?n t work',
  ),
  ...rule(
    'complaint',
    3,
    'tidak bisa (?:ngecas|dicas|ngisi|hidup|dihidupkan|dipasang|dikancing|ditutup|dimakan|dipake|\\S+in)',
    'menipu|penipu|penipuan|bohong',
    'garansi',
    'error|eror|konslet',
  ),

  // "it arrived but it is torn" tells what is wrong, not where it is.
  ...rule('complaint', 6, `(?:sampai|datang|diterima|terima)(?: \\S+){0,3} (?:tapi|ternyata)(?: \\S+){0,4} ${HARM}`),

  ...rule(
    'return',
    5.4,
    '(?:cara|bagaimana|syarat|prosedur|alamat|batas waktu)(?: \\S+){0,2} (?:kembali|pengembalian|retur)',
    '(?:kembali|pengembalian)(?: \\S+){0,3} (?:cara|bagaimana|syarat|prosedur|alamat|mana|hari)',
    'kirim kembali|kembali kirim|send (?:\\S+ )?back',
  ),
  ...rule(
    'return',
    3.9,
    'kembali',
    'pengembalian|dipulangkan|pulangin|mulangin|balekno|ngembaliin|kirim balik|send (?:it )?back|kirim (?:it )?back|kirim kembali',
  ),

  ...rule(
    'exchange',
    5,
    'tukar|penukaran|diijolke|ijol|dituker',
    `ganti (?:dengan |ke |yang |jadi )?${SIZE}(?! hp| rumah| wa| telepon| resi)`,
    `${SMALL}(?: \\S+){0,3} (?:ganti|tukar)`,
  ),
  ...rule('exchange', 2, SMALL, 'ganti (?:\\S+ )?(?:baru|lain)'),

  ...rule(
    'refund',
    6.2,
    'refund',
    '(?:uang|dana)(?: \\S+){0,4} kembali',
    'kembali(?: \\S+){0,2} (?:uang|dana)',
    'money back',
    'uang (?:\\S+ )?(?:back|balik)',
    'pengembalian (?:uang|dana)',
    'refund uang',
  ),
  ...rule('refund', 4.8, 'kelebihan (?:transfer|bayar|uang)', 'ganti rugi|kompensasi'),
  ...rule('refund', 3.6, 'uang(?: \\S+){0,2} (?:cair|balik)', 'minta uang'),

  ...rule(
    'cancel',
    5,
    'batal|pembatalan',
    'tidak jadi',
    'gajadi|gak jadi|ora sido|tidak sido|urung|changed my mind',
    'berubah pikiran',
  ),

  ...rule(
    'change_address',
    6.3,
    '(?:ganti|salah|pindah|revisi|beda|lain|benar|koreksi|perbaiki|betulkan)(?: \\S+){0,4} alamat',
    'alamat(?: \\S+){0,4} (?:ganti|salah|pindah|beda|lain|revisi|kurang|benar|keliru|typo)',
    '(?:nomor|hp|rumah|kodepos|kode pos|penerima|kecamatan|kelurahan)(?: \\S+){0,3} (?:salah|ganti|keliru)',
    '(?:ganti|salah|ubah)(?: \\S+){0,2} (?:penerima|nama penerima|hp|telepon|kodepos)',
    '(?:delivery|shipping) alamat',
  ),
  ...rule('change_address', 3.4, '(?:kirim|dikirim) ke (?:alamat|kantor|rumah)', 'alamat kantor'),
];
