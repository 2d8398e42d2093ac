import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { caseMoves } from '../../../notices/tellers/case-offers.ts';
import { splitCode } from '../../resi/split-code.ts';
import { byOwner } from '../by-owner.ts';
import { findCase } from './find-case.ts';
import { caseCardLine, type MoveDeps } from './move-case.ts';
import { refusedLine } from './refused-line.ts';

const input = z.object({
  kode: z.string().optional(),
  /** What was written behind a command. */
  kata: z.string().optional(),
  langkah: z.string(),
});

/** Looks whether a step may be taken now, before anything is asked for it; an old button is answered with the case as it stands. */
export const caseMay = (deps: MoveDeps): Action<z.infer<typeof input>, 'yes' | 'no'> => ({
  name: 'case-may',
  kind: 'looks',
  input,
  outcomes: ['yes', 'no'],
  async run({ kode, kata = '', langkah }, at) {
    const code = kode ?? splitCode(kata).code;
    // Without a code the form asks for it.
    if (code === undefined) return { outcome: 'yes' };
    const one = await findCase(deps, code);
    if (!one) return { outcome: 'no', lines: [{ text: 'case.tidak-ada', with: { kode: code } }] };
    const event = caseMoves(one)[langkah];
    const no = event && deps.caseRoom.mayNot(one, event, byOwner(deps.staff, at));
    if (!no) return { outcome: 'yes' };
    return { outcome: 'no', lines: [refusedLine(deps, one._id, no, at), ...(await caseCardLine(deps, one._id, at))] };
  },
});
