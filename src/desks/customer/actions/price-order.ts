import { HOUR } from '../../../core/clock.ts';
import type { Json } from '../../../core/json.ts';
import { rupiah } from '../../../core/money.ts';
import type { Action, At } from '../../../dialogue/action.ts';
import { withProblems } from '../../../dialogue/problems.ts';
import type { Filled, Problem } from '../../../dialogue/talk.ts';
import { type Say, sayIn } from '../../../notices/house-words.ts';
import { showTime } from '../../../notices/show-time.ts';
import { addressLines } from '../../../shop/orders/address.ts';
import type { QuoteOption } from '../../../shop/shipping/quote.ts';
import { addressProblems } from '../checkout/address-problems.ts';
import { goodsProblems } from '../checkout/goods-problems.ts';
import { noteProblems } from '../checkout/note-problems.ts';
import { type OrderInput, orderInput, payWayOf, recipientOf } from '../checkout/order-input.ts';
import { shippingOptions } from '../checkout/shipping-options.ts';
import { type OrderSum, sumOf } from '../checkout/totals.ts';
import type { CustomerDeps } from '../deps.ts';
import { myOrders } from '../orders/my-orders.ts';

type Deps = Pick<
  CustomerDeps,
  'house' | 'catalog' | 'suppliers' | 'settings' | 'shipping' | 'sop' | 'orders' | 'customers'
>;

/** Looks an order over before it is confirmed: goods, prices, address, courier, an order like it a short time ago. */
export const priceOrder = (deps: Deps): Action<OrderInput, 'fine' | 'problems' | 'unavailable'> => ({
  name: 'price-order',
  kind: 'looks',
  input: orderInput,
  outcomes: ['fine', 'problems', 'unavailable'],
  async run(form, at) {
    const say = sayIn(deps.house, at.language);
    const options = await shippingOptions(deps, form.barang, form.alamat);
    const option = options === 'unavailable' ? undefined : options.find(({ id }) => id === form.kurir);
    const sum = option && sumOf(form.barang, option, payWayOf(form.bayar)?.way ?? '', deps.house.couriers());
    const problems = [
      ...goodsProblems(form.barang, { ...factsOf(deps, at), say }),
      ...addressProblems(form.alamat, say),
      ...(option === undefined ? [{ field: 'kurir', text: 'pesan.kurir-berubah' }] : []),
      ...noteProblems(form.catatan, say),
      ...(await sameOrder(deps, form, at, say)),
    ];
    const data = sum && option ? summaryOf(deps, form, option, sum, at, say) : {};
    return problems.length > 0
      ? { outcome: 'problems', data: withProblems(problems, data) }
      : { outcome: 'fine', data: asJson(data) };
  },
});

const factsOf = ({ catalog, sop }: Deps, { now, language }: At) => ({
  shelf: catalog.snapshot(),
  freshHours: sop().stock.freshHours,
  now,
  language,
});

/** Who orders the same for the same address within a day has perhaps sent the order twice. */
async function sameOrder(deps: Deps, form: OrderInput, at: At, say: Say): Promise<readonly Problem[]> {
  const goods = form.barang
    .map(({ sku, quantity }) => `${sku}*${quantity}`)
    .toSorted()
    .join();
  const place = addressLines(recipientOf(form)).join();
  const same = (await myOrders(deps, at)).find(
    (order) =>
      order.state === 'placed' &&
      at.now.getTime() - order.at.getTime() < 24 * HOUR &&
      order.lines
        .map(({ sku, quantity }) => `${sku}*${quantity}`)
        .toSorted()
        .join() === goods &&
      addressLines(order.recipient).join() === place,
  );
  if (same === undefined) return [];
  const waktu = showTime(same.at, deps.house.shop().zone, at.language);
  const choices = [{ value: 'accept', label: say('pesan.pesan-baru') }];
  return [{ field: 'barang', text: 'pesan.pernah-sama', with: { kode: same._id, waktu }, choices }];
}

function summaryOf(deps: Deps, form: OrderInput, option: QuoteOption, sum: OrderSum, at: At, say: Say): Filled {
  const { goods, shipping, discount, fee, total } = sum;
  const rincian = [
    say('pesan.rincian-barang', { jumlah: goods }),
    say('pesan.rincian-ongkir', { kurir: option.name, ongkir: rupiah(shipping) }),
    ...(discount > 0 ? [say('pesan.rincian-potongan', { potongan: discount })] : []),
    ...(fee > 0 ? [say('pesan.rincian-cod', { biaya: fee })] : []),
  ];
  return { rincian: rincian.join('\n'), total, 'catatan-total': notesOf(deps, form, at, say).join('\n') };
}

// What the customer has to know before saying yes: a few rupiah more or less, stock that is still asked for.
function notesOf({ catalog, sop }: Deps, form: OrderInput, { now }: At, say: Say): readonly string[] {
  const way = payWayOf(form.bayar)?.way;
  const hours = sop().stock.freshHours * HOUR;
  const asked = form.barang.some(({ sku }) => {
    const variant = catalog.snapshot().buyable(sku)?.variant;
    return (
      variant?.stock === 'ask' &&
      (variant.stockCheckedAt === undefined || now.getTime() - variant.stockCheckedAt.getTime() >= hours)
    );
  });
  return [
    ...(way === 'transfer' || way === 'ewallet' ? [say('pesan.total-kode-unik')] : []),
    ...(way === 'qris' ? [say('pesan.total-kode-unik-kurang')] : []),
    ...(asked ? [say('pesan.total-tanya-stok')] : []),
  ];
}

const asJson = (data: Filled): Json => ({ ...data });
