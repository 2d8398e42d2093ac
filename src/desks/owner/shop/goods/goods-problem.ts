import { rupiah } from '../../../../core/money.ts';
import { cutText } from '../../../../core/text.ts';
import type { Problem } from '../../../../dialogue/talk.ts';
import type { Item } from '../../../../shop/catalog/shelf.ts';
import type { FoundGoods } from './find-goods.ts';

/** As many as a phone shows as buttons. */
const MOST = 10;

/** Why words name no single thing, asked like a field: which of these, or nothing of that name. */
export function goodsProblem(found: Exclude<FoundGoods, { type: 'one' }>, words: string, field = 'barang'): Problem {
  switch (found.type) {
    case 'none':
      return { field, text: 'toko.barang-tidak-ada', with: { kata: cutText(words, 60) } };
    case 'several': {
      const choices = found.items.slice(0, MOST).map((item) => ({ value: item.variant.sku, label: goodsLabel(item) }));
      return { field, text: 'toko.barang-yang-mana', with: { jumlah: found.items.length }, choices };
    }
  }
}

/** `Kaos Polos, Hitam L`. */
export const goodsName = ({ product, variant }: Item): string =>
  variant.name === '' ? product.name : `${product.name}, ${variant.name}`;

/** `Kaos Polos, Hitam L · KAOS-HL · Rp75.000`. */
export const goodsLabel = (item: Item): string =>
  cutText(`${goodsName(item)} · ${item.variant.sku} · ${rupiah(item.variant.price)}`, 60);
