import { z } from 'zod';
import { keyOf } from '../../../core/ids.ts';
import type { Action } from '../../../dialogue/action.ts';
import { byOwner } from '../by-owner.ts';
import { findCase } from './find-case.ts';
import { caseCardLine, type MoveDeps } from './move-case.ts';
import { refusedLine } from './refused-line.ts';
import { toldLine } from './told-line.ts';

const input = z.object({ kode: z.string(), bank: z.string(), nomor: z.string(), pemilik: z.string() });

/** Writes down where a refund goes for a customer without a chat, whom the owner has asked. */
export const giveAccount = (deps: MoveDeps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'give-account',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ kode, bank, nomor, pemilik }, at) {
    const one = await findCase(deps, kode);
    if (!one) return { outcome: 'refused', lines: [{ text: 'case.tidak-ada', with: { kode } }] };
    const by = byOwner(deps.staff, at);
    const event = { type: 'give_destination', bank, number: nomor, holder: pemilik } as const;
    const given = await deps.caseRoom.apply(one._id, event, { key: at.key, by });
    const sure = given.ok
      ? await deps.caseRoom.apply(
          one._id,
          { type: 'confirm_destination', number: nomor },
          { key: keyOf(at.key, 'sure'), by },
        )
      : given;
    if (sure.ok) return { outcome: 'done', lines: [toldLine(deps, 'tercatat-rekening', sure.value, at.language)] };
    const lines = [refusedLine(deps, one._id, sure.error, at), ...(await caseCardLine(deps, one._id, at))];
    return { outcome: 'refused', lines };
  },
});
