import { distance } from 'fastest-levenshtein';
import { placeKey } from './area-data.ts';

// Short forms of words inside area names; the first word that is not a short form stays as it is.
const SHORT: Readonly<Record<string, string>> = {
  tj: 'tanjung',
  tjg: 'tanjung',
  tg: 'tanjung',
  tanjong: 'tanjung',
  kb: 'kebon',
  kby: 'kebayoran',
  ps: 'pasar',
  psr: 'pasar',
  gn: 'gunung',
  gng: 'gunung',
  pd: 'pondok',
  pdk: 'pondok',
  tn: 'tanah',
  tnh: 'tanah',
  bt: 'batu',
  tlk: 'teluk',
  lb: 'lubuk',
  lbk: 'lubuk',
  uj: 'ujung',
  pl: 'pulau',
  cemp: 'cempaka',
  kr: 'karang',
  krg: 'karang',
  kmy: 'kemayoran',
  jkt: 'jakarta',
  jak: 'jakarta',
  bks: 'bekasi',
  tng: 'tangerang',
  tgr: 'tangerang',
  bgr: 'bogor',
  bdg: 'bandung',
  sby: 'surabaya',
  mdn: 'medan',
  sltn: 'selatan',
  slt: 'selatan',
  sel: 'selatan',
  utr: 'utara',
  tmr: 'timur',
  tim: 'timur',
  brt: 'barat',
  bar: 'barat',
  pst: 'pusat',
  tgh: 'tengah',
  kep: 'kepulauan',
  kab: 'kabupaten',
};

const PROVINCES: Readonly<Record<string, string>> = {
  nad: 'Aceh',
  sumut: 'Sumatera Utara',
  sumaterautara: 'Sumatera Utara',
  sumatrautara: 'Sumatera Utara',
  sumbar: 'Sumatera Barat',
  sumatrabarat: 'Sumatera Barat',
  sumsel: 'Sumatera Selatan',
  sumatraselatan: 'Sumatera Selatan',
  babel: 'Kepulauan Bangka Belitung',
  bangkabelitung: 'Kepulauan Bangka Belitung',
  kepri: 'Kepulauan Riau',
  jakarta: 'DKI Jakarta',
  dki: 'DKI Jakarta',
  dkj: 'DKI Jakarta',
  jabar: 'Jawa Barat',
  westjava: 'Jawa Barat',
  jateng: 'Jawa Tengah',
  centraljava: 'Jawa Tengah',
  jatim: 'Jawa Timur',
  eastjava: 'Jawa Timur',
  diy: 'Daerah Istimewa Yogyakarta',
  diyogyakarta: 'Daerah Istimewa Yogyakarta',
  diyogya: 'Daerah Istimewa Yogyakarta',
  dijogja: 'Daerah Istimewa Yogyakarta',
  dijogjakarta: 'Daerah Istimewa Yogyakarta',
  yogyakarta: 'Daerah Istimewa Yogyakarta',
  jogja: 'Daerah Istimewa Yogyakarta',
  yogya: 'Daerah Istimewa Yogyakarta',
  jogjakarta: 'Daerah Istimewa Yogyakarta',
  ntb: 'Nusa Tenggara Barat',
  ntt: 'Nusa Tenggara Timur',
  kalbar: 'Kalimantan Barat',
  kalteng: 'Kalimantan Tengah',
  kalsel: 'Kalimantan Selatan',
  kaltim: 'Kalimantan Timur',
  kaltara: 'Kalimantan Utara',
  sulut: 'Sulawesi Utara',
  sulteng: 'Sulawesi Tengah',
  sulsel: 'Sulawesi Selatan',
  sultra: 'Sulawesi Tenggara',
  sulbar: 'Sulawesi Barat',
  malut: 'Maluku Utara',
  pabar: 'Papua Barat',
};

// What people call a city, by the key of the name in the data.
const CITIES: Readonly<Record<string, string>> = {
  jaksel: 'jakartaselatan',
  jakbar: 'jakartabarat',
  jakut: 'jakartautara',
  jaktim: 'jakartatimur',
  jakpus: 'jakartapusat',
  jaktimur: 'jakartatimur',
  jakselatan: 'jakartaselatan',
  jakutara: 'jakartautara',
  jakbarat: 'jakartabarat',
  southjakarta: 'jakartaselatan',
  westjakarta: 'jakartabarat',
  eastjakarta: 'jakartatimur',
  northjakarta: 'jakartautara',
  centraljakarta: 'jakartapusat',
  southtangerang: 'tangerangselatan',
  tangsel: 'tangerangselatan',
  jogja: 'yogyakarta',
  yogya: 'yogyakarta',
  jogjakarta: 'yogyakarta',
  jogya: 'yogyakarta',
  solo: 'surakarta',
  mks: 'makassar',
  makasar: 'makassar',
  smg: 'semarang',
  mlg: 'malang',
  plg: 'palembang',
  bpp: 'balikpapan',
  pku: 'pekanbaru',
  lubuklinggau: 'lubuklinggau',
  siantar: 'pematangsiantar',
  solokota: 'surakarta',
  kobar: 'kotawaringinbarat',
  kotim: 'kotawaringintimur',
  oku: 'ogankomeringulu',
  oki: 'ogankomeringilir',
  muba: 'musibanyuasin',
  kukar: 'kutaikartanegara',
  lamtim: 'lampungtimur',
  lamteng: 'lampungtengah',
  lamsel: 'lampungselatan',
  lobar: 'lombokbarat',
  loteng: 'lomboktengah',
  lotim: 'lomboktimur',
  deliserdang: 'deliserdang',
  gunkid: 'gunungkidul',
};

/** The key of an area name with its short words written out: `Tj. Priok` is `tanjungpriok`. */
export function areaKey(name: string): string {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return placeKey(words.length < 2 ? words.join('') : words.map((word) => SHORT[word] ?? word).join(''));
}

/** The province people mean by a short or English name, `jatim` or `East Java`; undefined when it is none of those. */
export const provinceAlias = (key: string): string | undefined =>
  Object.hasOwn(PROVINCES, key) ? PROVINCES[key] : undefined;

/** The key of the city people mean by a nickname, `jaksel` or `solo`; undefined when it is none of those. */
export const cityAlias = (key: string): string | undefined => (Object.hasOwn(CITIES, key) ? CITIES[key] : undefined);

/** True when `key` is `name` with a small typing mistake; short names and other first letters allow none. */
export function isNear(key: string, name: string): boolean {
  const allowed = name.length >= 9 ? 2 : name.length >= 5 ? 1 : 0;
  if (allowed === 0 || Math.abs(key.length - name.length) > allowed || key[0] !== name[0]) return key === name;
  return distance(key, name) <= allowed;
}
