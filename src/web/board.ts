import type { Rupiah } from '../core/money.ts';

/** One order on the page's board, in words a shop owner reads. */
export interface BoardRow {
  readonly code: string;
  readonly customer: string;
  readonly stage: string;
  readonly payment: string;
  readonly fulfilment: string;
  readonly total: Rupiah;
  readonly updatedAt: Date;
  /** How the stage is tinted; `moving` when left out. */
  readonly tone?: 'attention' | 'moving' | 'done' | 'stopped';
}
