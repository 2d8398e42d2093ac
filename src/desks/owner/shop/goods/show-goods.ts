import { z } from 'zod';
import { DAY } from '../../../../core/clock.ts';
import { cutText } from '../../../../core/text.ts';
import type { Action, At } from '../../../../dialogue/action.ts';
import type { Line, LineChoice } from '../../../../dialogue/talk.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import type { Product } from '../../../../shop/catalog/product.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { productOf, searchGoods } from './find-goods.ts';
import { productCard } from './product-card.ts';

const input = z.object({ kata: z.string().optional(), kode: z.string().optional() });
type Deps = Pick<OwnerShopDeps, 'catalog' | 'house' | 'suppliers' | 'file'>;

const PAGE = 8;
/** Searches without a hit are shown for this long. */
const MISSED_MS = 30 * DAY;

/** Shows the goods as the owner sees them: the shelves, one shelf a page at a time, what words find, or one product. */
export const showGoods = (deps: Deps): Action<z.infer<typeof input>, 'shown'> => ({
  name: 'show-goods',
  kind: 'looks',
  input,
  outcomes: ['shown'],
  async run({ kata = '', kode = '' }, at) {
    const shelf = deps.catalog.snapshot();
    const wanted = kata !== '' ? kata : kode.startsWith(SHELF) || kode === '-' ? '' : kode;
    const product = productOf(shelf, wanted) ?? shelf.item(wanted)?.product;
    if (product) return { outcome: 'shown', lines: [await productCard(deps, product, at)] };
    if (wanted !== '') return { outcome: 'shown', lines: [await found(deps, wanted, at)] };
    const line = kode.startsWith(SHELF) ? shelfPage(deps, kode, at) : await shelves(deps, at);
    return { outcome: 'shown', lines: [line] };
  },
});

/** Codes of shelves' buttons: `rak:<category>:<page>`, and `rak::1` for what is not on sale. */
const SHELF = 'rak:';

async function found(deps: Deps, words: string, at: At): Promise<Line> {
  const products = searchGoods(deps.catalog.snapshot(), words);
  const [only] = products;
  if (!only) return { text: 'toko.barang-tidak-ada', with: { kata: cutText(words, 60) }, choices: [NEW_PRODUCT] };
  if (products.length === 1) return productCard(deps, only, at);
  const shown = products.slice(0, PAGE);
  return {
    text: products.length > PAGE ? 'toko.produk.ketemu-banyak' : 'toko.produk.ketemu',
    with: { jumlah: products.length, ke: shown.length },
    choices: shown.map((product) => productChoice(deps, product, at)),
  };
}

async function shelves(deps: Deps, { now, language }: At): Promise<Line> {
  const { all, everyCategory } = deps.catalog.snapshot();
  const say = sayIn(deps.house, language);
  const named = everyCategory.map(({ _id, name }) => ({ id: _id, name, goods: onSale(all, _id) }));
  const known = new Set(everyCategory.map(({ _id }) => _id));
  const others = all.filter((product) => product.active && !known.has(product.category));
  const off = all.filter((product) => !product.active).length;
  const rows = [
    ...named.filter(({ goods }) => goods > 0),
    ...(others.length > 0 ? [{ id: LOOSE, name: say('toko.produk.tanpa-rak'), goods: others.length }] : []),
    ...(off > 0 ? [{ id: '', name: say('toko.produk.tidak-dijual'), goods: off }] : []),
  ];
  const missed = await deps.catalog.missedSearches(new Date(now.getTime() - MISSED_MS), 5);
  const sought = missed.map(({ words, count }) => `${words} (${count})`).join(', ');
  return {
    text: sought === '' ? 'toko.produk.rak' : 'toko.produk.rak-dicari',
    with: { jumlah: all.length, dicari: sought },
    choices: [
      ...rows.map(
        ({ id, name, goods }): LineChoice => ({
          label: { words: `${name} (${goods})` },
          tap: { verb: 'produk', code: `${SHELF}${id}:1` },
        }),
      ),
      NEW_PRODUCT,
    ],
  };
}

const onSale = (all: readonly Product[], category: string): number =>
  all.filter((product) => product.active && product.category === category).length;

/** Goods whose category nobody named. */
const LOOSE = '?';

function shelfPage(deps: Deps, kode: string, at: At): Line {
  const [, category = '', n = '1'] = kode.split(':');
  const page = Math.max(1, Math.min(10_000, Number.parseInt(n, 10) || 1));
  const { all, everyCategory } = deps.catalog.snapshot();
  const known = new Set(everyCategory.map(({ _id }) => _id));
  const goods = all.filter((product) =>
    category === ''
      ? !product.active
      : product.active && (category === LOOSE ? !known.has(product.category) : product.category === category),
  );
  const pages = Math.max(1, Math.ceil(goods.length / PAGE));
  const shown = goods.slice((page - 1) * PAGE, page * PAGE);
  const next: LineChoice[] =
    page < pages
      ? [
          {
            label: { text: 'toko.tombol-berikutnya' },
            tap: { verb: 'produk', code: `${SHELF}${category}:${page + 1}` },
          },
        ]
      : [];
  return {
    text: 'toko.produk.halaman',
    with: { jumlah: goods.length, ke: page, dari: pages },
    choices: [...shown.map((product) => productChoice(deps, product, at)), ...next, ALL_SHELVES],
  };
}

function productChoice({ house }: Deps, product: Product, { language }: At): LineChoice {
  const say = sayIn(house, language);
  const prices = product.variants.map(({ price }) => price);
  const label = say(product.active ? 'toko.produk.baris' : 'toko.produk.baris-mati', {
    nama: product.name,
    harga: Math.min(...prices),
  });
  return { label: { words: cutText(label, 60) }, tap: { verb: 'produk', code: product._id } };
}

const NEW_PRODUCT: LineChoice = {
  label: { text: 'toko.produk.tombol-baru' },
  tap: { verb: 'produk-baru', code: '-' },
  row: 90,
};
const ALL_SHELVES: LineChoice = {
  label: { text: 'toko.produk.tombol-rak' },
  tap: { verb: 'produk', code: '-' },
  row: 91,
};
