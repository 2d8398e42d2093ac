import type { At } from '../../../dialogue/action.ts';
import type { Line, LineChoice } from '../../../dialogue/talk.ts';
import { type Say, sayIn } from '../../../notices/house-words.ts';
import { showTime } from '../../../notices/show-time.ts';
import { availabilityOf, type Product, type Variant } from '../../../shop/catalog/product.ts';
import { NO_CODE } from '../actions/show-menu.ts';
import type { CustomerDeps } from '../deps.ts';

type Deps = Pick<CustomerDeps, 'house' | 'picture' | 'sop'>;

/** As many variants as get a button of their own; the others are written. */
const BUTTONS = 9;

/** A product as it is shown: picture, price and stock of each variant, weight, and buttons that order it. */
export async function productCard(deps: Deps, product: Product, at: At, named: readonly string[] = []): Promise<Line> {
  const say = sayIn(deps.house, at.language);
  const fitting = product.variants.filter(({ name }) => named.includes(name));
  const shown = fitting.length > 0 ? fitting : product.variants;
  const there = shown.filter((variant) => stateOf(deps, variant, at).type !== 'gone');
  const file = product.picture === undefined ? undefined : await deps.picture(product.picture);
  const isi = [
    product.description,
    ...shown.map((variant) => variantLine(deps, variant, at, say)),
    factsLine(deps, shown, at, say),
    ...(there.length > BUTTONS
      ? [say('katalog.tulis-lain', { contoh: `${product.name} ${there[0]?.name ?? ''} 2` })]
      : []),
  ];
  return {
    text: 'katalog.kartu',
    with: { nama: product.name, isi: isi.filter((line) => line !== '').join('\n') },
    choices: [...there.slice(0, BUTTONS).map((variant) => orderChoice(product, variant)), SHELVES],
    ...(file && { file }),
  };
}

const stateOf = ({ sop }: Deps, variant: Variant, { now }: At) => availabilityOf(variant, now, sop().stock.freshHours);

function variantLine(deps: Deps, variant: Variant, at: At, say: Say): string {
  const { name, price } = variant;
  const stok = stockInWords(stateOf(deps, variant, at), say);
  return name === ''
    ? say('katalog.satu', { harga: price, stok })
    : say('katalog.varian', { varian: name, harga: price, stok });
}

/** More than this is simply "there". */
const PLENTY = 20;

function stockInWords(state: ReturnType<typeof availabilityOf>, say: Say): string {
  switch (state.type) {
    case 'counted':
      return state.left > PLENTY ? say('katalog.stok-ada') : say('katalog.stok-sisa', { sisa: state.left });
    case 'fresh':
      return say('katalog.stok-ada');
    case 'ask':
      return say('katalog.stok-tanya');
    case 'gone':
      return say('katalog.stok-habis');
  }
}

// `200 g · stok dicek Sen 23 Nov 10.00 WIB`: the oldest look at the shown variants counts for all.
function factsLine({ house }: Deps, variants: readonly Variant[], { language }: At, say: Say): string {
  const weights = variants.map(({ weightGrams }) => weightGrams);
  const least = Math.min(...weights);
  const most = Math.max(...weights);
  const berat = least === most ? inKilos(least) : `${inKilos(least)} - ${inKilos(most)}`;
  const checked = variants.flatMap(({ stockCheckedAt }) => (stockCheckedAt === undefined ? [] : [stockCheckedAt]));
  const oldest = checked.toSorted((a, b) => a.getTime() - b.getTime())[0];
  if (oldest === undefined) return say('katalog.berat', { berat });
  return say('katalog.berat-dicek', { berat, waktu: showTime(oldest, house.shop().zone, language) });
}

/** A weight for people: `200 g`, `1,2 kg`. */
export const inKilos = (grams: number): string =>
  grams < 1_000 ? `${grams} g` : `${(Math.round(grams / 100) / 10).toString().replace('.', ',')} kg`;

const orderChoice = (product: Product, { name, sku }: Variant): LineChoice => ({
  label:
    name === ''
      ? { text: 'katalog.pesan-ini' }
      : { text: 'katalog.pesan-varian', with: { varian: name, barang: product.name } },
  tap: { verb: 'beli', code: sku },
});

const SHELVES: LineChoice = { label: { text: 'katalog.katalog-lagi' }, tap: { verb: 'katalog', code: NO_CODE } };
