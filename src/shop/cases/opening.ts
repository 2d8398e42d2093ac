import type { Clock } from '../../core/clock.ts';
import { type Code, codeOf, type Key, keyOf } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Acts } from '../../store/acts.ts';
import type { Claims } from '../../store/claims.ts';
import type { Fresh } from '../../store/documents.ts';
import type { At } from '../at.ts';
import { type By, HOUSE, knows, nextEntry } from '../history.ts';
import type { Order } from '../orders/order.ts';
import type { Case, CaseLine } from './case.ts';
import type { CaseProblem, OpenRefused } from './case-problem.ts';
import type { CaseStore } from './case-store.ts';
import { MOST_WORDS } from './change.ts';
import type { AnyEvent } from './event.ts';
import { type CaseFiles, dropFiles, keepFiles } from './evidence.ts';
import { holds, mayOpen } from './may-open.ts';
import { next } from './next.ts';
import { lineClaim } from './owes.ts';
import type { CaseRules } from './policy.ts';
import type { CaseRequest } from './request.ts';
import { verdictOf } from './verdict.ts';

export interface OpeningDeps {
  readonly store: CaseStore;
  readonly clock: Clock;
  readonly acts: Acts;
  readonly claims: Claims;
  readonly files: CaseFiles;
  readonly rules: () => CaseRules;
  readonly findOrder: (code: Code) => Promise<Order | undefined>;
}

/** Opens cases: the case is saved as `opening` first, claims its lines, and only then is one that somebody may work on. */
export interface Opening {
  open(request: CaseRequest, at: At): Promise<Result<Case, OpenRefused>>;
  /** Brings an opening that was cut off to its end. */
  finish(one: Case): Promise<Result<Case, OpenRefused>>;
  /** Claims the lines for a case; the problems say which other case has one. */
  claimLines(one: Case): Promise<readonly CaseProblem[]>;
}

