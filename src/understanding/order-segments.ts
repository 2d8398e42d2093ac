import { isStreetWord, isTalk } from './address-words.ts';
import { placeKey } from './area-data.ts';
import { citiesNamed, districtsNamed } from './areas.ts';
import { findCourier, readCourier } from './courier.ts';
import { readPayment } from './payment-way.ts';
import { findPhone } from './phone-in-text.ts';
import type { FindProduct } from './product-search.ts';

/** What a piece of a one-message order is about. */
export type SegmentKind = 'item' | 'address' | 'courier' | 'payment' | 'note' | 'talk';

/** A piece of an order with the sign that stood before it. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly before: string;
  readonly text: string;
}

const ADDRESS_CUE =
  'dikirim(?:kan)? ke|kirim(?:kan|in)? ?(?:ke|k)|antar ke|alamat(?:nya|ku)?|almt|a\\/n|a\\.n|an\\.|atas nama|penerima|ke (?:toko|rumah|alamat|kantor|kos|kosan|tempat)|ship(?:ping)?(?: it)? to|send(?: it)? to|deliver(?: it)? to|jl|jln|jalan|perum|perumahan|komplek|gg|gang|dsn|dusun|hp(?=\\s*[:=.]?\\s*\\+?\\d{4})|no\\.? hp|wa|telp|phone';
const COURIER_CUE =
  'kirim(?:nya)? (?:via|pakai|pake|lewat)|via|pakai|pake|kurir(?:nya)?|ekspedisi(?:nya)?|pengiriman(?:nya)?|lewat';
const COURIERS =
  'jne|jnt|j ?& ?t|sicepat|si cepat|anteraja|anter aja|spx|tiki|ninja xpress|lion parcel|id express|shopee express|pos indonesia';
const PAYMENT_CUE = 'bayar(?:nya)?|pembayaran(?:nya)?|transfer|tf|trf|cod|qris|pay(?:ment)?';
const NOTE_CUE = 'catatan(?:nya)?|note|notes|nb';
const SPLIT = new RegExp(
  `(\\n+|;|[?!]+|(?<!\\d),|,(?!\\d)|(?<=\\p{L}{4})\\.(?=\\s)|\\s\\+\\s|\\s+(?=(?:${ADDRESS_CUE}|${COURIER_CUE}|${COURIERS}|${PAYMENT_CUE}|${NOTE_CUE}|sama|dan|sm|plus|and)(?![\\p{L}\\p{N}&])))`,
  'giu',
);
const starts = (cue: string): RegExp => new RegExp(`^\\s*(?:dan |and )?(?:${cue})(?![\\p{L}\\p{N}])`, 'iu');
const STARTS = {
  address: starts(ADDRESS_CUE),
  courier: starts(COURIER_CUE),
  payment: starts(PAYMENT_CUE),
  note: starts(NOTE_CUE),
} as const;
// Whom it is for and why is for the packer to know: "buat hadiah", "it's a gift".
const GIFT =
  /^\s*(?:(?:ini|itu|it['’]?s|it is|ya|kak)\s+)*(?:(?:buat|untuk|utk|bwt|mau|for)\s+)?(?:a\s+|dijadikan\s+)?(?:hadiah|kado|gift|present|birthday (?:gift|present))(?:\s+(?:ya|kak|nya|ulang tahun|ultah|buat|untuk|for|my|ibu|ayah|istri|suami|pacar|teman|anak|saya|nikahan|pernikahan|wife|husband|mom|friend|please))*\s*$/i;
const CARE =
  /\b(?:tolong|tlg|mohon|pls|please|minta|jangan|jgn)\b.*\b(?:bungkus|dibungkus|packing|dipacking|bubble|kado|rapi|hati|aman|kartu|ucapan|titip|dibanting)\b/i;

/** Cuts an order written in one go into pieces and says what each is about. */
export function orderSegments(text: string, findProduct: FindProduct, inAddress = false): readonly Segment[] {
  const pieces = text.split(SPLIT);
  const found: Segment[] = [];
  let address = inAddress;
  let before = '';
  for (const [at, piece] of pieces.entries()) {
    if (at % 2 === 1) {
      before += piece;
      continue;
    }
    if (piece.trim() === '') continue;
    const kind = kindOf(piece, findProduct, address, before, found.at(-1));
    if (kind === 'address')
      address ||= STARTS.address.test(piece) || findPhone(piece) !== undefined || isStreetWord(firstKey(piece));
    // After goods or a courier nothing is part of the address any more that does not say so itself.
    if (kind === 'item' || kind === 'courier') address = false;
    found.push({ kind, before, text: piece });
    before = '';
  }
  return found;
}

const firstKey = (piece: string): string => placeKey(piece.trim().split(/\s+/)[0] ?? '');

function kindOf(
  piece: string,
  findProduct: FindProduct,
  inAddress: boolean,
  before: string,
  last: Segment | undefined,
): SegmentKind {
  const words = piece.trim().split(/\s+/).map(placeKey);
  if (words.every((word) => word === '' || isTalk(word))) return 'talk';
  if (STARTS.note.test(piece) || CARE.test(piece) || GIFT.test(piece)) return 'note';
  // What follows a note without a new line still belongs to it.
  if (last?.kind === 'note' && /^[\s,]*$/.test(before) && !before.includes('\n') && !STARTS.address.test(piece))
    return 'note';
  if (STARTS.payment.test(piece) && (readPayment(piece) !== undefined || words.length <= 2)) return 'payment';
  if (STARTS.courier.test(piece))
    return readPayment(piece) !== undefined && findCourier(piece) === undefined ? 'payment' : 'courier';
  if (words.length <= 4 && isCourierOnly(piece)) return 'courier';
  if (words.length <= 3 && readPayment(piece) !== undefined && !inAddress) return 'payment';
  if (STARTS.address.test(piece) || findPhone(piece) !== undefined || isStreetWord(words[0] ?? '')) {
    return !inAddress && namesProduct(piece, findProduct, 0.99) && !STARTS.address.test(piece) ? 'item' : 'address';
  }
  const mayBeItem =
    !inAddress || (/[\n]/.test(before) && /\d/.test(piece)) || /^\s*(?:sama|dan|plus|sm)\s/i.test(piece);
  if (mayBeItem && namesProduct(piece, findProduct, 0.34) && !isArea(piece)) return 'item';
  if (
    !inAddress &&
    last?.kind === 'item' &&
    /\b(?:x?\d{1,3}x?|satu|dua|tiga|empat|lima)\b/i.test(piece) &&
    words.length <= 6
  )
    return 'item';
  return 'address';
}

const namesProduct = (piece: string, findProduct: FindProduct, atLeast: number): boolean =>
  (findProduct(piece)[0]?.score ?? 0) >= atLeast;

const isArea = (piece: string): boolean =>
  citiesNamed(piece, undefined, 'exact').length > 0 || districtsNamed(piece, {}, 'exact').length > 0;

function isCourierOnly(piece: string): boolean {
  const found = readCourier(piece);
  if (found?.courier === undefined) return false;
  return findCourier(piece)?.courier !== undefined;
}
