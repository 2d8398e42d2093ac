import { findAreas } from './address-areas.ts';
import type { Taken } from './address-takes.ts';
import { addressTokens, GAP, PHONE_GAP } from './address-tokens.ts';
import { hasStreetCue, isStreetWord, isTalk, levelOf } from './address-words.ts';
import { placeKey } from './area-data.ts';
import { citiesNamed, districtsNamed, districtsWithVillage, provinceNamed } from './areas.ts';

const HONORIFIC = new Set(
  'pak bpk bapak bu ibu mba mbak mas kak kakak bang abang sdr sdri sdra ny nyonya tn tuan hj neng teh teteh om tante ust ustadz dr mr mrs ms miss'.split(
    ' ',
  ),
);
const NO_NAME = new Set(
  `hp wa telp tlp telepon no nomor phone hape dengan dgn di alamat ke dari jumlah via pakai pake bayar cod total size warna yang jne jnt
  sicepat anteraja pos tiki transfer tf bca bri bni mandiri dana gopay ovo qris kado hadiah anak teman temen istri suami mama papa besok
  hari cowok cewek wanita pria sini sana tempat rumah kantor nama saya aku bukan tidak ga gak bisa lagi pcs buah biji gratis luar kota pulau
  note catatan pesanan orderan kurir packing bubble wrap reguler reg ekspres express sampai selamat`.split(/\s+/),
);

// Words after which a recipient stands; `ke` and `untuk` are common words, so what follows them must look like a name.
const SURE =
  /\b(?:a\/n|a\.n\.?|an\.|atas nama|u\/p|up\.|up(?=\s+\p{Lu})|cp\.?|penerima(?:nya)?|nama(?: penerima|nya)?|name|receiver|recipient|kepada|kpd|yth\.?|attn\.?)[\s:.=]*/iu;
const LIKELY =
  /\b(?:kirim(?:in|kan)?(?: ?(?:paket|pesanan|barang)(?:nya)?)? ke|dikirim(?:kan|in)? ke|antar ke|tujuan ke|untuk|utk|buat|an|(?:send|ship|deliver)(?: it)? to)[\s:.=]+/giu;

/** Takes the recipient's name out of an address: behind a word that announces it, beside the phone number, or on a line of its own. */
export function takeRecipient(text: string): Taken<string | undefined> {
  const sure = SURE.exec(text);
  const named = sure === null ? undefined : nameAt(text, sure.index + sure[0].length);
  if (sure !== null && named !== undefined) return cut(text, sure.index, named);
  for (const match of text.matchAll(LIKELY)) {
    const likely = nameAt(text, match.index + match[0].length);
    const common = /^(?:untuk|utk|buat)/i.test(match[0]);
    if (likely !== undefined && looksLikely(text, likely) && (!common || looksProper(likely.name)))
      return cut(text, match.index, likely);
  }
  return withHonorific(text) ?? besidePhone(text) ?? onItsOwn(text) ?? { found: undefined, rest: text };
}