/** Creates the opening of cases. */
export function createOpening({ store, clock, acts, claims, files, rules, findOrder }: OpeningDeps): Opening {
  const look = async (request: Pick<CaseRequest, 'order' | 'customer' | 'lines'>, self?: Code) => {
    const [order, cases] = await Promise.all([findOrder(request.order), store.byOrder(request.order)]);
    const others = cases.filter(({ _id }) => _id !== self);
    return mayOpen(request, order, others, { policy: rules().policy, now: clock.now() });
  };

  const insert = async (request: CaseRequest, lines: readonly CaseLine[], { key, by }: At): Promise<Case> => {
    for (let attempt = 0; ; attempt++) {
      const code = codeOf(key, attempt);
      const there = (await store.find(code)) ?? (await insertAs(code, request, lines, { key, by }));
      if (there?.key === key) return there;
    }
  };

  const insertAs = async (code: Code, request: CaseRequest, lines: readonly CaseLine[], at: At) => {
    const kinds = await keepFiles(code, request.evidence, files);
    const evidence = [...kinds].map(([file, kind]) => ({ file, kind }));
    await store.insert(drafted(code, request, lines, evidence, at));
    return store.find(code);
  };

  const drafted = (
    code: Code,
    request: CaseRequest,
    lines: readonly CaseLine[],
    evidence: Case['evidence'],
    { key, by }: At,
  ): Fresh<Case> => {
    const now = clock.now();
    const { order, customer, chat, kind, reason, wish, words } = request;
    const { send_back } = rules().policy.reasons[reason];
    return {
      _id: code,
      v: 1,
      key,
      order,
      customer,
      ...(chat !== undefined && { chat }),
      kind: kind ?? (send_back ? 'retur' : 'complaint'),
      reason,
      ...(wish && { wish }),
      lines,
      suppliers: [...new Set(lines.map(({ supplier }) => supplier))],
      words: words.slice(0, MOST_WORDS),
      evidence,
      state: 'opening',
      since: now,
      supplierClaims: [],
      rung: [],
      at: now,
      history: [nextEntry([], { key, at: now, by, event: 'open' })],
    };
  };

  const move = async (one: Case, event: AnyEvent, key: Key, by: By): Promise<Case> => {
    const done = await store.change(one._id, (newest) => {
      if (knows(newest.history, key) || newest.state !== 'opening') return ok({ type: 'unchanged' });
      const moved = next(newest, event, { key, by, now: clock.now(), rules: rules() });
      return moved.ok ? ok({ type: 'changed', doc: moved.value.case, owes: moved.value.owes }) : moved;
    });
    return done.ok ? done.value : one;
  };

  const claimLines: Opening['claimLines'] = async (one) => {
    const problems: CaseProblem[] = [];
    // In the order of the alphabet, so that of two cases about the same lines one gets them all.
    for (const sku of one.lines.map((line) => line.sku).toSorted()) {
      const holder = await claimOne(lineClaim(one.order, sku), one._id);
      if (holder === undefined) continue;
      problems.push({ code: 'open-case', sku, case: holder });
      break;
    }
    return problems;
  };

  /** Takes a line; the other case that has it, when it may keep it. */
  const claimOne = async (id: string, code: Code): Promise<string | undefined> => {
    if (await claims.take(id, code, clock.now())) return undefined;
    const holder = await claims.holder(id);
    const other = holder === undefined ? undefined : await store.find(holder);
    const at = { policy: rules().policy, now: clock.now() };
    if (other && (other.state === 'opening' || holds(other, at))) return other._id;
    // Its case is over, and only the duty to let go of the line has not been paid yet.
    if (holder !== undefined) await claims.release(id, holder, clock.now());
    return (await claims.take(id, code, clock.now())) ? undefined : (holder ?? id);
  };

  const finish: Opening['finish'] = async (one) => {
    const by = one.history[0]?.by ?? HOUSE;
    const taken = await claimLines(one);
    // Looked at once more under the claims: now nobody else can take the same pieces back.
    const looked = taken.length > 0 ? undefined : await look(one, one._id);
    if (looked?.type !== 'may') {
      const problems = looked?.problems ?? taken;
      await dropFiles(one, files);
      return outcomeOf(await move(one, { type: 'drop', problems }, keyOf(one.key, 'drop'), by));
    }
    const verdict = verdictOf(one, looked.order, rules(), one.at);
    const dispute = one.reason === 'tidak_sampai' ? undisputed(one, looked.order) : [];
    return outcomeOf(await move(one, { type: 'submit', verdict, dispute }, keyOf(one.key, 'submit'), by));
  };

  return {
    finish,
    claimLines,
    async open(request, at) {
      const said = await acts.once(keyOf(at.key, 'case'), clock.now(), async () => {
        const own = (await store.many({ key: at.key }, { limit: 1 }))[0];
        const looked = own ? undefined : await look(request);
        if (looked?.type === 'may-not') return { case: null, problems: looked.problems };
        const one = own ?? (await insert(request, looked?.lines ?? [], at));
        const done = one.state === 'opening' ? await finish(one) : outcomeOf(one);
        return done.ok ? { case: done.value._id, problems: [] } : { case: null, problems: done.error.problems };
      });
      const one = said.case === null ? undefined : await store.find(said.case);
      return one ? ok(one) : err({ code: 'case-refused', problems: said.problems });
    },
  };
}

const outcomeOf = (one: Case): Result<Case, OpenRefused> =>
  one.state === 'dropped' ? err({ code: 'case-refused', problems: one.refusal ?? [] }) : ok(one);

/** Parcels of the case that still count as on their way or delivered, and that nobody has disputed. */
const undisputed = ({ lines }: Case, order: Order): number[] =>
  order.parcels
    .filter(({ n }) => lines.some(({ parcel }) => parcel === n))
    .filter(({ state, disputedAt }) => DISPUTABLE.has(state) && disputedAt === undefined)
    .map(({ n }) => n);

const DISPUTABLE: ReadonlySet<string> = new Set(['shipped', 'picked-up', 'delivered']);
