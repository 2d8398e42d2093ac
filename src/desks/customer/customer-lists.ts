import type { List } from '../../dialogue/action.ts';
import type { Case, CaseState } from '../../shop/cases/case.ts';
import { casesIn } from './cases/my-cases.ts';
import type { CustomerDeps } from './deps.ts';
import { allCouriers, complaintItems, complaintReasons, complaintWishes, ordersToComplain } from './lists/complaint.ts';
import { couriersFor } from './lists/couriers-for.ts';
import { CANCEL_REASONS, CHANGES, fixed, LANGUAGE_CHOICES } from './lists/fixed.ts';
import { goodsOnShelf } from './lists/goods-on-shelf.ts';
import { goodsOfLastOrder } from './lists/last-order.ts';
import { ordersOnTheWay, ordersStillHere, ordersToShow, pastOrders, unpaidOrders } from './lists/orders.ts';
import { shelves } from './lists/shelves.ts';
import { waysToPay } from './lists/ways-to-pay.ts';

/** All live lists that the customer's flows may offer, by the names they use. */
export const customerLists = (deps: CustomerDeps): Readonly<Record<string, List>> => ({
  'all-couriers': allCouriers(deps),
  'cancel-reasons': fixed(deps, CANCEL_REASONS),
  'cases-open': casesIn(deps, STILL_OPEN),
  'cases-rejected': casesIn(deps, ['rejected']),
  'cases-replaced': casesIn(deps, ['replacement-sent']),
  'cases-to-refund': casesIn(deps, REFUNDED_LATER, mayBeRefunded),
  'cases-to-send-back': casesIn(deps, ['awaiting-return', 'sent-back']),
  'complaint-items': complaintItems(deps),
  'complaint-reasons': complaintReasons(deps),
  'complaint-wishes': complaintWishes(deps),
  'couriers-for': couriersFor(deps),
  'goods-of-last-order': goodsOfLastOrder(deps),
  'goods-on-shelf': goodsOnShelf(deps),
  languages: fixed(deps, LANGUAGE_CHOICES),
  'orders-on-the-way': ordersOnTheWay(deps),
  'orders-still-here': ordersStillHere(deps),
  'orders-to-complain': ordersToComplain(deps),
  'orders-to-show': ordersToShow(deps),
  'past-orders': pastOrders(deps),
  shelves: shelves(deps),
  'unpaid-orders': unpaidOrders(deps),
  'ways-to-pay': waysToPay(deps),
  'what-to-change': fixed(deps, CHANGES),
});

const STILL_OPEN: readonly CaseState[] = [
  'awaiting-evidence',
  'in-review',
  'awaiting-second',
  'awaiting-return',
  'resolving',
];
const REFUNDED_LATER: readonly CaseState[] = [...STILL_OPEN, 'sent-back', 'arrived', 'inspected'];

const mayBeRefunded = ({ wish, decision }: Case): boolean => (decision?.remedy ?? wish)?.startsWith('refund') === true;
