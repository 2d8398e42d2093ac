import type { At } from '../../../../dialogue/action.ts';
import type { Line, LineChoice } from '../../../../dialogue/talk.ts';
import { type Say, sayIn } from '../../../../notices/house-words.ts';
import { showTime } from '../../../../notices/show-time.ts';
import type { Product, Variant } from '../../../../shop/catalog/product.ts';
import { unitsOf } from '../../../../shop/tables/product-edits.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { marginOf } from './margin.ts';

type Deps = Pick<OwnerShopDeps, 'house' | 'suppliers' | 'catalog' | 'file'>;

/** Variants that get buttons of their own; the others are reached by their sku. */
const BUTTONS = 4;

/** A product as the owner sees it: price, cost, margin, stock and supplier of each variant, with what can be changed. */
export async function productCard(deps: Deps, product: Product, at: At): Promise<Line> {
  const say = sayIn(deps.house, at.language);
  const file = product.picture === undefined ? undefined : await deps.file(product.picture);
  const rak = deps.catalog.snapshot().everyCategory.find(({ _id }) => _id === product.category)?.name;
  const isi = product.variants.map((variant) => variantLines(deps, variant, at, say)).join('\n');
  return {
    text: product.active ? 'toko.produk.kartu' : 'toko.produk.kartu-mati',
    with: { nama: product.name, rak: rak ?? product.category, kode: product._id, isi },
    choices: [...product.variants.slice(0, BUTTONS).flatMap((one, i) => changes(product, one, i)), ...whole(product)],
    ...(file && { file }),
  };
}

function variantLines({ house, suppliers }: Deps, variant: Variant, { language }: At, say: Say): string {
  const { name, sku, price, cost, supplier, stockCheckedAt, active } = variant;
  const zone = house.shop().zone;
  const dicek = stockCheckedAt ? say('toko.produk.dicek', { waktu: showTime(stockCheckedAt, zone, language) }) : '';
  const lines = [
    say(active ? 'toko.produk.varian' : 'toko.produk.varian-mati', { varian: name === '' ? sku : `${name} · ${sku}` }),
    say('toko.produk.angka', { harga: price, modal: cost, ...marginOf(price, cost) }),
    say('toko.produk.stok', {
      stok: `${stockWords(variant, say)}${dicek}`,
      pemasok: suppliers.known(supplier)?.name ?? supplier,
    }),
  ];
  return lines.join('\n');
}

/** The stock of a variant in words: how many there are and how many of them are promised, or that the supplier is asked. */
export function stockWords(variant: Variant, say: Say): string {
  const units = unitsOf(variant);
  if (units === 'ask') return say(variant.said === 'gone' ? 'toko.produk.stok-tanya-kosong' : 'toko.produk.stok-tanya');
  const promised = units - variant.available;
  return promised === 0
    ? say('toko.produk.stok-hitung', { ada: units })
    : say('toko.produk.stok-dipesan', { ada: units, dipesan: promised });
}

function changes(product: Product, { name, sku, active }: Variant, row: number): LineChoice[] {
  const several = product.variants.length > 1;
  const button = (text: string, verb: string): LineChoice => ({
    label: several
      ? { text: `toko.produk.tombol-${text}-varian`, with: { varian: name === '' ? sku : name } }
      : { text: `toko.produk.tombol-${text}` },
    tap: { verb, code: sku },
    row,
  });
  return [
    button('harga', 'ubah-harga'),
    button('stok', 'isi-stok'),
    ...(several ? [active ? button('mati', 'berhenti-jual') : button('nyala', 'jual-lagi')] : []),
  ];
}

function whole({ _id, active }: Product): LineChoice[] {
  const switched: LineChoice = active
    ? { label: { text: 'toko.produk.tombol-mati' }, tap: { verb: 'berhenti-jual', code: _id }, row: 80 }
    : { label: { text: 'toko.produk.tombol-nyala' }, tap: { verb: 'jual-lagi', code: _id }, row: 80 };
  const picture: LineChoice = {
    label: { text: 'toko.produk.tombol-foto' },
    tap: { verb: 'foto-produk', code: _id },
    row: 80,
  };
  return [switched, picture];
}
