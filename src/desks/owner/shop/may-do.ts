import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';

/** The first step of what only the owner does: staff hear so before they are asked anything. */
export const ownerOnly = (): Action<object, 'allowed'> => ({
  name: 'owner-only',
  kind: 'looks',
  input: z.object({}),
  outcomes: ['allowed'],
  run: () => Promise.resolve({ outcome: 'allowed' }),
});
