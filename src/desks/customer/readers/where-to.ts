import type { Reader } from '../../../dialogue/kind.ts';
import { readOrder } from '../../../understanding/order-form.ts';
import { lineFrom, wantedOf } from '../goods/read-goods.ts';
import { place } from '../kinds/place.ts';
import { readPlace } from '../place/place-parts.ts';
import type { CustomerSnapshot } from '../snapshot.ts';

/** Reads where goods shall go, and which goods, out of a question about shipping. */
export const whereTo: Reader<CustomerSnapshot> = (reply, at) => {
  const { items } = readOrder(reply.text, at.snapshot.find);
  // Which colour makes no difference to a parcel's weight.
  const lines = items.map((item) => {
    const wanted = wantedOf(item, at.snapshot, at.now);
    return lineFrom({ quantity: 1, ...wanted, skus: wanted.skus.slice(0, 1) }, at.snapshot);
  });
  const goods = lines.filter((line) => line !== undefined);
  const { parts, unsure } = readPlace(reply.text);
  const says =
    parts.city !== undefined || parts.district !== undefined || unsure.some(({ candidates }) => candidates.length > 0);
  const parsed = says ? place.parse(reply, at) : undefined;
  return {
    ...(parsed?.type === 'filled' && { tujuan: parsed.value }),
    ...(parsed?.type === 'more' && { tujuan: { said: reply.text } }),
    ...(goods.length > 0 && { barang: goods.map((line) => ({ ...line })) }),
  };
};
