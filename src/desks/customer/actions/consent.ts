import { z } from 'zod';
import { addressOf } from '../../../channels/channel.ts';
import type { Action, At } from '../../../dialogue/action.ts';
import type { ConsentTo } from '../../../shop/customers/customer.ts';
import { byCustomer, personOf } from '../by-customer.ts';
import type { CustomerDeps } from '../deps.ts';

type Deps = Pick<CustomerDeps, 'customers'>;

/** The wording that `privasi.isi` and `data.mau-promo` have now; a new wording gets a new one. */
const VERSION = '1';

/** Notes that a new customer was told what happens with their data. */
export const toldPrivacy = (deps: Deps): Action<Record<string, never>, 'noted'> => ({
  name: 'told-privacy',
  kind: 'acts',
  input: z.object({}),
  outcomes: ['noted'],
  async run(_, at) {
    await note(deps, 'privacy', true, at);
    return { outcome: 'noted' };
  },
});

const input = z.object({ wanted: z.enum(['ya', 'tidak']) });

/** Notes whether a customer wants to hear of promotions. */
export const setPromo = (deps: Deps): Action<z.infer<typeof input>, 'wanted' | 'unwanted'> => ({
  name: 'set-promo',
  kind: 'acts',
  input,
  outcomes: ['wanted', 'unwanted'],
  async run({ wanted }, at) {
    await note(deps, 'promo', wanted === 'ya', at);
    return { outcome: wanted === 'ya' ? 'wanted' : 'unwanted' };
  },
});

async function note({ customers }: Deps, to: ConsentTo, given: boolean, at: At): Promise<void> {
  const { channel } = addressOf(at.chat);
  await customers.change(
    personOf(at),
    { type: 'consent', to, given, version: VERSION, channel },
    { key: at.key, by: byCustomer(at) },
  );
}
