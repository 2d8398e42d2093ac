import type { Json } from '../core/json.ts';
import type { ListChoice } from './action.ts';
import type { StepId, TextKey } from './flow.ts';
import type { Filled, Line, LineChoice, ValueChoice } from './talk.ts';

/** What a reply means to the open question; only `failed` leaves it to others. */
export type Meaning =
  /** Values of fields, the asked one or earlier ones; those read by a reader may still want their list. */
  | { readonly type: 'values'; readonly values: Filled; readonly by: 'parser' | 'reader' }
  /** All values that a field with `many` has now; it goes on being asked. */
  | { readonly type: 'collected'; readonly field: string; readonly values: readonly Json[] }
  | { readonly type: 'picked'; readonly field: string; readonly choices: readonly ListChoice[] }
  | {
      readonly type: 'asked-back';
      readonly field: string;
      readonly more: { readonly ask: TextKey; readonly with?: Filled; readonly choices?: readonly ValueChoice[] };
      readonly kept: Json;
    }
  /** `lewati`, `selesai`, `tetap`. */
  | { readonly type: 'skip' | 'finish' | 'keep' }
  | { readonly type: 'take-offer' | 'decline-offer' }
  /** A problem's question: keep what was said, or take this value. */
  | { readonly type: 'accept' }
  | { readonly type: 'solve'; readonly value: Json }
  | { readonly type: 'confirm' | 'edit' }
  /** Another field shall change; `words` are what it shall change to, if that was said too. */
  | { readonly type: 'change'; readonly field: string; readonly words?: string }
  | { readonly type: 'choose'; readonly choice: ListChoice; readonly go?: StepId }
  /** Whether to cancel was asked. */
  | { readonly type: 'leave' | 'stay' }
  | { readonly type: 'failed'; readonly why: TextKey; readonly with?: Filled };

/** A thing the person can tap, type or number in answer to the open question. */
export interface Option {
  readonly meaning: Meaning;
  readonly choice: LineChoice;
  /** Words that mean it: its label, its value, others. */
  readonly words: readonly string[];
  /** False for word choices (`ya`, `lewati`), which have no number. */
  readonly numbered: boolean;
}

/** The open question: what to say to ask it, and what can be answered at once. */
export interface Question {
  readonly lines: readonly Line[];
  readonly options: readonly Option[];
}
