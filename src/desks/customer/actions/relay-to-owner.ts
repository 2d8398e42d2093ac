import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { CustomerDeps } from '../deps.ts';

const input = z.object({ words: z.string() });

/** Hands on what a customer wrote while a person talks with them; the bot itself says nothing. */
export const relayToOwner = (deps: Pick<CustomerDeps, 'owner'>): Action<z.infer<typeof input>, 'relayed'> => ({
  name: 'relay-to-owner',
  kind: 'acts',
  input,
  outcomes: ['relayed'],
  async run({ words }, at) {
    await deps.owner.ask({ what: 'message', words }, at);
    return { outcome: 'relayed' };
  },
});
