import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { OwnerDeps } from '../deps.ts';
import { buriedCode } from '../work/find-work.ts';

const input = z.object({ kode: z.string() });

/** The owner has dealt with something that could not be done. */
export const closeBuried = ({ buried }: Pick<OwnerDeps, 'buried'>): Action<z.infer<typeof input>, 'done'> => ({
  name: 'close-buried',
  kind: 'acts',
  input,
  outcomes: ['done'],
  async run({ kode }) {
    const item = (await buried.open(500)).find(({ _id }) => buriedCode(_id) === kode);
    if (item) await buried.close(item._id);
    return { outcome: 'done', lines: [{ text: 'owner.sudah-diurus' }] };
  },
});
