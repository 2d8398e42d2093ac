import type { Action } from '../../dialogue/action.ts';
import { addToComplaint } from './actions/add-to-complaint.ts';
import { callOwner } from './actions/call-owner.ts';
import { cancelOrder } from './actions/cancel-order.ts';
import { changeOrder } from './actions/change-order.ts';
import { claimPayment } from './actions/claim-payment.ts';
import { confirmReceived } from './actions/confirm-received.ts';
import { setPromo, toldPrivacy } from './actions/consent.ts';
import { copyLine } from './actions/copy-line.ts';
import { copyOrder } from './actions/copy-order.ts';
import { eraseMe } from './actions/erase-me.ts';
import { exportMyData } from './actions/export-my-data.ts';
import { lookAtRules } from './actions/look-at-rules.ts';
import { addEvidence, appeal, cancelCase, giveDestination, receiveReplacement, sendBack } from './actions/move-case.ts';
import { openCase } from './actions/open-case.ts';
import { openGoods } from './actions/open-goods.ts';
import { passOn } from './actions/pass-on.ts';
import { placeOrder } from './actions/place-order.ts';
import { priceOrder } from './actions/price-order.ts';
import { quoteShipping } from './actions/quote-shipping.ts';
import { relayToOwner } from './actions/relay-to-owner.ts';
import { reportMissing } from './actions/report-missing.ts';
import { searchGoods } from './actions/search-goods.ts';
import { setLanguage } from './actions/set-language.ts';
import { showBills } from './actions/show-bills.ts';
import { showMenu } from './actions/show-menu.ts';
import { showOrder } from './actions/show-order.ts';
import { showOrderByPhone } from './actions/show-order-by-phone.ts';
import type { CustomerDeps } from './deps.ts';
import type { CustomerSnapshot } from './snapshot.ts';

/** All that the customer's flows may call, by the names they call it. */
export function customerActions(
  deps: CustomerDeps,
  snapshot: () => CustomerSnapshot,
): Readonly<Record<string, Action>> {
  const actions: readonly Action[] = [
    addEvidence(deps),
    addToComplaint(deps),
    appeal(deps),
    callOwner(deps),
    cancelCase(deps),
    cancelOrder(deps),
    changeOrder(deps),
    claimPayment(deps),
    confirmReceived(deps),
    copyLine(deps),
    copyOrder(deps),
    eraseMe(deps),
    exportMyData(deps),
    giveDestination(deps),
    lookAtRules(deps),
    openCase(deps),
    openGoods(deps),
    passOn(deps),
    placeOrder(deps),
    priceOrder(deps),
    quoteShipping(deps),
    receiveReplacement(deps),
    relayToOwner(deps),
    reportMissing(deps),
    searchGoods({ ...deps, snapshot }),
    sendBack(deps),
    setLanguage(deps),
    setPromo(deps),
    showBills(deps),
    showMenu,
    showOrder(deps),
    showOrderByPhone(deps),
    toldPrivacy(deps),
  ];
  return Object.fromEntries(actions.map((action) => [action.name, action]));
}
