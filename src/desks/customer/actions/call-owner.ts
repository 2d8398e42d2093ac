import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { CustomerDeps } from '../deps.ts';

const input = z.object({ flow: z.string() });

/** The flow whose only purpose is to call a person. */
const CALLS = 'cs';

/** Calls a person of the shop to this chat; where a flow could not go on, the customer hears that somebody will. */
export const callOwner = (deps: Pick<CustomerDeps, 'owner'>): Action<z.infer<typeof input>, 'called'> => ({
  name: 'call-owner',
  kind: 'acts',
  input,
  outcomes: ['called'],
  async run({ flow }, at) {
    await deps.owner.ask({ what: 'person', flow, words: '' }, at);
    return { outcome: 'called', lines: [{ text: flow === CALLS ? 'cs.dipanggil' : 'cs.dibantu' }] };
  },
});
