import { type Connection, type mongo, Schema } from 'mongoose';

/** A server to run the suite against: an empty database, and how to let go of it. */
export interface ContractServer {
  readonly uri: string;
  close(): Promise<void>;
}

/** A document of any shape under an id of ours. */
type Plain = mongo.BSON.Document & { _id: string | number };

/** What the parts of the suite work with. */
export interface StoreWorld {
  readonly db: () => NonNullable<Connection['db']>;
  readonly orders: () => ReturnType<typeof orderModel>;
  readonly raw: (collection: string) => mongo.Collection<Plain>;
}

const orderSchema = new Schema(
  {
    _id: { type: String, required: true },
    code: { type: String, unique: true, required: true },
    stage: String,
    total: { type: Number, default: 0 },
    rev: { type: Number, default: 0 },
    placedAt: Date,
    person: { name: String, phone: String },
    lines: [{ _id: false, sku: String, count: Number, price: Number }],
    duties: [{ _id: false, key: String, kind: String, tries: Number, dueAt: Date }],
    tags: [String],
    extra: Schema.Types.Mixed,
  },
  { collection: 'orders' },
);
orderSchema.index({ stage: 1, placedAt: -1 });
orderSchema.index({ 'lines.sku': 1 });

/** An order with a number of its own. */
export const order = (n: number, more: Record<string, unknown> = {}) => ({
  _id: `o${n}`,
  code: `C${n}`,
  total: n * 1000,
  ...more,
});

/** The model of an order on a connection. */
export const orderModel = (connection: Connection) => connection.model('Order', orderSchema);
