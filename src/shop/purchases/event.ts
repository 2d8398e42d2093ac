import type { FileId } from '../../core/ids.ts';

/** What may happen to a purchase. */
export type PurchaseEvent =
  /** Into the supplier's own chat. */
  | { readonly type: 'send' }
  /** To the owner, who forwards it. */
  | { readonly type: 'offer' }
  /** The owner has forwarded it. */
  | { readonly type: 'forward' }
  | { readonly type: 'remind'; readonly what: 'answer' | 'resi'; readonly k: number }
  | SupplierAnswer
  | { readonly type: 'withdraw'; readonly reason: string };

/** What a supplier says, in its chat or by the owner's hand. */
export type SupplierAnswer =
  | { readonly type: 'accept' }
  | { readonly type: 'empty'; readonly reason: string; readonly skus?: readonly string[] | undefined }
  | { readonly type: 'pack' }
  | { readonly type: 'ship'; readonly courier: string; readonly resi: string; readonly shared?: boolean | undefined }
  /** Words that are none of these, or evidence; kept, and nothing moves. */
  | { readonly type: 'note'; readonly words: string; readonly files?: readonly FileId[] | undefined };
