import { foldText } from '../core/text.ts';

// How people write the everyday words of a shop's chat: Indonesian slang, some Javanese and Sundanese, common typos.
const SLANG: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    tidak:
      'ga gak gk g nggak ngga enggak engga enggk ngak gx tdk tak kaga kagak ndak ora mboten teu henteu nda tidk tdak gag not dont no nope don nggk',
    sudah: 'udah udh sdh uda dah wis wes atos sampun sudh already udahan sudahh',
    belum: 'blm blum belom blom durung dereng tacan belm yet blon',
    bisa: 'bs bsa isa iso tiasa saged can could bisakah bissa',
    mau: 'mw mo pengen pengin pgn pingin hoyong arep want pen hendak ingin kepengen wanna maw',
    berapa: 'brp brapa brapaan piro pinten sabaraha berapaan bpr brpa barapa brapah berpa',
    bagaimana: 'gimana gmn gmna bgmn piye kumaha gimna how bgaimana',
    kapan: 'kpn iraha kapankah when',
    mana: 'mn endi where dmn dimana dmana kmn kemana ndi',
    apa: 'ap naon opo what apakah apaan',
    saya: 'sy aku ak aq gw gue gua abdi i me saia',
    kamu: 'km lu lo kmu you',
    yang: 'yg yng sing nu',
    dengan: 'dg dgn with sama sm ama',
    untuk: 'utk buat bwt bt for untk kanggo tuk',
    dari: 'dr ti from teko dri',
    ke: 'k to kang ka',
    jadi: 'jd jdi dadi',
    lagi: 'lg lgi deui maneh again',
    saja: 'aja aj ja wae bae doang doank only just sj ajah',
    juga: 'jg jga oge also too',
    terima: 'trm trima tarima',
    kasih: 'ksh kasi ksih',
    terimakasih:
      'makasih mksh makasi thanks thank thx tq tks trims suwun nuhun hatur tengkyu thankyou trimakasih makasii mksih maturnuwun ty tengkiu terimaksih mks maaciw maacih makaci',
    kirim: 'krm kirm kirimin kirimkan send krim',
    dikirim: 'dikrm dikirm dkirim sent shipped dikirimkan dikirimin',
    barang: 'brg brng brang barangx',
    paket: 'pkt pket package parcel paketan kiriman',
    pesanan: 'psnan orderan orderanku pesananku pesenan psanan orderanny',
    pesan: 'psn pesen mesen memesan pesenin pesankan pesanin mesenin',
    order: 'ordr odr mengorder oder orderr',
    beli: 'bli membeli tuku meser buy meuli blii purchase',
    transfer: 'tf trf trnsfer trasfer tranfer trf2 transper tfr ditransfer transferan tranfer ngetf transfered',
    bayar: 'byr bayr membayar pay byar mbayar bayarnya payment pembayaran',
    dibayar: 'dbyr paid terbayar kebayar',
    harga: 'hrg harganya price regane hargane pangaos prices hrga hargany cost',
    stok: 'stock stk stoknya stoke stocknya stokny',
    ongkir: 'ongkr ongkirnya ongkos postage okir ongkire ongkirny',
    alamat: 'alamt almt almat address alamatnya alamatku adress',
    batal:
      'btl cancel cencel cancelin batalin batalkan membatalkan dibatalkan dibatalin kensel cansel cancell cancelled canceled btalin dicancel',
    tukar: 'tuker tkr ditukar dituker exchange swap nuker menukar ijol nukar tukeran tukarkan tukerin tukarin',
    kembali:
      'balikin kembaliin mengembalikan kembalikan return retur dikembalikan dibalikin balik ngembaliin balikkan mulangin returns returning kbali retrun',
    uang: 'duit uangku duitku money uangnya duitnya uwang duwit',
    refund: 'refun rfund direfund refundnya refunded reimburse refundan',
    rusak: 'rusk broken damaged rusuh defect defective rsak rusaknya',
    ganti: 'gnti ubah rubah change gati mengganti mengubah ngubah merubah diganti diubah gantiin edit update',
    salah: 'slh wrong sala keliru slah ngga_sesuai',
    halo: 'hallo helo hai hi hello hey alo hay haloo hei hy helloo',
    cek: 'check ngecek mengecek dicek cekin liat lihat lht liatin',
    resi: 'resinya rsi noresi awb tracking waybill',
    sampai:
      'nyampe sampe smpe smp nyampek sampek tekan dugi arrived arrive arrives nyampai nyampenya sampainya tiba smpai',
    datang: 'dateng dtg dtng',
    lama: 'lma suwe lami lamaa',
    murah: 'mrh murahan cheap mirah cheaper cheapest',
    katalog: 'catalog catalogue katalognya katalok',
    hari: 'hr day days',
    ini: 'nih ni iki ieu this in',
    itu: 'tu iku eta that tuh',
    ada: 'ono aya adakah available tersedia ready redi rdy redy avail',
    habis: 'abis abs hbs soldout entek',
    kosong: 'ksong ksg kosonk',
    warna: 'wrn color colour warnanya',
    ukuran: 'size sizenya uk ukurannya ukrn',
    admin: 'adm atmin admn',
    kak: 'ka min mimin minmin kakak sis gan bos bosku bang mas mba mbak om agan bro sist kk kakk boss',
    tolong: 'tlg tlong pls please plis mohon minta tulung punten mnta',
    penerima: 'penrima',
    nomor: 'no nomer nmr nmor number',
    rekening: 'rek norek rekeningnya rekning account',
    diproses: 'dproses processed diprosess diprosesnya proses prosesnya',
    dikemas: 'dipacking dipack packing packed pecking dikemasi bungkus dibungkus dipak',
    semua: 'smua smuanya semuanya kabeh sadayana all',
    sekarang: 'skrg skr skrang saiki ayeuna now skarang',
    besok: 'bsk tomorrow sesuk enjing bsok',
    kemarin: 'kmrn kemaren kmren wingi kamari yesterday kmarin',
    karena: 'krn karna soalnya soale because krna',
    benar: 'bener bnr leres betul btul btl_ correct right',
    banyak: 'bnyk bnyak akeh',
    cuma: 'cm cman cuman mung ngan hanya',
    dulu: 'dl dlu sek heula',
    telepon: 'telp tlp telpon tlpn',
    cacat: 'cct cacad',
    pecah: 'pch pecahh',
    kurang: 'krg krang kurng missing lack',
    diterima: 'dterima ditrima nerima received terimanya',
    masih: 'msh msih isih keneh still mash',
    tapi: 'tp tpi but tetapi',
    kalau: 'klo kl kalo klau if kalok',
    pakai: 'pake pk pke memakai gunakan pakek',
    tadi: 'td tdi barusan mau2 tadii',
    dapat: 'dpt dapet dapetin',
    jangan: 'jgn jngan jgan ojo',
    langsung: 'lgsg lgsung lsg lngsung',
    tunggu: 'nunggu tggu ditunggu menunggu wait waiting',
    bagus: 'bgs bgus great nice apik',
    dibalas: 'dibales dibls bales balas dijawab jawab replied reply',
    lunas: 'lunasin lunasi dilunasi pelunasan melunasi lns',
    gudang: 'gdg warehouse',
    besar: 'gede gde bigger big besaran gedean',
    kecil: 'small smaller kcil kecilan',
    kekecilan: 'kesempitan sempit kesempitann kekecil',
    kebesaran: 'kegedean kelonggaran kedodoran longgar kegdean',
    kenapa: 'knp knapa napa why ngopo naha mengapa',
    seperti: 'kayak kyk kaya kek spt sprti kayanya like koyo',
    siapkan: 'siapin siapinn disiapin prepare',
    robot: 'bot chatbot mesin otomatis',
  }).flatMap(([word, forms]) => forms.split(' ').map((form) => [form, word] as const)),
);

/** The words of a text, folded, with stretched letters shortened and slang written out: `udh tf yaaa` is `sudah transfer ya`. */
export function plainWords(text: string): readonly string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '')
    .map(plainWord);
}

/** One folded word as a dictionary has it. */
export function plainWord(word: string): string {
  if (Object.hasOwn(SLANG, word)) return SLANG[word] ?? word;
  // `iyaaaa`, `bangettt`: a letter three times is once; a letter twice is a matter of spelling (`saat`).
  const short = word.replace(/([a-z])\1{2,}/g, '$1').replace(/(?<=.{3})([a-z])\1$/, '$1');
  return (Object.hasOwn(SLANG, short) ? SLANG[short] : undefined) ?? (short === '' ? word : short);
}
