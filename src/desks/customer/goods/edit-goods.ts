import { foldText } from '../../../core/text.ts';
import { type ChangeTarget, type OrderChange, readChanges } from '../../../understanding/order-changes.ts';
import { createProductSearch, type ProductHit } from '../../../understanding/product-search.ts';
import type { GoodsLine } from './goods-line.ts';

/** Changes collected goods by words (`2 jadi 3`, `hapus 1`, `topinya batal`); undefined when the words are no such change. */
export function editGoods(lines: readonly GoodsLine[], words: string): readonly GoodsLine[] | undefined {
  const index = createProductSearch(
    lines.map(({ sku, name }) => ({ id: sku, name, variantNames: [], sku, category: '', words: [] })),
  );
  const changes = readChanges(words, index);
  if (changes.length === 0) return onlyAmount(lines, words);
  return changes.reduce<readonly GoodsLine[] | undefined>(
    (so, change) => (so === undefined ? undefined : applied(so, change)),
    lines,
  );
}

/** The lines that a change is about: by its number, by the goods it names, or the only one there is. */
export function targetsOf(
  lines: readonly GoodsLine[],
  { line, had, products }: ChangeTarget,
  named: (hit: ProductHit) => readonly string[],
): readonly GoodsLine[] {
  if (line !== undefined) {
    const there = lines[line - 1];
    if (there !== undefined) return [there];
    // `2 jadi 3` where there is one thing only: two of it become three.
    const [only, other] = lines.filter(({ quantity }) => quantity === line);
    return only !== undefined && other === undefined ? [only] : [];
  }
  // `3, bukan 2`: of several things it is the one there are two of.
  const so = lines.filter(({ quantity }) => had === undefined || quantity === had);
  if (products === undefined) return lines.length === 1 ? lines : so.length === 1 ? so : [];
  const skus = products.flatMap(named);
  const of = (some: readonly GoodsLine[]) => some.filter(({ sku }) => skus.includes(sku)).slice(0, 1);
  const [found] = [...of(so), ...of(lines)];
  return found === undefined ? [] : [found];
}

function applied(lines: readonly GoodsLine[], change: OrderChange): readonly GoodsLine[] | undefined {
  if (change.type === 'add' || change.type === 'swap') return undefined;
  const [target] = targetsOf(lines, change, (hit) => [hit.id]);
  if (target === undefined) return undefined;
  return changedLine(lines, target, change);
}

/** The lines with one of them in another amount, or without it. */
export function changedLine(
  lines: readonly GoodsLine[],
  target: GoodsLine,
  change: Extract<OrderChange, { type: 'quantity' | 'remove' }>,
): readonly GoodsLine[] | undefined {
  const left = lines.filter((line) => line !== target);
  if (change.type === 'remove' || change.qty === 0) return left;
  if (!Number.isInteger(change.qty) || change.qty < 1) return undefined;
  return lines.map((line) => (line === target ? { ...line, quantity: change.qty } : line));
}

// "+1", "tambah 2", "kurangi 1" about the only thing there is, or about a numbered one.
function onlyAmount(lines: readonly GoodsLine[], words: string): readonly GoodsLine[] | undefined {
  const match =
    /^(tambah(?:in|kan)?|kurang(?:i|in|kan)?|plus|minus|add|less) (?:no (\d{1,2}) )?(\d{1,3})(?: lagi| pcs| more)*$/.exec(
      foldText(words.replace(/^\s*\+/, 'plus ').replace(/^\s*-/, 'minus ')),
    );
  const target = match?.[2] === undefined ? (lines.length === 1 ? lines[0] : undefined) : lines[Number(match[2]) - 1];
  if (match === null || target === undefined) return undefined;
  const less = /^(?:kurang|minus|less)/.test(match[1] ?? '');
  const qty = target.quantity + (less ? -1 : 1) * Number(match[3]);
  return changedLine(lines, target, { type: 'quantity', qty: Math.max(qty, 0) });
}
