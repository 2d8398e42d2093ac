import { z } from 'zod';
import { LANGUAGES } from '../../../core/language.ts';
import type { Action } from '../../../dialogue/action.ts';
import { byCustomer, personOf } from '../by-customer.ts';
import type { CustomerDeps } from '../deps.ts';

const input = z.object({ language: z.enum(LANGUAGES) });

/** Speaks the chosen language from now on, in this chat and in what the shop tells this person. */
export const setLanguage = (deps: Pick<CustomerDeps, 'customers'>): Action<z.infer<typeof input>, 'set'> => ({
  name: 'set-language',
  kind: 'acts',
  input,
  outcomes: ['set'],
  async run({ language }, at) {
    await deps.customers.change(personOf(at), { type: 'set_language', language }, { key: at.key, by: byCustomer(at) });
    return { outcome: 'set', set: { language }, lines: [{ text: 'bahasa.diganti' }] };
  },
});
