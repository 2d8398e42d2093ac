import { z } from 'zod';
import type { Action } from '../../../../dialogue/action.ts';
import { showTime } from '../../../../notices/show-time.ts';
import type { OwnerShopDeps } from '../deps.ts';

const nothing = z.object({});
type Deps = Pick<OwnerShopDeps, 'careful' | 'house'>;

/** Shows what waits behind a careful start, before anything of it goes out. */
export const lookAtCareful = ({ careful, house }: Deps): Action<z.infer<typeof nothing>, 'careful' | 'ordinary'> => ({
  name: 'look-at-careful',
  kind: 'looks',
  input: nothing,
  outcomes: ['careful', 'ordinary'],
  async run(_, { language }) {
    const since = careful.since();
    if (!since) return { outcome: 'ordinary' };
    const { held, overdue, open } = await careful.summary();
    const sejak = showTime(since, house.shop().zone, language);
    return { outcome: 'careful', data: { sejak, tertahan: held, lewat: overdue, terbuka: open } };
  },
});

/** Ends the careful start. */
export const endCareful = ({ careful }: Pick<Deps, 'careful'>): Action<z.infer<typeof nothing>, 'done'> => ({
  name: 'end-careful',
  kind: 'acts',
  input: nothing,
  outcomes: ['done'],
  async run() {
    await careful.end();
    return { outcome: 'done' };
  },
});