interface NameAt {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function nameAt(text: string, start: number): NameAt | undefined {
  let end = start;
  let real = 0;
  for (const word of text.slice(start).matchAll(/([^\S\n]*)(\p{L}[\p{L}.'’-]*)/gu)) {
    const key = placeKey(word[2] ?? '');
    if (start + word.index !== end || real === 4 || !fitsName(key, end === start)) break;
    end = start + word.index + word[0].length;
    if (!HONORIFIC.has(key)) real += 1;
  }
  const name = text.slice(start, end).trim().replace(/\.$/, '');
  return real === 0 ? undefined : { name, start, end };
}

function fitsName(key: string, first: boolean): boolean {
  if (first && HONORIFIC.has(key)) return true;
  return key !== '' && !isTalk(key) && !NO_NAME.has(key) && !isStreetWord(key) && levelOf(key) === undefined;
}

function looksLikely(text: string, found: NameAt): boolean {
  const after = text.slice(found.end);
  const ends =
    /^(?:\s+(?:ya|yah|kak|kakak|min|aja|saja)\b)*[\s,(]*(?:$|[\n,\uE000-\uE002(]|di\b|jl|gg|perum|rt\b|alamat)/i.test(
      after,
    );
  return ends && !isArea(found.name) && !/^(?:toko|rumah|kantor)/i.test(found.name);
}

// `untuk seminar` is no name, `untuk Tika` and `untuk mba tika` are.
const looksProper = (name: string): boolean =>
  /^\p{Lu}/u.test(name) || HONORIFIC.has(placeKey(name.split(' ')[0] ?? ''));

const SPLIT = /[\n,;()|\uE000\uE001]|\s[-/–]+\s?|\uE002/;

interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
}

function segmentsOf(text: string): readonly Segment[] {
  const found: Segment[] = [];
  let start = 0;
  let before = '\n';
  for (const mark of text.matchAll(new RegExp(SPLIT.source, 'g'))) {
    if (text.slice(start, mark.index).trim() !== '')
      found.push({ text: text.slice(start, mark.index), start, end: mark.index, before });
    if (mark[0] === PHONE_GAP) found.push({ text: PHONE_GAP, start: mark.index, end: mark.index + 1, before });
    start = mark.index + mark[0].length;
    before = mark[0];
  }
  if (text.slice(start).trim() !== '') found.push({ text: text.slice(start), start, end: text.length, before });
  return found;
}

function besidePhone(text: string): Taken<string> | undefined {
  const segments = segmentsOf(text);
  const phone = segments.findIndex((segment) => segment.text === PHONE_GAP);
  if (phone === -1) return undefined;
  const after = segments[phone + 1];
  const mayFollow = phone === 0 || after?.before === '(' || segments[phone - 1]?.text.includes('\n') === true;
  for (const segment of [segments[phone - 1], mayFollow ? after : undefined]) {
    if (segment !== undefined && isName(segment) && !holdsArea(segment.text)) return take(text, segment);
  }
  return undefined;
}

// `mas agus jl raya ...`: who is addressed politely at the start is a person, whatever follows.
function withHonorific(text: string): Taken<string> | undefined {
  const start = text.search(/\S/);
  const found = HONORIFIC.has(placeKey(text.slice(start).split(/\s/)[0] ?? '')) ? nameAt(text, start) : undefined;
  const follows = found === undefined ? '' : text.slice(found.end).trimStart();
  const ends = /^[,\n(\uE000-\uE002]/.test(follows) || isStreetWord(placeKey(follows.split(/\s/)[0] ?? ''));
  return found === undefined || !ends || /^(?:kak|kakak|mas|mba|mbak|bang|om|tante)$/i.test(found.name)
    ? undefined
    : cut(text, found.start, found);
}

// The first line or the first words before a comma, when an address follows them.
function onItsOwn(text: string): Taken<string> | undefined {
  const [first, second] = segmentsOf(text).filter((segment) => !isGreeting(segment.text));
  if (first === undefined || second === undefined || !isName(first) || isArea(first.text)) return undefined;
  const onOwnLine = second.before === '\n' && /^[\s]*$/.test(text.slice(0, first.start).split('\n').at(-1) ?? '');
  const follows =
    /^\s*(?:jl|jln|jalan|gg|gang|perum|komp|dsn|dusun|kp|blok|apart|ruko|rt\b)/i.test(second.text) ||
    second.text === PHONE_GAP;
  if (!onOwnLine && !follows) return undefined;
  return onOwnLine || districtsWithVillage(first.text).length === 0 ? take(text, first) : undefined;
}

const isGreeting = (text: string): boolean =>
  text
    .trim()
    .split(/\s+/)
    .every((word) => isTalk(placeKey(word)));

function isName(segment: Segment): boolean {
  const words = segment.text.trim().split(/\s+/);
  if (words.length > 5 || hasStreetCue(segment.text) || !/^[\p{L}.'’\s-]+$/u.test(segment.text)) return false;
  return (
    words.every((word, at) => fitsName(placeKey(word), at === 0)) &&
    words.some((word) => !HONORIFIC.has(placeKey(word)))
  );
}

// `jagakarsa jaksel 0812...`: what stands before the number may be the end of the address.
const holdsArea = (text: string): boolean => findAreas(addressTokens(text), undefined).used.size > 0;

const isArea = (text: string): boolean =>
  provinceNamed(text, 'exact') !== undefined ||
  citiesNamed(text, undefined, 'exact').length > 0 ||
  districtsNamed(text, {}, 'exact').length > 0;

const take = (text: string, { start, end, text: name }: Segment): Taken<string> => ({
  found: name.trim(),
  rest: `${text.slice(0, start)}${GAP}${text.slice(end)}`,
});

const cut = (text: string, from: number, { name, end }: NameAt): Taken<string> => ({
  found: name,
  rest: `${text.slice(0, from)}${GAP}${text.slice(end)}`,
});
