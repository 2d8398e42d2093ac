import { readCode } from '../../core/ids.ts';
import { type IntentReading, readIntent } from '../../understanding/intent.ts';
import { readOrder } from '../../understanding/order-form.ts';
import { findPhone } from '../../understanding/phone-in-text.ts';
import { readReceipt } from '../../understanding/receipt.ts';
import { readResi } from '../../understanding/resi.ts';
import { readWanted } from './goods/read-goods.ts';
import type { CustomerSnapshot } from './snapshot.ts';

/** What a customer wants; a courier with a number that is told, not asked about, is of goods on their way back. */
export type Wish = Omit<IntentReading, 'intent'> & {
  readonly intent:
    | IntentReading['intent']
    | 'return_resi'
    | 'received'
    | 'not_received'
    | 'order_more'
    | 'forget_me'
    | 'acknowledged';
};

/** Reads what a customer wants: a code is an order to look at, goods with an amount are an order, a question about goods is theirs. */
export function readWish(text: string, snapshot: CustomerSnapshot, now: Date): Wish | undefined {
  if (tellsResi(text)) return { intent: 'return_resi', sure: true };
  if (FORGET.test(text)) return { intent: 'forget_me', sure: true };
  const wish = readIntent(text);
  const told = wish !== undefined && WRONG.has(wish.intent) ? undefined : tellsReceipt(text);
  if (told !== undefined) return told;
  if (writesOrder(text, snapshot)) return { intent: 'order', sure: true };
  if (wantsMore(text, snapshot, now)) return { intent: 'order_more', sure: false };
  if (ACKNOWLEDGED.test(text) || (LATER.test(text) && !text.includes('?')))
    return { intent: 'acknowledged', sure: false };
  // "sudah dicek belum kak?" asks about a proof that was sent; it is no new one.
  if (wish?.intent === 'payment_done' && /\?\s*$|\b(?:belum|blm)\b/.test(text.toLowerCase())) return PAYING;
  const vague = wish === undefined || !wish.sure || wish.intent === 'out_of_scope';
  const guess = wish !== undefined && GUESSES.has(wish.intent) && !ASKS.test(text);
  if (wish?.intent !== 'catalog' && !vague && !guess) return wish;
  if (vague && saysCode(text)) return { intent: 'status', sure: false };
  const goods = readWanted(text, snapshot, now);
  if (goods.length === 0 || goods.some(({ products }) => products.length === 0)) return guess ? STRANGE : wish;
  if (/\?\s*$/.test(text)) return asked(wish);
  const amounts = goods.every(({ quantity }) => quantity !== undefined);
  // The name of a thing alone is a question about it.
  if (!amounts && (wish === undefined || wish.intent === 'out_of_scope')) return { intent: 'stock', sure: false };
  if (wish?.intent === 'catalog' || !amounts) return wish;
  return { intent: 'order', sure: wish?.intent === 'order' };
}

// What the customer says has come, or has not; what came with something wrong is a complaint.
function tellsReceipt(text: string): Wish | undefined {
  const receipt = readReceipt(text);
  return receipt === undefined
    ? undefined
    : { intent: receipt === 'received' ? 'received' : 'not_received', sure: true };
}
const WRONG: ReadonlySet<string> = new Set(['complaint', 'exchange', 'refund']);

// An order written down at once names goods, a number to call and a place; "Payment: transfer BCA" in it asks nothing.
function writesOrder(text: string, snapshot: CustomerSnapshot): boolean {
  if (findPhone(text) === undefined) return false;
  const { items, address } = readOrder(text, snapshot.find, false);
  const { street, village, district, city } = address.parts;
  const somewhere = [street, village, district, city].some((part) => part !== undefined);
  return somewhere && items.some(({ products }) => products.length > 0);
}

// "mau nambah 1 lagi bisa?" names nothing: it is one more of what was ordered last.
const wantsMore = (text: string, snapshot: CustomerSnapshot, now: Date): boolean =>
  MORE.test(text) && readWanted(text, snapshot, now).every(({ products }) => products.length === 0);
