import type { Connection } from 'mongoose';
import { z } from 'zod';
import { modelOf, rawOf } from '../../store/model.ts';
import type { DayFigures } from './day-figures.ts';

const amount = z.number();
const figuresShape = z.object({
  day: z.string(),
  placed: amount,
  placedValue: amount,
  lost: amount,
  paid: amount,
  sent: amount,
  moneyIn: amount,
  refunds: amount,
  sales: amount,
  shippingCharged: amount,
  shippingReal: amount,
  cost: amount,
  overpaid: amount,
  margin: amount,
});
const dayShape = z.object({
  _id: z.string(),
  v: z.literal(1),
  zone: z.string(),
  figures: figuresShape,
  computedAt: z.date(),
});

const placedShape = z.object({ state: z.string(), totals: z.object({ total: z.number() }) });
const sentShape = z.object({ parcels: z.array(z.object({ shippedAt: z.date().optional() })) });

/** From one moment up to, and without, another. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Days as they were computed last, and the counts they are computed from; every look-up has an index. */
export interface ReportsStore {
  placed(span: Span): Promise<readonly { readonly state: string; readonly total: number }[]>;
  /** Parcels that got their resi then. */
  sent(span: Span): Promise<number>;
  day(day: string): Promise<{ readonly figures: DayFigures; readonly computedAt: Date } | undefined>;
  save(figures: DayFigures, zone: string, now: Date): Promise<void>;
}

/** Creates the days' collection on a connection. */
export function createReportsStore(connection: Connection): ReportsStore {
  const model = modelOf<z.infer<typeof dayShape>>(connection, 'days', dayShape, []);
  const orders = connection.collection('orders');
  const within = ({ from, to }: Span) => ({ $gte: from, $lt: to });
  return {
    async placed(span) {
      const found = await orders.find({ at: within(span) }, { projection: { state: 1, 'totals.total': 1 } }).toArray();
      return found.map((raw) => placedShape.parse(raw)).map(({ state, totals }) => ({ state, total: totals.total }));
    },
    async sent(span) {
      const filter = { 'parcels.shippedAt': within(span) };
      const found = await orders.find(filter, { projection: { 'parcels.shippedAt': 1 } }).toArray();
      return found
        .flatMap((raw) => sentShape.parse(raw).parcels)
        .filter(({ shippedAt }) => shippedAt !== undefined && shippedAt >= span.from && shippedAt < span.to).length;
    },
    async day(day) {
      const raw = await model.findById(day).lean().exec();
      return raw ? dayShape.parse(raw) : undefined;
    },
    async save(figures, zone, now) {
      const $set = { v: 1, zone, figures, computedAt: now };
      await rawOf(model).updateOne({ _id: figures.day }, { $set }, { upsert: true });
    },
  };
}
