import { foldText } from '../core/text.ts';
import { type AmountChange, amountChange } from './amount-change.ts';
import { readQuantity } from './numbers.ts';
import { type OrderItem, readItems } from './order-items.ts';
import type { FindProduct, ProductHit } from './product-search.ts';

/** Which of the ordered things a correction is about: its number in the list, the products its words name, or neither. */
export interface ChangeTarget {
  readonly line?: number;
  /** How many there were of it, where that was said. */
  readonly had?: number;
  readonly products?: readonly ProductHit[];
}

/** A correction of what was ordered before. */
export type OrderChange =
  | ({ readonly type: 'quantity'; readonly qty: number } & ChangeTarget)
  | ({ readonly type: 'remove' } & ChangeTarget)
  | ({ readonly type: 'swap'; readonly by: OrderItem } & ChangeTarget)
  | { readonly type: 'add'; readonly items: readonly OrderItem[] };

/** Reads corrections of items (`2 jadi 3`, `totebag nya batal`, `hapus 2`); a message that orders anew has none. */
export function readChanges(text: string, findProduct: FindProduct): readonly OrderChange[] {
  if (text.includes('\n') || text.length > 160) return [];
  const parts = text
    // The comma of `jangan 2, 3` and of `3, bukan 2` stands inside one correction.
    .replace(/\b(jangan|jgn|bukan|bkn)(\s+\S+?)\s*,/gi, '$1$2')
    .replace(/,\s*(?=(?:bukan|bkn|jangan|jgn|not)\s)/gi, ' ')
    .split(/[,;]|\s(?:terus|trus|lalu|dan)\s(?=.*\b(?:ganti|jadi|batal|hapus|cancel|tambah)\b)/i)
    .filter((part) => part.trim() !== '');
  const changes = parts.map((part) => readChange(part, findProduct));
  const found = changes.filter((change) => change !== undefined);
  return found.length > 0 && changes.every((change, at) => change !== undefined || isTalk(parts[at] ?? ''))
    ? found
    : [];
}

const COURTESY = 'maaf|maap|eh|oh|oiya|aduh|ups|oops|kak|kakak|min|ya|sorry|sori|tolong|tlg|salah|bentar|wait|actually';
const isTalk = (part: string): boolean => new RegExp(`^\\s*(?:(?:${COURTESY})\\s*)+$`, 'i').test(part);

function readChange(part: string, findProduct: FindProduct): OrderChange | undefined {
  const words = foldText(part)
    .replace(new RegExp(`^(?:(?:${COURTESY}|bisa|boleh)\\s+)+`), '')
    .replace(/(?:\s+(?:kak|kakak|ya|dong|deh|min|sih|please|pls))+$/, '');
  const plain = words.replace(/(?:\s+(?:kak|ya|dong|deh|min|aja|saja))+$/, '');
  return (
    removal(plain, findProduct) ??
    addition(plain, findProduct) ??
    newAmount(plain, findProduct) ??
    otherAmount(amountChange(words), findProduct) ??
    swap(plain, findProduct)
  );
}

const REMOVE =
  '(?:batal(?:in|kan)?|hapus|cancel|ga jadi|gak jadi|ngga jadi|nggak jadi|tidak jadi|tdk jadi|gajadi|hilangkan|remove|delete|buang|gausah|ga usah|tidak usah)';

function removal(words: string, findProduct: FindProduct): OrderChange | undefined {
  const match =
    new RegExp(`^${REMOVE}\\s+(.+)$`).exec(words) ?? new RegExp(`^(.+?)\\s+(?:di|nya )?${REMOVE}$`).exec(words);
  const what = match?.[1];
  if (what === undefined) return undefined;
  const target = targetOf(what, findProduct);
  return target === undefined ? undefined : { type: 'remove', ...target };
}

function addition(words: string, findProduct: FindProduct): OrderChange | undefined {
  const match = /^(?:tambah(?:in|kan|an)?|tmbh|add|plus)\s+(?:lagi\s+)?(.+?)(?:\s+lagi)?$/.exec(words);
  const items = match === null ? [] : readItems(match[1] ?? '', findProduct).filter((item) => item.products.length > 0);
  return items.length === 0 ? undefined : { type: 'add', items };
}

const BECOMES =
  '(?:(?:di)?ganti(?:\\s+(?:jadi|ke))?|(?:di)?bikin(?:\\s+jadi)?|(?:di)?buat\\s+jadi|make\\s+(?:it|that)|jadi(?:nya)?|menjadi|ubah(?:\\s+jadi)?|diubah(?:\\s+jadi)?|change(?:\\s+to)?|harusnya|seharusnya|tukar(?:\\s+jadi)?|->|to)';

const JUST_AMOUNT = /^(?:jumlah(?:nya)?|qty|total(?:nya)?|pesan(?:an)?(?:nya)?|nya)$/;

function newAmount(words: string, findProduct: FindProduct): OrderChange | undefined {
  const match = new RegExp(`^(.*?)\\s*\\b${BECOMES}\\s+(.+)$`).exec(words);
  const said = match?.[1]?.replace(/^(?:yang|yg)\s+|\s*(?:nya|jumlahnya)$/g, '').trim() ?? '';
  const qty = match === null ? undefined : readQuantity(match[2] ?? '');
  if (qty === undefined) return undefined;
  if (said === '' || JUST_AMOUNT.test(said)) return { type: 'quantity', qty };
  const target = targetOf(said, findProduct);
  return target === undefined ? undefined : { type: 'quantity', qty, ...target };
}

function otherAmount(change: AmountChange | undefined, findProduct: FindProduct): OrderChange | undefined {
  if (change === undefined) return undefined;
  const { qty, of, had } = change;
  const was = had === undefined ? {} : { had };
  if (of === undefined || JUST_AMOUNT.test(of)) return { type: 'quantity', qty, ...was };
  const products = findProduct(of);
  return products.length === 0 ? undefined : { type: 'quantity', qty, ...was, products };
}

function swap(words: string, findProduct: FindProduct): OrderChange | undefined {
  const match = new RegExp(`^(?:ganti\\s+|tukar\\s+|yang\\s+|yg\\s+)?(.+?)\\s+${BECOMES}\\s+(.+)$`).exec(words);
  if (match === null) return undefined;
  const from = targetOf(match[1] ?? '', findProduct);
  if (from === undefined) return undefined;
  const by = readItems(match[2] ?? '', findProduct)[0];
  if (by !== undefined && by.products.length > 0) return { type: 'swap', by, ...from };
  // `kaos hitam ganti putih`: only the variant changes.
  const [product] = from.products ?? [];
  const text = product === undefined ? '' : `${product.name} ${match[2] ?? ''}`;
  const [hit] = text === '' ? [] : findProduct(text);
  return hit !== undefined && hit.id === product?.id && hit.variants.length > 0
    ? { type: 'swap', by: { text, products: [hit] }, ...from }
    : undefined;
}

function targetOf(words: string, findProduct: FindProduct): ChangeTarget | undefined {
  const plain = words.replace(/^(?:yang|yg|pesanan|barang|item|order)\s+/, '');
  const line = /^(?:yang |yg )?(?:no(?:mor|mer)?|nmr|baris|ke|item)?\s?(\d{1,2})(?:\s?nya)?$/.exec(plain);
  if (line !== null) return { line: Number(line[1]) };
  const products = findProduct(plain);
  return products.length > 0 ? { products } : undefined;
}
