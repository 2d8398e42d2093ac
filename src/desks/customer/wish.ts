import { readCode } from '../../core/ids.ts';
import { type IntentReading, readIntent } from '../../understanding/intent.ts';
import { readResi } from '../../understanding/resi.ts';
import { readWanted } from './goods/read-goods.ts';
import type { CustomerSnapshot } from './snapshot.ts';

/** What a customer wants; a courier with a number that is told, not asked about, is of goods on their way back. */
export type Wish = Omit<IntentReading, 'intent'> & { readonly intent: IntentReading['intent'] | 'return_resi' };

/** Reads what a customer wants: a code is an order to look at, goods with an amount are an order, a question about goods is theirs. */
export function readWish(text: string, snapshot: CustomerSnapshot, now: Date): Wish | undefined {
  if (tellsResi(text)) return { intent: 'return_resi', sure: true };
  const wish = readIntent(text);
  // "sudah dicek belum kak?" asks about a proof that was sent; it is no new one.
  if (wish?.intent === 'payment_done' && /\?\s*$|\b(?:belum|blm)\b/.test(text.toLowerCase())) return PAYING;
  const vague = wish === undefined || !wish.sure || wish.intent === 'out_of_scope';
  const guess = wish !== undefined && GUESSES.has(wish.intent) && !ASKS.test(text);
  if (wish?.intent !== 'catalog' && !vague && !guess) return wish;
  if (vague && saysCode(text)) return { intent: 'status', sure: false };
  const goods = readWanted(text, snapshot, now);
  if (goods.length === 0 || goods.some(({ products }) => products.length === 0)) return guess ? STRANGE : wish;
  if (/\?\s*$/.test(text)) return asked(wish);
  if (wish?.intent === 'catalog' || goods.some(({ quantity }) => quantity === undefined)) return wish;
  return { intent: 'order', sure: wish?.intent === 'order' };
}

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
