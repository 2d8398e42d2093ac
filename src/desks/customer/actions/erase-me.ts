import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { CustomerDeps } from '../deps.ts';

const OUTCOMES = { erased: 'erased', open: 'orders-open', nothing: 'nothing' } as const;

/** Forgets a person who asked for it twice; while an order or a case runs, it says so instead. */
export const eraseMe = (
  deps: Pick<CustomerDeps, 'privacy'>,
): Action<Record<string, never>, 'erased' | 'orders-open' | 'nothing'> => ({
  name: 'erase-me',
  kind: 'acts',
  input: z.object({}),
  outcomes: ['erased', 'orders-open', 'nothing'],
  run: async (_, at) => ({ outcome: OUTCOMES[await deps.privacy.erase(at)] }),
});
