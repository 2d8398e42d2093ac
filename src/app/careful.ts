import type { MailStore } from '../chats/mail-store.ts';
import { SLOTS } from '../chats/slots.ts';
import type { CarefulPort } from '../desks/owner/shop/deps.ts';
import { paymentState } from '../shop/orders/money.ts';
import type { Shop } from './build-shop.ts';
import type { House } from './open-house.ts';

const MOST = 10_000;

/** The careful start after a restore, as it stands; read once, for only the owner's word ends it. */
export async function createCareful(
  { memory, clock }: House,
  { orders }: Pick<Shop, 'orders'>,
  mail: Pick<MailStore, 'open'>,
  whenOver: () => void,
): Promise<CarefulPort> {
  let since = await memory.since();
  return {
    since: () => since,
    async end() {
      await memory.end();
      since = undefined;
      whenOver();
    },
    async summary() {
      const before = since ?? clock.now();
      const waiting = await mail.open(Array.from({ length: SLOTS }, (_, slot) => slot));
      const open = await orders.list({ states: ['placing', 'reopening', 'placed'], limit: MOST });
      const overdue = open.filter(
        (order) =>
          order.pay.deadline !== undefined && order.pay.deadline <= clock.now() && paymentState(order) === 'unpaid',
      );
      return {
        held: waiting.filter(({ dir, at }) => dir === 'out' && at < before).length,
        overdue: overdue.length,
        open: open.length,
      };
    },
  };
}
