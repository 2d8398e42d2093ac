import { HOUR } from '../../../core/clock.ts';
import { shortHash } from '../../../core/ids.ts';
import type { Language } from '../../../core/language.ts';
import { rupiah } from '../../../core/money.ts';
import { orderWords } from '../../../notices/order-words.ts';
import type { OwnerDeps } from '../deps.ts';
import { orderWork } from './order-work.ts';
import { type RankedItem, rankWork, type WorkItem, type WorkKind } from './work-item.ts';

type Deps = Pick<
  OwnerDeps,
  'house' | 'orders' | 'payments' | 'purchases' | 'suppliers' | 'calls' | 'buried' | 'sop' | 'cases'
>;

/** More than one person can look through; beyond it the list says how many there are at least. */
const MOST = 500;

/** All that waits for a person of the shop, the latest first. */
export async function findWork(deps: Deps, now: Date, language: Language): Promise<readonly RankedItem[]> {
  const found = await Promise.all([
    ordersWork(deps, now, language),
    paymentsWork(deps),
    purchasesWork(deps),
    callsWork(deps),
    casesWork(deps),
    buriedWork(deps),
  ]);
  return rankWork(found.flat(), now);
}

async function ordersWork({ house, orders, sop }: Deps, now: Date, language: Language): Promise<WorkItem[]> {
  const open = await orders.list({ states: ['placed'], order: 'oldest', limit: MOST });
  return open.flatMap((order) => {
    const name = order.recipient.recipient;
    return orderWork(
      order,
      sop().order,
      now,
      [name, orderWords(house, order, language).short].filter(Boolean).join(', '),
    );
  });
}

const PAYMENT_WORK: Readonly<Record<string, WorkKind>> = {
  claimed: 'proof',
  unmatched: 'stray-money',
  late: 'late-money',
};

async function paymentsWork({ payments, orders, sop }: Deps): Promise<WorkItem[]> {
  const open = await payments.list({ states: ['claimed', 'unmatched', 'late'], limit: MOST });
  const limitMs = (sop().payment.reviewHours[0] ?? 1) * HOUR;
  return Promise.all(
    open.map(async ({ _id, state, at, for: parts, name, amount }) => {
      const [part] = parts;
      const order = part && (await orders.find(part.order));
      const who = name ?? order?.recipient.recipient ?? '';
      const sum = amount ?? order?.totals.total;
      return {
        kind: PAYMENT_WORK[state] ?? 'proof',
        code: _id,
        what: [who, sum === undefined ? '' : rupiah(sum)].filter(Boolean).join(', '),
        since: at,
        limitMs: state === 'late' ? 0 : limitMs,
      };
    }),
  );
}

async function purchasesWork({ purchases, suppliers, sop }: Deps): Promise<WorkItem[]> {
  const ready = await purchases.list({ states: ['ready'], limit: MOST });
  const limitMs = (sop().order.forward.alarmHours[0] ?? 2) * HOUR;
  return ready.flatMap(({ _id, label, supplier, offeredAt }) =>
    offeredAt === undefined
      ? []
      : [
          {
            kind: 'pass-on' as const,
            code: _id,
            what: [label, suppliers.known(supplier)?.name ?? supplier].join(', '),
            since: offeredAt,
            limitMs,
          },
        ],
  );
}

async function callsWork({ calls, sop }: Deps): Promise<WorkItem[]> {
  const limitMs = (sop().call.alarmHours[0] ?? 1) * HOUR;
  return (await calls.waiting(MOST)).map(({ _id, name, order, words, waitsSince, at }) => ({
    kind: 'person' as const,
    code: _id,
    what: [name, order ?? '', words].filter(Boolean).join(', '),
    since: waitsSince ?? at,
    limitMs,
  }));
}

async function casesWork({ cases }: Deps): Promise<WorkItem[]> {
  return ((await cases?.open(MOST)) ?? []).map(({ code, title, since, lateAt }) => ({
    kind: 'case' as const,
    code,
    what: title,
    since,
    limitMs: Math.max(0, lateAt.getTime() - since.getTime()),
  }));
}

async function buriedWork({ buried }: Deps): Promise<WorkItem[]> {
  return (await buried.open(MOST)).map(({ _id, kind, where, at }) => ({
    kind: 'buried' as const,
    // A button's code must stay short.
    code: buriedCode(_id),
    what: `${kind}, ${where}`,
    since: at,
    limitMs: 24 * HOUR,
  }));
}

/** The short code of a buried item. */
export const buriedCode = (key: string): string => shortHash(key).slice(0, 10);
