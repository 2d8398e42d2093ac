import type { List, ListChoice } from '../../../dialogue/action.ts';
import { type Say, sayIn } from '../../../notices/house-words.ts';
import type { QuoteOption } from '../../../shop/shipping/quote.ts';
import { shippingOptions } from '../checkout/shipping-options.ts';
import type { CustomerDeps } from '../deps.ts';
import { goodsIn } from '../goods/goods-line.ts';
import { placeIn } from '../place/place-parts.ts';
import { CHEAPEST, FASTEST } from '../readers/delivery-words.ts';

/** The ways to send the ordered goods to the address, the cheapest first. */
export const couriersFor =
  (deps: Pick<CustomerDeps, 'house' | 'catalog' | 'suppliers' | 'settings' | 'shipping'>): List =>
  async (at, filled) => {
    const place = placeIn(filled.alamat);
    if (place === undefined) return [];
    const options = await shippingOptions(deps, goodsIn(filled.barang), place);
    if (options === 'unavailable') return [];
    const say = sayIn(deps.house, at.language);
    const fastest = options.toSorted((a, b) => daysOf(a) - daysOf(b))[0];
    return options
      .slice(0, 9)
      .map((option, i) => courierChoice(option, say, { cheapest: i === 0, fastest: option === fastest }));
  };

/** A way of sending as a choice: `JNE REG · Rp18.000 · 2-3 hari`. */
function courierChoice(option: QuoteOption, say: Say, best: { cheapest: boolean; fastest: boolean }): ListChoice {
  const { id, name, ongkir, days } = option;
  const text = ongkir === 0 && option.given > 0 ? 'pesan.ongkir-gratis' : 'pesan.pilih-kurir';
  const values = { kurir: name, ongkir, ...(days !== undefined && { hari: days }) };
  const [courier = '', service = ''] = id.split('/');
  return {
    value: id,
    label: say(days === undefined ? text : `${text}-hari`, values),
    words: [
      name,
      courier,
      `${courier} ${service}`.toLowerCase(),
      ...(best.cheapest ? [CHEAPEST, 'paling murah', 'murah', 'cheapest', 'terserah', 'bebas'] : []),
      ...(best.fastest ? [FASTEST, 'paling cepat', 'cepat', 'fastest'] : []),
    ],
  };
}

const daysOf = ({ days }: QuoteOption): number => Number(days?.split('-').at(-1) ?? Number.MAX_SAFE_INTEGER);
