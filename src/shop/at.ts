import type { Key } from '../core/ids.ts';
import type { By } from './history.ts';

/** Under which cause and by whom something is done: the same key again does it no second time. */
export interface At {
  readonly key: Key;
  readonly by: By;
}
