import type { IndexSpec } from './index-spec.ts';

/** A document as it is stored. */
export interface Stored {
  readonly row: number;
  readonly bytes: Buffer;
}

/** Documents in the order of some of their fields: an index, or the ids themselves. */
export interface Ordered {
  readonly spec: IndexSpec;
  readonly multikey: boolean;
  read(span: Span, backwards: boolean): Generator<Stored>;
}

/** A span of order keys: from `low` on, up to but not including `high`. */
export interface Span {
  readonly low: Buffer;
  readonly high: Buffer;
}
