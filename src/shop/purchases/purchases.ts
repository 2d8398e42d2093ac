import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import { type Code, keyOf, readCode } from '../../core/ids.ts';
import { waLink } from '../../core/phone.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Buried } from '../../store/buried.ts';
import type { Claims } from '../../store/claims.ts';
import type { Clockworked } from '../../store/clockworked.ts';
import type { NotFound } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import type { Files } from '../../store/files.ts';
import type { At } from '../at.ts';
import { HOUSE, knows } from '../history.ts';
import type { Orders } from '../orders/orders.ts';
import { type Couriers, courierOf } from '../shipping/couriers.ts';
import { checkResi, type ResiForm, readResi } from '../shipping/resi.ts';
import type { Suppliers } from '../suppliers/suppliers.ts';
import { stepDue } from './due.ts';
import type { PurchaseEvent, SupplierAnswer } from './event.ts';
import { forgotten, needsReceiver } from './forgotten.ts';
import { nextPurchase, type PurchaseRefused } from './moves.ts';
import { payPurchase } from './pay-purchase.ts';
import type { Purchase } from './purchase.ts';
import { createPurchaseStore, type PurchaseQuery } from './purchase-store.ts';
import type { Sender } from './purchase-text.ts';
import type { PurchaseSop } from './sop.ts';

/** What a resi looks like beside the courier it was named with; a warning to be asked about, never a refusal. */
interface ResiLook {
  readonly resi: string;
  readonly form: ResiForm;
  /** The order that has this number already. */
  readonly usedBy?: string;
}

/** What goes to suppliers, and what they answer. */
export interface Purchases {
  find(code: Code): Promise<Purchase | undefined>;
  /**
   * The purchases that a code in somebody's words may mean: the purchase's own or the order's, with or without the parcel's
   * number (`K7M2QX-2`). A supplier only ever finds its own.
   */
  named(text: string, supplier?: string): Promise<readonly Purchase[]>;
  ofOrder(order: Code): Promise<readonly Purchase[]>;
  list(query: PurchaseQuery): Promise<readonly Purchase[]>;
  /** A supplier's word, from its chat or pasted by the owner; once per key, the order hears of it as a duty. */
  answer(code: Code, answer: SupplierAnswer, at: At): Promise<Result<Purchase, PurchaseRefused | NotFound>>;
  /** The owner has forwarded it by hand. */
  forwarded(code: Code, at: At): Promise<Result<Purchase, PurchaseRefused | NotFound>>;
  /** Looks at a resi before it is taken; undefined when it cannot be one. */
  look(purchase: Purchase, courier: string, resi: string): Promise<ResiLook | undefined>;
  /** Opens WhatsApp on the owner's phone with the text written; undefined where the supplier's number is not known. */
  link(purchase: Purchase): string | undefined;
  /** Computes anew when something is due, after a time limit changed. */
  recomputeDue(): Promise<number>;
  /** False while a supplier still needs the receiver of an order. */
  mayForget(order: Code): Promise<boolean>;
  /** The customer asked to be forgotten: the text and what the supplier sent of it go, the goods and what they cost stay. */
  forgetText(order: Code): Promise<void>;
  readonly clockwork: Clockworked;
}

export interface PurchasesDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly claims: Pick<Claims, 'holder'>;
  readonly files: Pick<Files, 'drop' | 'keep'>;
  readonly orders: Pick<Orders, 'find'>;
  readonly suppliers: Pick<Suppliers, 'find' | 'known' | 'own'>;
  /** Whether a supplier has a chat of its own, bound by a code. */
  readonly hasChat: (supplier: string) => boolean;
  readonly couriers: () => Couriers;
  readonly sender: () => Sender;
  readonly sop: () => PurchaseSop;
  readonly zone: string;
}

