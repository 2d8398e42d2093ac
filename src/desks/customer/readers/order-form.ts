import type { Json } from '../../../core/json.ts';
import type { ParseAt, Reader } from '../../../dialogue/kind.ts';
import type { Filled } from '../../../dialogue/talk.ts';
import type { OrderChange } from '../../../understanding/order-changes.ts';
import { type OrderReading, readOrder } from '../../../understanding/order-form.ts';
import { changedLine, targetsOf } from '../goods/edit-goods.ts';
import { type GoodsLine, goodsIn, withLine } from '../goods/goods-line.ts';
import { lineFrom, readWanted, type Wanted, wantedOf } from '../goods/read-goods.ts';
import { saysPlace } from '../place/says-place.ts';
import type { CustomerSnapshot } from '../snapshot.ts';
import { isBareAnswer, wantsElse } from '../wants-else.ts';
import { courierWords, payWords } from './delivery-words.ts';
import { addressField } from './new-address.ts';

/** Reads all that one message says of an order: a cart, a filled form, a sentence, a correction of what was said before. */
export const orderForm: Reader<CustomerSnapshot> = (reply, at) => {
  const before = goodsIn(at.filled.barang);
  if (reply.cart !== undefined) {
    const wanted = reply.cart.map(({ sku, quantity }) => readWanted(`${quantity} ${sku}`, at.snapshot, at.now)[0]);
    return goodsField(
      before,
      wanted.filter((one) => one !== undefined),
      at,
    );
  }
  if (isBareAnswer(reply.text) || wantsElse(reply.text)) return {};
  const code = readWanted(reply.text, at.snapshot, at.now);
  if (isCode(reply.text, at)) return goodsField(before, code, at);
  const reading = readOrder(reply.text, at.snapshot.find, before.length > 0);
  return { ...goodsRead(before, reading, at), ...addressFields(reading, reply.text, at), ...deliveryFields(reading) };
};

const isCode = (text: string, { snapshot }: ParseAt<CustomerSnapshot>): boolean =>
  snapshot.shelf.buyable(text) !== undefined;

function goodsRead(before: readonly GoodsLine[], reading: OrderReading, at: ParseAt<CustomerSnapshot>): Filled {
  if (reading.changes.length > 0) {
    const changed = reading.changes.reduce<readonly GoodsLine[] | undefined>(
      (so, change) => (so === undefined ? undefined : withChange(so, change, at)),
      before,
    );
    return changed === undefined || changed.length === 0 ? {} : { barang: changed.map(asJson) };
  }
  const wanted = reading.items.map((item) => wantedOf(item, at.snapshot, at.now));
  // What is no product of ours is no order, so the talk around an order stays out of it.
  return goodsField(
    before,
    wanted.filter(({ products }) => products.length > 0),
    at,
  );
}

/** Goods that are clear come whole, joined to those there are; with one unclear the field's own parser asks about it. */
function goodsField(
  before: readonly GoodsLine[],
  wanted: readonly Wanted[],
  { snapshot }: ParseAt<CustomerSnapshot>,
): Filled {
  if (wanted.length === 0) return {};
  const lines = wanted.map((one) => lineFrom(meantOf(before, one), snapshot));
  const clear = lines.filter((line) => line !== undefined);
  if (clear.length === wanted.length) return { barang: clear.reduce(corrected(before), before).map(asJson) };
  const told = before.map(({ sku, quantity }) => `${quantity} ${sku}`);
  const said = wanted.map(({ words, quantity }) => (quantity === undefined ? words : `${quantity} ${words}`));
  return { barang: { said: [...told, ...said].join('\n') } };
}

// `kaos 3` where one kind of shirt is ordered is that shirt; with two of them it is asked which.
function meantOf(before: readonly GoodsLine[], wanted: Wanted): Wanted {
  const there = wanted.skus.filter((sku) => before.some((line) => line.sku === sku));
  return there.length === 1 && wanted.strange === undefined ? { ...wanted, skus: there } : wanted;
}

// Goods that were named before and are named again with an amount are corrected, not added.
const corrected =
  (before: readonly GoodsLine[]) =>
  (lines: readonly GoodsLine[], line: GoodsLine): readonly GoodsLine[] =>
    before.some(({ sku }) => sku === line.sku)
      ? lines.map((one) => (one.sku === line.sku ? line : one))
      : withLine(lines, line);

function withChange(
  lines: readonly GoodsLine[],
  change: OrderChange,
  at: ParseAt<CustomerSnapshot>,
): readonly GoodsLine[] | undefined {
  if (change.type === 'add') {
    const added = change.items.map((item) =>
      lineFrom({ quantity: 1, ...wantedOf(item, at.snapshot, at.now) }, at.snapshot),
    );
    const clear = added.filter((line) => line !== undefined);
    return clear.length < added.length ? undefined : clear.reduce(withLine, lines);
  }
  const [target] = targetsOf(lines, change, ({ id, variants }) => skusOf(id, variants, at.snapshot));
  if (target === undefined) return undefined;
  if (change.type !== 'swap') return changedLine(lines, target, change);
  const by = lineFrom({ quantity: target.quantity, ...wantedOf(change.by, at.snapshot, at.now) }, at.snapshot);
  return by === undefined ? undefined : lines.map((line) => (line === target ? by : line));
}

function skusOf(product: string, variants: readonly string[], { shelf }: CustomerSnapshot): readonly string[] {
  const found = shelf.products.find(({ _id }) => _id === product)?.variants ?? [];
  return found.filter(({ name }) => variants.length === 0 || variants.includes(name)).map(({ sku }) => sku);
}

function addressFields({ address }: OrderReading, text: string, at: ParseAt<CustomerSnapshot>): Filled {
  const { phone } = address.parts;
  const alone = WHOLE_NAME.test(text) && at.filled.penerima === undefined && goodsIn(at.filled.barang).length > 0;
  const recipient = address.parts.recipient ?? (alone ? text.trim() : undefined);
  const named = alone || phone !== undefined || address.parts.street !== undefined || NAME_CUE.test(text);
  return {
    ...(recipient !== undefined && named && { penerima: recipient }),
    ...(phone !== undefined && { telepon: phone }),
    ...(saysPlace(address, text) && addressField(address, at.filled.alamat)),
  };
}

const NAME_CUE = /\b(?:nama(?:nya)?|penerima(?:nya)?|atas nama|a\.?n\.?|untuk|name|receiver)\b/i;
// "Andi Wijaya" where goods are still collected: two or more words, each written as a name is.
const WHOLE_NAME = /^\s*[\p{Lu}][\p{L}.'’]+(?: [\p{Lu}][\p{L}.'’]*){1,3}\s*$/u;

function deliveryFields({ courier, payment, note }: OrderReading): Filled {
  const kurir = courier === undefined ? undefined : courierWords(courier);
  return {
    ...(kurir !== undefined && { kurir: { said: kurir } }),
    ...(payment !== undefined && { bayar: { said: payWords(payment) } }),
    ...(note !== undefined && { catatan: note }),
  };
}

const asJson = (line: GoodsLine): Json => ({ ...line });
