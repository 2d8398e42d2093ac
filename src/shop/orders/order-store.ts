import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import { readCode } from '../../core/ids.ts';
import { readPhone } from '../../core/phone.ts';
import { foldText } from '../../core/text.ts';
import type { Buried } from '../../store/buried.ts';
import { createDocuments, type Documents } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import { where } from '../../store/model.ts';
import { due } from './due.ts';
import { asResi } from './guards.ts';
import { type Order, type OrderState, orderShape } from './order.ts';
import type { OrderSop } from './sop.ts';

/** Which orders of which are wanted: newest first unless `oldest`. */
export interface OrderQuery {
  readonly states?: readonly OrderState[];
  readonly customer?: string;
  readonly since?: Date;
  readonly until?: Date;
  readonly order?: 'newest' | 'oldest';
  readonly skip?: number;
  readonly limit?: number;
}

/** Orders in the store, found by indexed fields alone. */
export interface OrderStore extends Documents<Order> {
  list(query: OrderQuery): Promise<Order[]>;
  /** By code, phone, resi, another system's number or the beginnings of names, whatever the text looks like. */
  search(text: string, limit?: number): Promise<Order[]>;
  byResi(resi: string): Promise<Order[]>;
  byPhone(e164: string): Promise<Order[]>;
  countUnpaid(customer: string): Promise<number>;
}

interface Deps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly sop: () => OrderSop;
  readonly onDue: (order: Order, now: Date) => Promise<void>;
}

/** Creates the orders' collection on a connection. */
export function createOrderStore({ connection, clock, payers, buried, sop, onDue }: Deps): OrderStore {
  const documents = createDocuments<Order>({
    connection,
    clock,
    payers,
    buried,
    onDue,
    name: 'orders',
    schema: orderShape,
    indexes: [
      { fields: { key: 1 }, unique: true },
      { fields: { state: 1, at: -1 } },
      { fields: { customer: 1, at: -1 } },
      { fields: { at: -1 } },
      { fields: { 'parcels.shippedAt': 1 } },
      { fields: { phones: 1 } },
      { fields: { words: 1 } },
      { fields: { resis: 1 } },
      { fields: { reference: 1 }, partial: { reference: { $exists: true } } },
    ],
    due: (order) => due(order, sop()),
  });
  const many: OrderStore['many'] = (filter, options) => documents.many(filter, options);
  const newest = { sort: { at: -1 } } as const;

  const list: OrderStore['list'] = ({ states, customer, since, until, order = 'newest', skip, limit = 20 }) => {
    const at = { ...(since && { $gte: since }), ...(until && { $lt: until }) };
    const filter = {
      ...(customer !== undefined && { customer }),
      ...(states && { state: where({ $in: states }) }),
      ...((since ?? until) && { at: where(at) }),
    };
    return many(filter, { sort: { at: order === 'newest' ? -1 : 1 }, limit, ...(skip !== undefined && { skip }) });
  };

  return {
    ...documents,
    list,
    byResi: (resi) => many({ resis: asResi(resi) }, newest),
    byPhone: (e164) => many({ phones: e164 }, newest),
    async search(text, limit = 10) {
      const code = readCode(text);
      const found = code && (await documents.find(code));
      if (found) return [found];
      const phone = readPhone(text);
      const byPhone = phone ? await many({ phones: phone.e164 }, { ...newest, limit }) : [];
      if (byPhone.length > 0) return byPhone;
      const byResi = await many({ resis: asResi(text) }, { ...newest, limit });
      if (byResi.length > 0) return byResi;
      const byReference = text.trim() === '' ? [] : await many({ reference: text.trim() }, { ...newest, limit });
      return byReference.length > 0 ? byReference : byWords(many, text, limit);
    },
    // Only the newest are looked at: who has more open orders than that is over every limit anyway.
    async countUnpaid(customer) {
      const open = await list({ customer, states: ['placing', 'placed'], limit: 50 });
      return open.filter(({ pay }) => pay.paidAt === undefined && pay.way !== 'cod').length;
    },
  };
}

// Every word must be the beginning of a word of the order; a range on the index, never a pattern over all orders.
async function byWords(many: OrderStore['many'], text: string, limit: number): Promise<Order[]> {
  const words = foldText(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const ranges = words.map((word) => ({ words: where({ $elemMatch: { $gte: word, $lt: `${word}\uffff` } }) }));
  return many({ $and: ranges }, { sort: { at: -1 }, limit });
}
