import { describe, expect, it } from 'vitest';
import type { Push } from '../../../src/chats/mail-document.ts';
import { asChatId, asKey, keyOf } from '../../../src/core/ids.ts';
import { createNoticePayer } from '../../../src/notices/pay-notice.ts';
import { loadStatus } from '../../../src/notices/status.ts';
import { TELLABLE } from '../../../src/notices/tellable.ts';
import { createCaseTeller } from '../../../src/notices/tellers/case-teller.ts';
import { createOrderTeller } from '../../../src/notices/tellers/order-teller.ts';
import type { Case } from '../../../src/shop/cases/case.ts';
import { refusalOf } from '../../../src/shop/cases/next.ts';
import { type By, HOUSE } from '../../../src/shop/history.ts';
import type { Order } from '../../../src/shop/orders/order.ts';
import { EMPTY_PROFILE } from '../../../src/shop/settings/profile.ts';
import { anOrder } from '../../support/an-order.ts';
import { noticeHouse } from '../../support/notice-house.ts';
import { CODE, CUSTOMER, inState, NOON, OWNER, PHOTO, RULES } from '../shop/cases/a-case.ts';

const house = noticeHouse();
const CHAT = asChatId('telegram/bot/budi');
const OWNERS = asChatId('telegram/bot/rina');
const proof = { id: PHOTO, mime: 'image/jpeg', name: 'bukti.jpg' };

/** Pays the notice of an entry about a case or its order; what each chat then reads. */
async function told(
  event: string,
  {
    one = inState('resolving'),
    order = anOrder(),
    by = HOUSE,
    key = 'test/5' as string,
  }: {
    one?: Case;
    order?: Order;
    by?: By;
    key?: string;
  },
) {
  const entry = { n: 5, key, at: NOON, by, event };
  const pushes: Push[] = [];
  const about = { ...one, chat: CHAT, history: [entry] };
  const deps = {
    ...house,
    orders: { find: () => Promise.resolve({ ...order, chat: CHAT, history: [entry] }) },
    supplierName: () => Promise.resolve('Gudang Bandung'),
  };
  const payer = createNoticePayer({
    status: loadStatus('flows', house.texts, TELLABLE),
    texts: house.texts,
    tellers: {
      order: createOrderTeller({
        ...deps,
        customers: { find: () => Promise.resolve(undefined) },
        cases: { byOrder: () => Promise.resolve([about]) },
        billPicture: () => Promise.resolve(undefined),
      }),
      case: createCaseTeller({
        ...deps,
        cases: {
          find: () => Promise.resolve(about),
          mayNot: (it, what, who) => refusalOf(it, what, { by: who, now: NOON, rules: RULES }),
        },
        settings: { profile: () => EMPTY_PROFILE },
        file: () => Promise.resolve(proof),
        decideHours: () => 48,
      }),
    },
    cards: { order: none, payment: none, purchase: none, case: none },
    listeners: {
      languageOf: () => Promise.resolve('id'),
      owners: () => Promise.resolve([{ chat: OWNERS, language: 'id' }]),
      supplier: () => Promise.resolve(undefined),
    },
    quiet: { from: '21:00', to: '07:00', zone: 'Asia/Jakarta' },
    push: (push) => Promise.resolve(void pushes.push(push)),
  });
  const kind = ORDERS.has(event) ? 'order' : 'case';
  await payer({ about: kind, code: kind === 'case' ? one._id : order._id, n: 5, event }, asKey('test/5/notice'), NOON);
  const of = (chat: string) => pushes.filter((push) => push.chat === chat).map(({ message }) => message);
  return { customer: of(CHAT), owner: of(OWNERS) };
}
const none = () => Promise.resolve(undefined);
const ORDERS: ReadonlySet<string> = new Set(['refund', 'not_received', 'ask_receipt']);
/** The key under which a case moves its order. */
const BY_CASE = keyOf(CODE, 7, 'order');

const verbs = (messages: readonly { readonly choices?: readonly { readonly tap: { readonly verb: string } }[] }[]) =>
  messages.flatMap(({ choices = [] }) => choices.map(({ tap }) => tap.verb));

describe('nobody is told twice', () => {
  it('tells of a refund by the case, with the proof, and not by its order again', async () => {
    const byCase = await told('pay_refund', {
      one: inState('completed', { refund: { amount: 50_000, paidAt: NOON, proof: PHOTO } }),
      by: OWNER,
    });
    expect(byCase.customer).toEqual([expect.objectContaining({ file: proof })]);
    // It was the owner who sent the money, so it is the owner's entry in the order too.
    const byOrder = await told('refund', { key: BY_CASE, by: OWNER });
    expect([byOrder.customer, byOrder.owner]).toEqual([[], []]);
  });

  it('tells of a refund that the owner made without a complaint', async () => {
    expect((await told('refund', { by: OWNER })).customer).toHaveLength(1);
  });

  it('alerts the owner of a parcel that did not come once: by the complaint, or by the order where there is none', async () => {
    expect((await told('not_received', { key: BY_CASE })).owner).toEqual([]);
    expect((await told('not_received', { by: CUSTOMER })).owner).toHaveLength(1);
  });

  it.each([
    ['in a complaint', inState('in-review'), 0],
    ['whose complaint is over', inState('completed'), 1],
  ])('asks whether the parcel came of a customer %s', async (_, one, times) => {
    expect((await told('ask_receipt', { one })).customer).toHaveLength(times);
  });

  it('does not echo what the customer or the owner did themselves', async () => {
    const byCustomer = await told('cancel', { one: inState('cancelled'), by: CUSTOMER });
    expect([byCustomer.customer.length, byCustomer.owner.length]).toEqual([0, 1]);
    const byOwner = await told('cancel', { one: inState('cancelled'), by: OWNER });
    expect([byOwner.customer.length, byOwner.owner.length]).toEqual([1, 0]);
  });
});

describe('the buttons of a told step', () => {
  it.each<[string, string, Case, readonly string[]]>([
    [
      'an account is asked for where money goes back',
      'approve',
      inState('resolving', { destination: undefined }),
      ['rekening'],
    ],
    ['no account is asked for that is known', 'approve', inState('resolving'), []],
    ['no account is asked for goods', 'approve', inState('resolving', { refund: undefined }), []],
    ['a rejection may be appealed', 'reject', inState('rejected'), ['banding']],
    ['a second one may not', 'reject', inState('rejected', { appealed: { at: NOON, words: '-' } }), []],
    ['photos may be sent', 'submit_incomplete', inState('awaiting-evidence'), ['foto']],
  ])('fit: %s', async (_, event, one, offered) => {
    expect(verbs((await told(event, { one, by: OWNER })).customer)).toEqual(offered);
  });

  it('let the owner decide from the alert', async () => {
    const { owner } = await told('evidence_complete', { one: inState('in-review'), by: CUSTOMER });
    expect(verbs(owner)).toEqual(['kasus-setuju', 'kasus-tolak', 'kasus-foto', 'lihat']);
  });
});
