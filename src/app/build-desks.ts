import type { ChatStore } from '../chats/chat-store.ts';
import type { Chats } from '../chats/chats.ts';
import type { ChatState, Desk, DeskName } from '../chats/desk.ts';
import type { Config } from '../config.ts';
import { asPersonId, keyOf } from '../core/ids.ts';
import { createCalls } from '../desks/calls/calls.ts';
import { createHandToOwners } from '../desks/calls/hand-to-owners.ts';
import { createCustomerWiring, HAND_OVER } from '../desks/customer/wiring.ts';
import { createDesks } from '../desks/desks.ts';
import { createCasesPort } from '../desks/owner/cases/cases-port.ts';
import type { CarefulPort } from '../desks/owner/shop/deps.ts';
import { createOwnerWiring } from '../desks/owner/wiring.ts';
import { createProveRole } from '../desks/prove-role.ts';
import { createSupplierWiring } from '../desks/supplier/wiring.ts';
import { createWhoIs } from '../desks/who-is.ts';
import { createDialogueDesk } from '../dialogue/answer.ts';
import { type Catalog, catalogOf } from '../dialogue/check.ts';
import { type Flows, loadFlows } from '../dialogue/load.ts';
import { say, type Texts } from '../dialogue/texts.ts';
import type { Wiring } from '../dialogue/wiring.ts';
import { createCards } from '../notices/cards/cards.ts';
import { createNoticePayer } from '../notices/pay-notice.ts';
import { loadStatus, type Status } from '../notices/status.ts';
import { TELLABLE } from '../notices/tellable.ts';
import { createTellers } from '../notices/tellers/tellers.ts';
import { DEFAULT_PAYMENT_SOP } from '../shop/payments/payment-store.ts';
import { quote } from '../shop/shipping/quote.ts';
import type { Shop } from './build-shop.ts';
import { caseOutlook } from './case-outlook.ts';
import { customerPorts } from './customer-ports.ts';
import { createListeners } from './listeners.ts';
import type { Rules } from './load-rules.ts';
import type { House } from './open-house.ts';
import { roleReader } from './role-reader.ts';
import { deskFiles, houseWords } from './shop-facts.ts';

export interface DesksParts {
  readonly house: House;
  readonly config: Config;
  readonly shop: Shop;
  readonly rules: Rules;
  readonly chatStore: ChatStore;
  /** The flows' folder. */
  readonly dir: string;
  /** The chats, once they are there: desks are asked by them and push through them. */
  readonly chats: () => Chats;
  /** The careful start after a restore. */
  readonly careful: CarefulPort;
  /** Said before in this process; read from `dir` without it. */
  readonly said?: Said;
}

/** What the flows' folder says besides the rules: conversations, texts, who is told what. */
export interface Said {
  readonly flows: Flows;
  readonly status: Status;
}

/** How long the bot is silent where a customer asked for a person and nobody has answered. */
const HUMAN_HOURS = 12;

/** Puts the desks together: flows, wirings, notices, and who is asked by whom. */
export function buildDesks({ house, config, shop, rules, chatStore, dir, chats, careful, said }: DesksParts) {
  // Wirings say texts that are loaded after the wirings are known, because flows are checked against them.
  const loaded: { flows?: Flows } = {};
  const texts: Texts = {
    find: (key, language) => loaded.flows?.texts.find(key, language),
    get keys() {
      return loaded.flows?.texts.keys ?? [];
    },
  };
  const words = houseWords(texts, shop, rules, config.timezone);
  const listeners = createListeners(chatStore, shop.staff, config.language);
  const files = deskFiles(house.files);
  const noPicture = () => Promise.resolve(undefined);
  const cards = createCards({ house: words, ...shop, file: files.file });
  const push: Chats['push'] = (one) => chats().push(one);
  const calls = createCalls({
    ...house,
    sop: () => rules.sop.call,
    stillWaits: (call, key) => handToOwners.stillWaits(call, key),
  });
  const handToOwners = createHandToOwners({ house: words, calls, ...shop, listeners, push });

  const { cases: caseRoom, ...rooms } = shop;
  const customer = createCustomerWiring({
    ...shop,
    ...customerPorts(house, shop),
    caseRules: (order, reason, skus, now) => caseOutlook(order, reason, skus, rules, config.timezone, now),
    house: words,
    owner: handToOwners,
    sop: () => rules.sop.order,
    shipping: (parcels, to) => Promise.resolve(quote(rules.rates, rules.couriers, parcels, to)),
    picture: files.file,
    billPicture: noPicture,
  });
  const wirings = {
    customer,
    owner: createOwnerWiring(
      {
        ...rooms,
        ...house,
        caseRoom,
        cases: createCasesPort(caseRoom, () => rules.policy, house.clock),
        house: words,
        cards,
        calls,
        listeners,
        sop: () => ({ order: rules.sop.order, payment: DEFAULT_PAYMENT_SOP, call: rules.sop.call }),
        push,
        tell: (chat, body, key) => chats().tell(chat, body, key),
        ...files,
      },
      {
        ...shop,
        acts: house.acts,
        house: words,
        ...files,
        keepFile: (id, about) => house.files.keep(id, about),
        careful,
      },
      customer.orderForm,
    ),
    supplier: createSupplierWiring({ ...shop, house: words, acts: house.acts, listeners, push }),
  };
  const catalogs: readonly Catalog[] = [
    catalogOf('customer', wirings.customer),
    catalogOf('owner', wirings.owner),
    catalogOf('supplier', wirings.supplier),
  ];
  const flows = said?.flows ?? loadFlows(dir, catalogs);
  loaded.flows = flows;
  const status = said?.status ?? loadStatus(dir, texts, TELLABLE);

  house.payers.register(
    'notice',
    createNoticePayer({
      status,
      texts,
      tellers: createTellers({
        house: words,
        ...shop,
        billPicture: noPicture,
        file: files.file,
        decideHours: () => rules.policy.limits.review_hours.at(-1) ?? 48,
      }),
      cards,
      listeners,
      quiet: { ...shop.settings.profile().quiet, zone: config.timezone },
      push,
    }),
  );

  const meet = async (chat: ChatState) =>
    asPersonId(
      (
        await shop.customers.met(
          { chat: chat.id, ...(chat.name !== undefined && { name: chat.name }) },
          keyOf('met', chat.id),
        )
      )._id,
    );
  const wish = (text: string) => wirings.customer.readWish(text, house.clock.now());
  const roleOf = roleReader(shop);
  const deskOf = <S>(name: DeskName, wiring: Wiring<S>): Desk =>
    createDialogueDesk({
      desk: name,
      flows: flows.of[name],
      texts,
      wiring,
      ...(name === 'customer' && { handOver: HAND_OVER, readIntent: wish }),
      defaults: { language: config.language, humanHours: HUMAN_HOURS },
    });
  const desk = createDesks({
    desks: {
      customer: deskOf('customer', wirings.customer),
      owner: deskOf('owner', wirings.owner),
      supplier: deskOf('supplier', wirings.supplier),
    },
    whoIs: createWhoIs({ roleOf, meet }),
    proveRole: createProveRole({
      staff: shop.staff,
      tries: house.tries,
      texts,
      language: config.language,
      whoIs: roleOf,
    }),
    relay: (turn, who) => handToOwners.relay(turn, who),
  });
  return {
    desk,
    flows,
    status,
    texts,
    calls,
    words,
    catalogs,
    sorry: () => ({ text: say(texts, 'house.sorry', config.language) }),
  };
}
