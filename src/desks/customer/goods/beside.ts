import type { Parsed } from '../../../dialogue/kind.ts';
import type { GoodsLine } from './goods-line.ts';

// What is said of words that name no goods, where goods are noted already.
const BESIDE: ReadonlyMap<string, string> = new Map([
  ['pesan.barang-tidak-ada', 'pesan.barang-tidak-ada-lagi'],
  ['pesan.barang-tidak-paham', 'pesan.barang-tidak-paham-lagi'],
]);

/** Beside goods that are noted already whoever names no more of them is told that nothing is lost, and how to go on. */
export function besideGoods(parsed: Parsed, noted: readonly GoodsLine[]): Parsed {
  const why = parsed.type === 'failed' && noted.length > 0 ? BESIDE.get(parsed.why) : undefined;
  return parsed.type === 'failed' && why !== undefined ? { ...parsed, why } : parsed;
}
