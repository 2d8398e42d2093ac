import type { Action, List } from '../../dialogue/action.ts';
import type { Kind } from '../../dialogue/kind.ts';
import type { Wiring } from '../../dialogue/wiring.ts';
import { resiKind } from '../resi/resi-kind.ts';
import { resiLine } from '../resi/resi-line.ts';
import { hearSupplier } from '../supplier-words/hear.ts';
import { HEARD_TEXTS } from '../supplier-words/texts.ts';
import { acceptMoney } from './actions/accept-money.ts';
import { cancelOrder } from './actions/cancel-order.ts';
import { changeSupplier, MOVABLE } from './actions/change-supplier.ts';
import { closeBuried } from './actions/close-buried.ts';
import { extendDeadline } from './actions/extend-deadline.ts';
import { handOver } from './actions/hand-over.ts';
import { hushChat, resumeChat } from './actions/hush-chat.ts';
import { listOrders } from './actions/list-orders.ts';
import { lookBeforeCancel } from './actions/look-before-cancel.ts';
import { looseWords } from './actions/loose-words.ts';
import { matchMoney } from './actions/match-money.ts';
import { ARRIVING, cancelParcel, markDelivered, markLost, markReturned } from './actions/move-parcel.ts';
import { noteOrder } from './actions/note-order.ts';
import { passedOn, supplierAgreed, supplierEmpty } from './actions/purchase-by-hand.ts';
import { realShipping } from './actions/real-shipping.ts';
import { refundOrder } from './actions/refund-order.ts';
import { giveMoneyBack, rejectMoney, revokeMoney } from './actions/reject-money.ts';
import { remindSupplier } from './actions/remind-supplier.ts';
import { reopenOrder } from './actions/reopen-order.ts';
import { replyCustomer } from './actions/reply-customer.ts';
import { stockGone, stockThere } from './actions/say-stock.ts';
import { searchOrders } from './actions/search-orders.ts';
import { checkParcelResi, SHIPPABLE, shipParcel } from './actions/ship-parcel.ts';
import { showAny } from './actions/show-any.ts';
import { showHelp, showMenu } from './actions/show-help.ts';
import { showHistory } from './actions/show-history.ts';
import { showProofs } from './actions/show-proofs.ts';
import { showWork } from './actions/show-work.ts';
import { waiveRest } from './actions/waive-rest.ts';
import { byOwner } from './by-owner.ts';
import { OWNER_CASE_KINDS, OWNER_CASE_TEXTS, ownerCaseActions, ownerCaseLists } from './cases/parts.ts';
import type { OwnerDeps } from './deps.ts';
import { forOwner } from './for-owner.ts';
import {
  couriers,
  goodsOfOrder,
  hours,
  openPurchases,
  otherSuppliers,
  parcels,
  unpaidOrders,
} from './lists/of-order.ts';
import { REASONS, reasonList } from './lists/reasons.ts';
import { commandLine, searchLine } from './readers/command-line.ts';
import { remembered } from './remembered.ts';
import {
  OWNER_SHOP_KINDS,
  OWNER_SHOP_READERS,
  OWNER_SHOP_TEXTS,
  type OwnerShopDeps,
  ownerShopActions,
  ownerShopLists,
} from './shop/parts.ts';
import { buyerCode } from './taking/buyer-kind.ts';
import { buyerKnown, enterOrder, priceEntered } from './taking/enter-order.ts';
import { orderFor } from './taking/order-for.ts';
import type { OrderForm } from './taking/order-form.ts';
import { OWNER_TEXTS } from './texts.ts';

/** Brings the owner's desk together: what its flows may do, ask from and read with; `shop` is for running the shop itself, `form` takes orders. */
export function createOwnerWiring(deps: OwnerDeps, shop: OwnerShopDeps, form: OrderForm): Wiring {
  return {
    actions: joined(actionsOf(deps, form), ownerShopActions(shop)),
    lists: joined(joined(listsOf(deps), ownerShopLists(shop)), form.lists),
    readers: joined(
      {
        'command-line': commandLine,
        'search-line': searchLine,
        'resi-line': resiLine,
        'order-for': orderFor(form.reader),
      },
      OWNER_SHOP_READERS,
    ),
    kinds: joined<Kind>(
      joined<Kind>({ resi: resiKind, 'buyer-code': buyerCode, ...OWNER_CASE_KINDS }, OWNER_SHOP_KINDS),
      form.kinds,
    ),
    snapshot: () => undefined,
    kept: () => Promise.resolve({}),
    facts: () => ({ toko: deps.house.shop().name }),
    texts: [...HEARD_TEXTS, ...OWNER_TEXTS, ...OWNER_CASE_TEXTS, ...OWNER_SHOP_TEXTS],
  };
}

// Two parts that call different things by one name would silently take each other's place.
function joined<T>(one: Readonly<Record<string, T>>, other: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const twice = Object.keys(one).find((name) => Object.hasOwn(other, name));
  if (twice !== undefined) throw new Error(`two parts of the owner's desk name something "${twice}"`);
  return { ...one, ...other };
}

function actionsOf(deps: OwnerDeps, form: OrderForm): Readonly<Record<string, Action>> {
  const all: readonly Action[] = [
    showWork(deps),
    showMenu(deps),
    showHelp,
    showAny(deps),
    searchOrders(deps),
    listOrders(deps),
    showHistory(deps),
    showProofs(deps),
    closeBuried(deps),
    noteOrder(deps),
    acceptMoney(deps),
    rejectMoney(deps),
    revokeMoney(deps),
    giveMoneyBack(deps),
    matchMoney(deps),
    extendDeadline(deps),
    forOwner(waiveRest(deps)),
    forOwner(refundOrder(deps)),
    reopenOrder(deps),
    handOver(deps),
    checkParcelResi(deps),
    shipParcel(deps),
    markDelivered(deps),
    markLost(deps),
    markReturned(deps),
    cancelParcel(deps),
    changeSupplier(deps),
    remindSupplier(deps),
    passedOn(deps),
    supplierAgreed(deps),
    supplierEmpty(deps),
    stockThere(deps),
    stockGone(deps),
    lookBeforeCancel(deps),
    cancelOrder(deps),
    realShipping(deps),
    replyCustomer(deps),
    hushChat(deps),
    resumeChat(deps),
    looseWords(deps),
    hearSupplier(deps, { supplier: () => undefined, by: (at) => byOwner(deps.staff, at) }),
    ...ownerCaseActions(deps),
    buyerKnown(deps),
    priceEntered(deps, form),
    enterOrder(deps, form),
  ];
  return Object.fromEntries(all.map((action) => [action.name, remembered(deps.acts, action)]));
}

function listsOf(deps: OwnerDeps): Readonly<Record<string, List>> {
  const reasons = Object.entries(REASONS).map(([name, of]) => [name, reasonList(deps, of)] as const);
  return {
    ...Object.fromEntries(reasons),
    ...ownerCaseLists(deps),
    'parcels-to-ship': parcels(deps, SHIPPABLE),
    'parcels-on-the-way': parcels(deps, ARRIVING),
    'parcels-to-move': parcels(deps, MOVABLE),
    'parcels-sent': parcels(deps, [...SHIPPABLE, 'delivered', 'received']),
    'other-suppliers': otherSuppliers(deps),
    'goods-of-order': goodsOfOrder(deps),
    'unpaid-orders': unpaidOrders(deps),
    'open-purchases': openPurchases(deps),
    couriers: couriers(deps),
    hours,
  };
}
