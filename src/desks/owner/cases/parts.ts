import type { Action, List } from '../../../dialogue/action.ts';
import type { Kind } from '../../../dialogue/kind.ts';
import { CASE_REASONS, caseReasons, caseSuppliers, claimAnswers, remedies, sendBackOrNot } from './case-lists.ts';
import { caseMay } from './case-may.ts';
import { approveCase, approveSecond, askEvidence, changeRemedy, closeCase, rejectCase, settleCase } from './decide.ts';
import type { CaseDeskDeps } from './deps.ts';
import { giveAccount } from './give-account.ts';
import {
  goodsArrived,
  goodsFit,
  goodsUnfit,
  noteCase,
  noteReturnResi,
  replacementSent,
  resolveAnyway,
  reviewCase,
  waiveReturn,
} from './goods-back.ts';
import { lookAtRefund, payRefund } from './pay-refund.ts';
import { returnAddress } from './return-address.ts';
import { showCases } from './show-cases.ts';
import { showEvidence } from './show-evidence.ts';
import { claimFromSupplier, supplierAnswered } from './supplier-claim.ts';

export { OWNER_CASE_TEXTS } from './texts.ts';

/** What the owner's flows may do with complaints and returs. */
export const ownerCaseActions = (deps: CaseDeskDeps): readonly Action[] => [
  caseMay(deps),
  showCases(deps),
  showEvidence(deps),
  reviewCase(deps),
  approveCase(deps),
  approveSecond(deps),
  changeRemedy(deps),
  rejectCase(deps),
  askEvidence(deps),
  settleCase(deps),
  closeCase(deps),
  waiveReturn(deps),
  noteReturnResi(deps),
  goodsArrived(deps),
  goodsFit(deps),
  goodsUnfit(deps),
  resolveAnyway(deps),
  lookAtRefund(deps),
  payRefund(deps),
  giveAccount(deps),
  replacementSent(deps),
  claimFromSupplier(deps),
  supplierAnswered(deps),
  noteCase(deps),
];

/** What the owner's flows may ask from, about complaints and returs. */
export const ownerCaseLists = (deps: CaseDeskDeps): Readonly<Record<string, List>> => ({
  'case-remedies': remedies(deps),
  'case-send-back': sendBackOrNot(deps),
  'case-suppliers': caseSuppliers(deps),
  'claim-answers': claimAnswers(deps),
  ...Object.fromEntries(Object.entries(CASE_REASONS).map(([name, of]) => [name, caseReasons(deps, of)] as const)),
});

/** The kinds of answers that only those flows take. */
export const OWNER_CASE_KINDS: Readonly<Record<string, Kind>> = { 'return-address': returnAddress };
