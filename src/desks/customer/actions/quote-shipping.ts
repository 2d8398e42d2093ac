import { z } from 'zod';
import type { Action, At } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { QuoteOption } from '../../../shop/shipping/quote.ts';
import type { Place } from '../../../shop/shipping/rates.ts';
import { shippingOptions } from '../checkout/shipping-options.ts';
import type { CustomerDeps } from '../deps.ts';
import { goodsLineShape } from '../goods/goods-line.ts';
import { inKilos } from '../goods/product-card.ts';
import { placeName } from '../kinds/place.ts';

const place = z.object({ city: z.string(), province: z.string(), district: z.string().optional() });
const input = z.object({ tujuan: place, barang: z.array(goodsLineShape).optional() });
type Input = z.infer<typeof input>;
type Deps = Pick<CustomerDeps, 'house' | 'catalog' | 'suppliers' | 'settings' | 'shipping'>;

/** Without goods the question is about a kilo. */
const ONE_KILO = 1_000;
const MOST = 6;

/** Says what sending costs to a place, for the goods that were named or for a kilo. */
export const quoteShipping = (deps: Deps): Action<Input, 'quoted' | 'nobody' | 'unavailable'> => ({
  name: 'quote-shipping',
  kind: 'looks',
  input,
  outcomes: ['quoted', 'nobody', 'unavailable'],
  async run({ tujuan, barang = [] }, at) {
    const options = await (barang.length > 0 ? shippingOptions(deps, barang, tujuan) : forAKilo(deps, tujuan));
    if (options === 'unavailable') return { outcome: 'unavailable' };
    if (options.length === 0) return { outcome: 'nobody' };
    const grams = barang.reduce(
      (sum, { sku, quantity }) => sum + quantity * (deps.catalog.snapshot().buyable(sku)?.variant.weightGrams ?? 0),
      0,
    );
    const daftar = options
      .slice(0, MOST)
      .map((option) => row(deps, option, at))
      .join('\n');
    const told = { tujuan: placeName(tujuan), berat: inKilos(grams === 0 ? ONE_KILO : grams), daftar };
    return { outcome: 'quoted', lines: [{ text: 'ongkir.daftar', with: told }] };
  },
});

function forAKilo({ settings, shipping }: Deps, to: Place): Promise<readonly QuoteOption[] | 'unavailable'> {
  const { couriers } = settings.profile();
  return shipping([{ supplier: '', grams: ONE_KILO, value: 0, ...(couriers.length > 0 && { couriers }) }], to);
}

function row({ house }: Deps, { name, ongkir, days }: QuoteOption, { language }: At): string {
  const say = sayIn(house, language);
  const values = { kurir: name, ongkir };
  return days === undefined ? say('ongkir.baris', values) : say('ongkir.baris-hari', { ...values, hari: days });
}