const COUNT =
  '(?:\\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|setengah|selusin|se?lusin|one|two|three|four|five|six|a dozen)';
const MORE = new RegExp(
  `\\b(?:(?:me)?nambah|tambah(?:in|an)?|tmbh)\\b(?:\\s+(?:${COUNT}|lusin|pcs|biji|buah|pesanan(?:nya)?|order(?:an)?(?:nya)?|barang(?:nya)?|lagi|lg|yang|yg|tadi|itu|sama|bisa|boleh|ga|gak|nggak|tidak|dong|ya|kak|min|dulu|deh))*\\s*[?.!]*$` +
    `|\\b(?:${COUNT}|some|another) more\\b(?:\\s+(?:of (?:it|them|those|that|the same)|please|pls|too|then|pieces?|pcs))*\\s*[?.!]*$` +
    `|\\banother one\\b(?: please)?\\s*[?.!]*$`,
  'i',
);

const ACKNOWLEDGED =
  /^\s*(?:ok+|oke+h?|okay|okey|sip+|siap|baik(?:lah)?|noted|got it|understood|i see|all ?right)(?:[\s,.!]+(?:ok|oke|siap|sip|kak|min|gan|ya|deh|kalau begitu|then|thanks|noted))*[\s.!🙏👍]*$/iu;
// Money that will come is no money and no complaint: there is nothing to do until it is there.
const LATER =
  /\b(?:sisanya|kekurangannya|kurangnya)\b.{0,20}\b(?:nanti|besok|sore|malam|siang|menyusul|segera)\b|\bthe (?:rest|remainder|balance) (?:follows|comes|will (?:follow|come))\b|\b(?:i(?:['’]?ll| will)|will) (?:send|pay|transfer) (?:you )?(?:the )?(?:rest|remainder|remaining|balance|difference)\b/i;

/** A wish that one's data be gone, in a sentence. */
const FORGET =
  /\b(?:hapus(?:kan)?|delete|erase|remove)\b.{0,20}\b(?:data(?: (?:saya|aku|pribadi)|ku)|akun(?: saya|ku)?|my (?:\w+ )?(?:data|account|information|details))\b|\bdata (?:saya|aku|pribadi)\b.{0,20}\b(?:dihapus|hapus(?:in)?)\b/i;

const tellsResi = (text: string): boolean => {
  if (text.length > 120 || ASKS_WHERE.test(text)) return false;
  const { courier, number } = readResi(text);
  return courier !== undefined && number !== undefined;
};
const ASKS_WHERE =
  /\?|\b(?:cek|check|lacak|track(?:ing)?|pantau|status|mana|dimana|kapan|belum|blm|kok|sampai|sampe|nyampe|where|when|pesan|order|beli|hp|wa|alamat|nama)\b/i;

const PAYING: IntentReading = { intent: 'payment_howto', sure: true };
const STRANGE: IntentReading = { intent: 'out_of_scope', sure: false };
const GUESSES: ReadonlySet<string> = new Set(['stock', 'price']);
// Without one of our goods in it only a question is about goods: "sisanya nanti sore ya" is not.
const ASKS = /\?|\b(?:ada|adakah|punya|jual|ready|redi|stok|stock|cari|harga\w*|berapa|brp|have|sell|price)\b/i;

const saysCode = (text: string): boolean =>
  (text.match(/\b[A-Za-z0-9]{6}\b/g) ?? []).some((word) => readCode(word) === word.toUpperCase() && /\d/.test(word));

function asked(wish: IntentReading | undefined): IntentReading {
  if (wish?.intent === 'price' || wish?.intent === 'stock') return { intent: wish.intent, sure: true };
  return wish === undefined || ['out_of_scope', 'catalog', 'greeting'].includes(wish.intent)
    ? { intent: 'stock', sure: true }
    : wish;
}
