import type { Json } from '../../../core/json.ts';
import type { Language } from '../../../core/language.ts';
import type { Problem } from '../../../dialogue/talk.ts';
import type { Say } from '../../../notices/house-words.ts';
import { availabilityOf } from '../../../shop/catalog/product.ts';
import type { Shelf } from '../../../shop/catalog/shelf.ts';
import type { PlaceProblem } from '../../../shop/orders/place-refused.ts';
import type { GoodsLine } from '../goods/goods-line.ts';
import { numberInWords } from '../goods/number-in-words.ts';

/** More of one thing than one customer usually wants: said back in words, so that 20 for 2 is noticed. */
const UNLIKELY = 20;

/** What problems with goods are judged by. */
export interface GoodsFacts {
  readonly shelf: Shelf;
  readonly freshHours: number;
  readonly now: Date;
  readonly language: Language;
  readonly say: Say;
}

/** What is wrong or unlikely about goods: not sold any more, gone, too few, another price by now, a strange amount. */
export function goodsProblems(lines: readonly GoodsLine[], facts: GoodsFacts): readonly Problem[] {
  return lines.flatMap((line): readonly Problem[] => {
    const item = facts.shelf.buyable(line.sku);
    if (item === undefined) return [unsold(lines, line, facts.say)];
    const { variant } = item;
    const there = availabilityOf(variant, facts.now, facts.freshHours);
    if (there.type === 'gone') return [gone(lines, line, facts.say)];
    if (there.type === 'counted' && there.left < line.quantity) return [tooFew(lines, line, there.left, facts.say)];
    if (variant.price !== line.price) return [dearer(lines, line, variant.price, facts.say)];
    return line.quantity >= UNLIKELY ? [unlikely(line, facts)] : [];
  });
}

/** The same for what the shop itself refused when the order was to be placed. */
export function refusedGoods(
  lines: readonly GoodsLine[],
  problems: readonly PlaceProblem[],
  say: Say,
): readonly Problem[] {
  return problems.flatMap((problem): readonly Problem[] => {
    const line = 'sku' in problem ? lines.find(({ sku }) => sku === problem.sku) : undefined;
    if (line === undefined) return [];
    switch (problem.code) {
      case 'unknown-product':
        return [unsold(lines, line, say)];
      case 'out-of-stock':
        return [problem.left > 0 ? tooFew(lines, line, problem.left, say) : gone(lines, line, say)];
      case 'price-changed':
        return [dearer(lines, line, problem.price, say)];
      default:
        return [];
    }
  });
}

const unsold = (lines: readonly GoodsLine[], line: GoodsLine, say: Say): Problem => ({
  field: 'barang',
  text: 'pesan.tidak-dijual',
  with: { barang: line.name },
  ...without(lines, line, say),
});

const gone = (lines: readonly GoodsLine[], line: GoodsLine, say: Say): Problem => ({
  field: 'barang',
  text: 'pesan.stok-habis',
  with: { barang: line.name },
  ...without(lines, line, say),
});

const tooFew = (lines: readonly GoodsLine[], line: GoodsLine, left: number, say: Say): Problem => ({
  field: 'barang',
  text: 'pesan.stok-kurang',
  with: { barang: line.name, sisa: left },
  choices: [
    { value: withLine(lines, { ...line, quantity: left }), label: say('pesan.stok-kurang-ambil', { sisa: left }) },
    ...(without(lines, line, say).choices ?? []),
  ],
});

const dearer = (lines: readonly GoodsLine[], line: GoodsLine, price: number, say: Say): Problem => ({
  field: 'barang',
  text: 'pesan.harga-berubah',
  with: { barang: line.name, harga: price, dulu: line.price },
  choices: [
    { value: withLine(lines, { ...line, price }), label: say('pesan.tetap-jadi') },
    ...(without(lines, line, say).choices ?? []),
  ],
});

const unlikely = (line: GoodsLine, { say, language }: GoodsFacts): Problem => ({
  field: 'barang',
  text: 'pesan.jumlah-banyak',
  with: { barang: line.name, jumlah: line.quantity, huruf: numberInWords(line.quantity, language) },
  choices: [{ value: 'accept', label: say('pesan.benar-segitu', { jumlah: line.quantity }) }],
});

// The last thing of an order cannot be left out: then nothing would be left to order.
function without(lines: readonly GoodsLine[], line: GoodsLine, say: Say): Pick<Problem, 'choices'> {
  const left = lines.filter(({ sku }) => sku !== line.sku);
  return left.length === 0 ? {} : { choices: [{ value: asJson(left), label: say('pesan.tanpa-itu') }] };
}

const withLine = (lines: readonly GoodsLine[], line: GoodsLine): Json =>
  asJson(lines.map((one) => (one.sku === line.sku ? line : one)));
const asJson = (lines: readonly GoodsLine[]): Json => lines.map((line) => ({ ...line }));
