import type { Order } from '../orders/order.ts';
import type { CaseLine, CaseReason, Evidence, Finding, Remedy, Verdict } from './case.ts';
import { lineOf } from './case-line.ts';
import { type CaseRules, notTakenBack, type Rule, windowEnd } from './policy.ts';

/** What a verdict is made of. */
export interface VerdictFacts {
  readonly reason: CaseReason;
  readonly wish?: Remedy | undefined;
  readonly lines: readonly CaseLine[];
  readonly evidence: readonly Evidence[];
}

/** What the shop's rules say of a case, with what speaks for and against it; a person decides. */
export function verdictOf(facts: VerdictFacts, order: Order, rules: CaseRules, submittedAt: Date): Verdict {
  const { reason, wish, lines, evidence } = facts;
  const rule = rules.policy.reasons[reason];
  const arrivals = lines.map((line) => arrivalOf(order, line));
  const ends = lines.flatMap((line, i) => {
    const at = arrivals[i];
    return at ? [windowEnd(rules, [line], at).getTime()] : [];
  });
  const until = ends.length > 0 ? new Date(Math.min(...ends)) : undefined;
  const inWindow = until === undefined || submittedAt <= until;
  const because = notTakenBack(rules.policy, lines, reason);
  const known = arrivals.every((at) => at !== undefined);
  const findings: Finding[] = [
    ...arrivalFindings(reason, known, inWindow),
    ...(reason === 'berubah_pikiran' ? (['change-of-mind'] as const) : []),
    ...(because === undefined ? [] : (['not-taken-back'] as const)),
    ...(wish === undefined || rule.remedies.includes(wish) ? [] : (['remedy-unusual'] as const)),
  ];
  const value = goodsValue(lines);
  return withEvidence(
    {
      inWindow,
      ...(until && { until }),
      evidenceComplete: false,
      missing: [],
      pays: rule.return_paid_by,
      sendBack: rule.send_back && value > rules.policy.limits.no_return_up_to,
      findings,
      ...(because !== undefined && { because }),
    },
    rule,
    evidence,
  );
}

/** What the rules will say of goods of an order before a case is made, while nothing has been shown. */
export function outlookOf(
  order: Order,
  { reason, wish, skus }: { reason: CaseReason; wish?: Remedy | undefined; skus: readonly string[] },
  rules: CaseRules,
  now: Date,
): Verdict {
  const lines = order.lines.flatMap(({ sku, quantity }) =>
    skus.includes(sku) ? (lineOf(order, sku, quantity) ?? []) : [],
  );
  return verdictOf({ reason, wish, lines, evidence: [] }, order, rules, now);
}

/** The verdict once more, after the customer has shown something more. */
export function withEvidence(verdict: Verdict, rule: Rule, evidence: readonly Evidence[]): Verdict {
  // A film shows what a photo would.
  const has = {
    photo: evidence.some(({ kind }) => kind !== 'document'),
    video: evidence.some(({ kind }) => kind === 'video'),
  };
  const missing = rule.needs.filter((what) => !has[what]);
  const wanted = rule.wants.filter((what) => !has[what]);
  const lacks = (['photo', 'video'] as const).filter((what) => missing.includes(what) || wanted.includes(what));
  const findings = [
    ...verdict.findings.filter((one) => one !== 'photo-missing' && one !== 'video-missing'),
    ...lacks.map((what): Finding => `${what}-missing`),
  ];
  return { ...verdict, missing, evidenceComplete: lacks.length === 0, findings };
}

/** What the goods of a case cost the customer. */
export const goodsValue = (lines: readonly CaseLine[]): number =>
  lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);

function arrivalFindings(reason: CaseReason, known: boolean, inWindow: boolean): Finding[] {
  const late: Finding = inWindow ? 'in-window' : 'late';
  if (reason === 'tidak_sampai') return known ? ['courier-says-delivered', late] : ['not-arrived'];
  return known ? [late] : ['arrival-unknown'];
}

// Received without a word is written down later than the arrival, so the courier's day goes first.
function arrivalOf(order: Order, line: CaseLine): Date | undefined {
  const parcel = order.parcels.find(({ n }) => n === line.parcel);
  return parcel?.deliveredAt ?? parcel?.receivedAt;
}
