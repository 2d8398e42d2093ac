import { ARRAY_OPERATORS } from './expression-arrays.ts';
import type { Operator } from './expression-kit.ts';
import { LOGIC_OPERATORS } from './expression-logic.ts';
import { NUMBER_OPERATORS } from './expression-numbers.ts';
import { TEXT_OPERATORS } from './expression-texts.ts';

/** Every expression operator there is; the others are refused. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ...Object.entries(LOGIC_OPERATORS),
  ...Object.entries(NUMBER_OPERATORS),
  ...Object.entries(TEXT_OPERATORS),
  ...Object.entries(ARRAY_OPERATORS),
]);
