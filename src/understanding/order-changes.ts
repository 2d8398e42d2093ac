import { foldText } from '../core/text.ts';
import { readQuantity } from './numbers.ts';
import { type OrderItem, readItems } from './order-items.ts';
import type { FindProduct, ProductHit } from './product-search.ts';

/** Which of the ordered things a correction is about: its number in the list, the products its words name, or neither. */
export interface ChangeTarget {
  readonly line?: number;
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
    .split(/[,;]|\s(?:terus|trus|lalu|dan)\s(?=.*\b(?:ganti|jadi|batal|hapus|cancel|tambah)\b)/i)
    .filter((part) => part.trim() !== '');
  const changes = parts.map((part) => readChange(part, findProduct));
  const found = changes.filter((change) => change !== undefined);
  return found.length > 0 && changes.every((change, at) => change !== undefined || isTalk(parts[at] ?? ''))
    ? found
    : [];
}

const isTalk = (part: string): boolean => /^\s*(?:(?:maaf|eh|oh|kak|min|ya|sorry|maap|tolong|salah)\s*)+$/i.test(part);

function readChange(part: string, findProduct: FindProduct): OrderChange | undefined {
  const words = foldText(part)
    .replace(/^(?:(?:eh|maaf|kak|min|tolong|tlg|oh|oiya|sorry|bisa|boleh)\s+)+/, '')
    .replace(/(?:\s+(?:kak|ya|dong|deh|min|aja|saja|please|pls))+$/, '');
  return (
    removal(words, findProduct) ??
    addition(words, findProduct) ??
    newAmount(words, findProduct) ??
    swap(words, findProduct)
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
  '(?:(?:di)?ganti(?:\\s+(?:jadi|ke))?|jadi(?:nya)?|menjadi|ubah(?:\\s+jadi)?|diubah(?:\\s+jadi)?|change(?:\\s+to)?|harusnya|seharusnya|tukar(?:\\s+jadi)?|->|to)';

function newAmount(words: string, findProduct: FindProduct): OrderChange | undefined {
  const match = new RegExp(`^(.*?)\\s*\\b${BECOMES}\\s+(.+)$`).exec(words);
  const said = match?.[1]?.replace(/^(?:yang|yg)\s+|\s*(?:nya|jumlahnya)$/g, '').trim() ?? '';
  const qty = match === null ? bareAmount(words, findProduct) : readQuantity(match[2] ?? '');
  if (typeof qty === 'object') return qty;
  if (qty === undefined) return undefined;
  if (said === '' || /^(?:jumlah(?:nya)?|qty|total(?:nya)?)$/.test(said)) return { type: 'quantity', qty };
  const target = targetOf(said, findProduct);
  return target === undefined ? undefined : { type: 'quantity', qty, ...target };
}

// `totebagnya 2 aja`: without `jadi` it takes the ending that points back to what was named before.
function bareAmount(words: string, findProduct: FindProduct): OrderChange | undefined {
  const match = /^(?:yang |yg )?(.+?(?:nya|yang tadi))\s+(\S+(?:\s\S+)?)$/.exec(words);
  const qty = readQuantity(match?.[2] ?? '');
  const products = findProduct(match?.[1] ?? '');
  if (qty === undefined || products.length === 0) return undefined;
  return { type: 'quantity', qty, products };
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
