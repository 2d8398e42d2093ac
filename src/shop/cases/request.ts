import type { ChatId, Code, FileId, PersonId } from '../../core/ids.ts';
import type { CaseKind, CaseReason, Remedy } from './case.ts';

/** What is wrong with an order, as a customer, or the owner for them, says it. */
export interface CaseRequest {
  readonly order: Code;
  readonly customer: PersonId;
  readonly chat?: ChatId | undefined;
  /** Without it: a retur where the goods are to come back, else a complaint. */
  readonly kind?: CaseKind | undefined;
  readonly reason: CaseReason;
  readonly wish?: Remedy | undefined;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  readonly words: string;
  readonly evidence: readonly FileId[];
}
