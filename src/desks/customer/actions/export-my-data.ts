import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { CustomerDeps } from '../deps.ts';

/** Hands a person everything the shop keeps of them, as a file. */
export const exportMyData = (
  deps: Pick<CustomerDeps, 'privacy'>,
): Action<Record<string, never>, 'sent' | 'nothing' | 'later'> => ({
  name: 'export-my-data',
  kind: 'acts',
  input: z.object({}),
  outcomes: ['sent', 'nothing', 'later'],
  async run(_, at) {
    const collected = await deps.privacy.collect(at);
    if (collected.type !== 'file') return { outcome: collected.type };
    return { outcome: 'sent', lines: [{ text: 'data.ini-datanya', file: collected.file }] };
  },
});
