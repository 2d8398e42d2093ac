import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../core/result.ts';
import type { Mistake } from '../core/yaml/mistake.ts';
import { callSopShape } from '../desks/calls/call.ts';
import { FlowError } from '../dialogue/flow-error.ts';
import { loadSop } from '../notices/load-sop.ts';
import { loadPolicy } from '../shop/cases/load-policy.ts';
import type { Policy } from '../shop/cases/policy.ts';
import { orderSopShape } from '../shop/orders/sop.ts';
import { purchaseSopShape } from '../shop/purchases/sop.ts';
import { type DataText, loadShipping, type Shipping } from '../shop/shipping/load-shipping.ts';

/** The shop's rules, as its owner wrote them in `flows/`. */
export interface Rules extends Shipping {
  readonly policy: Policy;
  readonly sop: ReturnType<typeof readSop>;
}

/** Loads the rules; throws a FlowError with every mistake, each with its place. */
export function loadRules(dir: string): Rules {
  const text = (file: string): DataText => ({ file, text: readFileSync(join(dir, file), 'utf8') });
  const { rates, couriers } = orThrow(loadShipping(text('shipping.yaml'), text('couriers.yaml')));
  return { rates, couriers, policy: orThrow(loadPolicy(text('policy.yaml'))), sop: readSop(dir) };
}

const readSop = (dir: string) => loadSop(dir, { order: orderSopShape, purchase: purchaseSopShape, call: callSopShape });

function orThrow<T>(read: Result<T, readonly Mistake[]>): T {
  if (read.ok) return read.value;
  throw new FlowError(read.error);
}
