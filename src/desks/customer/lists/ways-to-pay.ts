import type { At, List, ListChoice } from '../../../dialogue/action.ts';
import type { Filled } from '../../../dialogue/talk.ts';
import { type Say, sayIn } from '../../../notices/house-words.ts';
import { shippingOptions } from '../checkout/shipping-options.ts';
import { courierFee, sumOf } from '../checkout/totals.ts';
import type { CustomerDeps } from '../deps.ts';
import { goodsIn } from '../goods/goods-line.ts';
import { placeIn } from '../place/place-parts.ts';

type Deps = Pick<
  CustomerDeps,
  'house' | 'catalog' | 'suppliers' | 'settings' | 'shipping' | 'mayPayCourier' | 'hasPaymentLinks'
>;

/** How this order can be paid: the shop's accounts, its QRIS, a link, and the courier where that is possible. */
export const waysToPay =
  (deps: Deps): List =>
  async (at, filled) => {
    const say = sayIn(deps.house, at.language);
    const cod = await codChoice(deps, at, filled, say);
    return [...accountChoices(deps, say), ...cod];
  };

function accountChoices({ settings, hasPaymentLinks }: Deps, say: Say): readonly ListChoice[] {
  const accounts = settings.accounts().map(({ id, bank, kind }) => {
    const way = kind === 'bank' ? 'transfer' : 'ewallet';
    const label = kind === 'bank' ? say('pesan.transfer', { bank }) : say('pesan.ewallet', { nama: bank });
    const words = [bank, `${way} ${bank}`, ...(kind === 'bank' ? ['tf', `tf ${bank}`, 'transfer'] : [])];
    return { value: `${way}/${id}`, label, words };
  });
  const qris =
    settings.profile().qris === '' ? [] : [{ value: 'qris', label: say('pesan.qris'), words: ['qr', 'scan'] }];
  const link =
    hasPaymentLinks?.() === true
      ? [{ value: 'link', label: say('pesan.link'), words: ['va', 'virtual account', 'kartu'] }]
      : [];
  return [...accounts, ...qris, ...link];
}

// Whoever sends several parcels would have to collect several times; and only couriers that collect this amount are asked to.
async function codChoice(deps: Deps, at: At, filled: Filled, say: Say): Promise<readonly ListChoice[]> {
  const place = placeIn(filled.alamat);
  if (place === undefined || (await deps.mayPayCourier?.(at)) !== true) return [];
  const goods = goodsIn(filled.barang);
  const options = await shippingOptions(deps, goods, place);
  const option = options === 'unavailable' ? undefined : options.find(({ id }) => id === filled.kurir);
  if (option === undefined) return [];
  const couriers = deps.house.couriers();
  const { total } = sumOf(goods, option, 'transfer', couriers);
  const fee = courierFee(option, total, couriers);
  return fee === undefined
    ? []
    : [{ value: 'cod', label: say('pesan.cod', { biaya: fee }), words: ['cod', 'bayar di tempat'] }];
}