/** Creates the purchases on a connection and registers the payer of `purchase`. */
export function createPurchases(deps: PurchasesDeps): Purchases {
  const { clock, claims, files, suppliers, couriers, sop, hasChat } = deps;
  const store = createPurchaseStore({ ...deps, onDue: (purchase, now) => runDue(purchase, now) });

  const move = (
    code: Code,
    event: PurchaseEvent,
    { key, by }: At,
  ): Promise<Result<Purchase, PurchaseRefused | NotFound>> =>
    store.change<PurchaseRefused>(code, (purchase) => {
      if (knows(purchase.history, key)) return ok({ type: 'unchanged' });
      const moved = nextPurchase(purchase, event, { key, by, now: clock.now() });
      return moved.ok ? ok({ type: 'changed', doc: moved.value.purchase, owes: moved.value.owes }) : moved;
    });

  async function runDue(purchase: Purchase, now: Date): Promise<void> {
    const step = stepDue(purchase, sop(), now);
    if (!step) return;
    const event: PurchaseEvent =
      step.does.type === 'go' ? { type: hasChat(purchase.supplier) ? 'send' : 'offer' } : step.does;
    // key: <code>/due/<step>
    const name = event.type === 'remind' ? `remind/${event.what}/${event.k}` : event.type;
    await move(purchase._id, event, { key: keyOf(purchase._id, 'due', name), by: HOUSE });
  }

  // The parcel may be another supplier's by now; what the former one says must not move it.
  const isCurrent = async (purchase: Purchase): Promise<boolean> => {
    const order = await deps.orders.find(purchase.order);
    if (order?.parcels.find((parcel) => parcel.n === purchase.parcel)?.supplier !== purchase.supplier) return false;
    const all = (await store.ofOrder(purchase.order)).filter((one) => one.parcel === purchase.parcel);
    return all.at(-1)?._id === purchase._id;
  };

  const look: Purchases['look'] = async (purchase, courier, text) => {
    const resi = readResi(text);
    if (resi === undefined) return undefined;
    const holder = await claims.holder(`resi/${resi}`);
    const used = holder !== undefined && holder !== purchase.order ? { usedBy: holder } : {};
    return { resi, form: checkResi(couriers(), courier, resi), ...used };
  };

  // What the order would refuse is refused here, while somebody is there to hear it.
  const checkShip = async (
    purchase: Purchase,
    event: Extract<SupplierAnswer, { type: 'ship' }>,
  ): Promise<Result<SupplierAnswer, PurchaseRefused>> => {
    const refuse = (why: PurchaseRefused['why'], details: readonly string[]): Result<never, PurchaseRefused> =>
      err(refusal(purchase, 'ship', why, details));
    if (!courierOf(couriers(), event.courier)) return refuse('unknown-courier', [event.courier]);
    const seen = await look(purchase, event.courier, event.resi);
    if (!seen) return refuse('resi-not-readable', [event.resi]);
    if (seen.usedBy !== undefined && event.shared !== true) return refuse('resi-used', [seen.usedBy]);
    return ok({ ...event, resi: seen.resi });
  };

  deps.payers.register('purchase', (body, key) => payPurchase({ ...deps, store, move, runDue }, body, key));

  return {
    find: (code) => store.find(code),
    async named(text, supplier) {
      const [head, n] = splitLabel(text);
      const code = readCode(head);
      if (code === undefined) return [];
      const own = await store.find(code);
      const found = own ? [own] : await store.ofOrder(code);
      return found.filter(
        (one) =>
          (supplier === undefined || one.supplier === supplier) &&
          (n === undefined || one.parcel === n) &&
          (one.state !== 'cancelled' || found.length === 1),
      );
    },
    ofOrder: (order) => store.ofOrder(order),
    list: (query) => store.list(query),
    async answer(code, answer, at) {
      const purchase = await store.find(code);
      if (!purchase) return err({ code: 'not-found' });
      if (knows(purchase.history, at.key)) return ok(purchase);
      if (answer.type !== 'note' && !(await isCurrent(purchase))) return err(refusal(purchase, answer.type, 'not-now'));
      const event = answer.type === 'ship' ? await checkShip(purchase, answer) : ok(answer);
      if (!event.ok) return event;
      if (answer.type === 'note') for (const file of answer.files ?? []) await files.keep(file, `purchases/${code}`);
      return move(code, event.value, at);
    },
    forwarded: (code, at) => move(code, { type: 'forward' }, at),
    look,
    link(purchase) {
      const phone = suppliers.known(purchase.supplier)?.contact.phone;
      return phone === undefined || purchase.text === '' ? undefined : waLink(phone, purchase.text);
    },
    async recomputeDue() {
      const open = await store.list({ states: ['ready', 'sent', 'accepted', 'packed'], limit: 100_000 });
      for (const { _id } of open) await store.change(_id, (doc) => ok({ type: 'changed', doc, owes: [] }));
      return open.length;
    },
    mayForget: async (order) => (await store.ofOrder(order)).every((one) => !needsReceiver(one)),
    async forgetText(order) {
      for (const { _id, files: kept } of await store.ofOrder(order)) {
        for (const file of kept) await files.drop(file, `purchases/${_id}`);
        await store.change(_id, (doc) => ok({ type: 'changed', doc: forgotten(doc), owes: [] }));
      }
    },
    clockwork: store.clockwork,
  };
}

const refusal = (
  { state }: Purchase,
  event: PurchaseEvent['type'],
  why: PurchaseRefused['why'],
  details?: readonly string[],
): PurchaseRefused => ({ code: 'purchase-move-refused', event, state, why, ...(details && { details }) });

/** `K7M2QX-2` as the order's code and the parcel's number. */
function splitLabel(text: string): readonly [string, number | undefined] {
  const match = /^(.{6,8}?)[-/ ](\d{1,2})$/.exec(text.trim());
  return match?.[1] === undefined ? [text, undefined] : [match[1], Number(match[2])];
}
