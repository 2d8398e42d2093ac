import type { StoredFile } from '../../../../src/channels/channel.ts';
import type { Push } from '../../../../src/chats/mail-document.ts';
import { asChatId, asPersonId, type FileId, type Key, keyOf } from '../../../../src/core/ids.ts';
import type { CaseDeskDeps } from '../../../../src/desks/owner/cases/deps.ts';
import { ownerCaseActions, ownerCaseLists } from '../../../../src/desks/owner/cases/parts.ts';
import { remembered } from '../../../../src/desks/owner/remembered.ts';
import type { At, ListChoice, Outcome } from '../../../../src/dialogue/action.ts';
import type { Line } from '../../../../src/dialogue/talk.ts';
import { say } from '../../../../src/dialogue/texts.ts';
import type { Cards } from '../../../../src/notices/cards/cards.ts';
import { createCaseCard } from '../../../../src/notices/cards/case-card.ts';
import type { Case } from '../../../../src/shop/cases/case.ts';
import { type Cases, createCases } from '../../../../src/shop/cases/cases.ts';
import type { CaseEvent } from '../../../../src/shop/cases/event.ts';
import type { CaseRequest } from '../../../../src/shop/cases/request.ts';
import { createCustomers } from '../../../../src/shop/customers/customers.ts';
import type { Order } from '../../../../src/shop/orders/order.ts';
import { createStaff } from '../../../../src/shop/staff/staff.ts';
import { createSuppliers } from '../../../../src/shop/suppliers/suppliers.ts';
import { houseTexts, noticeHouse } from '../../../support/notice-house.ts';
import { openShopCore } from '../../../support/shop-core.ts';
import { CUSTOMER, DESTINATION, OWNER, RULES } from '../../shop/cases/a-case.ts';

const RINA = asChatId('telegram/bot/1001');
export const BUDI = asChatId('telegram/bot/1002');
const SUPPLIER_CHAT = asChatId('telegram/bot/gudang');

/** The owner's side of complaints on a store of its own, with an order that came and a supplier who may have a chat. */
export async function openCaseDesk() {
  const core = await openShopCore();
  const { deps: base, files } = core;
  const staff = createStaff({ ...base, owners: [RINA, BUDI] });
  const suppliers = createSuppliers(base);
  const customers = createCustomers(base);
  const caseRoom: Cases = createCases({
    ...base,
    files,
    rules: () => RULES,
    orders: core.orders,
  });
  core.setHolder(caseRoom);
  await base.ready();
  const house = { ...noticeHouse(), texts: houseTexts('status', 'card', 'case', 'customer-case', 'owner').texts };
  const supplierName = () => Promise.resolve('Gudang Bandung');
  const pushed: Push[] = [];
  let supplierTalks = true;
  const nothing = () => Promise.resolve(undefined);
  const cards: Cards = {
    order: nothing,
    payment: nothing,
    purchase: nothing,
    case: createCaseCard({ ...house, cases: caseRoom, orders: core.orders, supplierName }),
  };
  const file = async (id: FileId): Promise<StoredFile | undefined> => {
    const kept = await files.find(id);
    return kept && { id, mime: kept.mime, name: kept.name };
  };
  const deps: CaseDeskDeps = {
    house,
    cards,
    orders: core.orders,
    suppliers,
    staff,
    settings: core.settings,
    listeners: {
      languageOf: () => Promise.resolve('id'),
      owners: () => Promise.resolve([]),
      supplier: () => Promise.resolve(supplierTalks ? { chat: SUPPLIER_CHAT, language: 'id' } : undefined),
    },
    file,
    push: (push) => Promise.resolve(void pushed.push(push)),
    caseRoom,
  };
  const actions = new Map(ownerCaseActions(deps).map((action) => [action.name, remembered(base.acts, action)]));
  const lists = ownerCaseLists(deps);
  let made = 0;
  const key = (): Key => keyOf('test', 'tap', ++made);
  const at = (changes: Partial<At> = {}): At => ({
    key: key(),
    chat: RINA,
    who: { desk: 'owner', id: changes.chat ?? RINA, role: 'owner' },
    language: 'id',
    now: base.clock.now(),
    ...changes,
  });
  const photo = (name: string): Promise<FileId> =>
    files.put(new TextEncoder().encode(name), { mime: 'image/jpeg', name, about: ['mail/1'] });

  /** Paid, sent, and with its customer. */
  async function delivered(): Promise<Order> {
    const { _id } = await core.place({ lines: [{ sku: 'TAS-1', quantity: 1 }] });
    await core.payments.take(_id, undefined, { key: key(), by: OWNER });
    for (const event of [
      { type: 'hand_over', parcel: 1 },
      { type: 'ship', parcel: 1, courier: 'jne', resi: `JX${String(++made).padStart(10, '0')}` },
      { type: 'deliver', parcel: 1 },
    ] as const) {
      const done = await core.orders.apply(_id, event, { key: key(), by: OWNER });
      if (!done.ok) throw new Error(JSON.stringify(done.error));
    }
    return core.order(_id);
  }

  await core.addProduct({ sku: 'TAS-1', price: 50_000, stock: 100 });

  return {
    core,
    pushedAbout: ({ _id }: Case) => pushed.filter(({ about }) => about === _id),
    caseRoom,
    customers,
    lists,
    at,
    photo,
    close: () => base.close(),
    supplierTalks: (talks: boolean) => {
      supplierTalks = talks;
    },
    /** A complaint about a torn strap, with a photo, in the customer's chat unless it has none. */
    async complaint(changes: Partial<CaseRequest> = {}): Promise<Case> {
      const order = await delivered();
      const request: CaseRequest = {
        order: order._id,
        customer: asPersonId('p-1'),
        chat: asChatId('telegram/bot/siti'),
        reason: 'rusak',
        wish: 'refund_penuh',
        lines: [{ sku: 'TAS-1', quantity: 1 }],
        words: 'talinya putus',
        evidence: [await photo(`tali ${++made}`)],
        ...changes,
      };
      const opened = await caseRoom.open(request, { key: key(), by: CUSTOMER });
      if (!opened.ok) throw new Error(JSON.stringify(opened.error));
      return opened.value;
    },
    /** What the customer does in their own chat. */
    async customer(one: Case, event: CaseEvent): Promise<Case> {
      const done = await caseRoom.apply(one._id, event, { key: key(), by: CUSTOMER });
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      return done.value;
    },
    destination: { type: 'give_destination', ...DESTINATION, confirmed: true } as const,
    async now(one: Case): Promise<Case> {
      const found = await caseRoom.find(one._id);
      if (!found) throw new Error('no such case');
      return found;
    },
    async does(name: string, input: unknown, when: At = at()): Promise<Outcome> {
      const action = actions.get(name);
      if (!action) throw new Error(`no action ${name}`);
      return action.run(action.input.parse(input), when);
    },
    async choices(list: string, filled: Parameters<(typeof lists)[string]>[1]): Promise<readonly ListChoice[]> {
      return (await lists[list]?.(at(), filled)) ?? [];
    },
    /** The words of an outcome as the owner reads them. */
    words: ({ lines = [] }: Outcome): string =>
      lines.map(({ text, with: values }: Line) => say(house.texts, text, 'id', values)).join('\n'),
  };
}
export type CaseDesk = Awaited<ReturnType<typeof openCaseDesk>>;
