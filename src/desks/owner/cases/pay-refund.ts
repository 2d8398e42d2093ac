import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { fileAnswer } from '../../../dialogue/kinds/file.ts';
import { byOwner } from '../by-owner.ts';
import { findCase } from './find-case.ts';
import { caseCardLine, type MoveDeps, moveCase } from './move-case.ts';
import { refusedLine } from './refused-line.ts';
import { toldLine } from './told-line.ts';

const looking = z.object({ kode: z.string() });
const paying = z.object({
  kode: z.string(),
  /** The account number as it was shown: money that went there is what is written down. */
  nomor: z.string().optional(),
  bukti: z.array(fileAnswer).optional(),
});

/** Shows how much goes where, the number alone in a message so that one tap copies it. */
export const lookAtRefund = (deps: MoveDeps): Action<z.infer<typeof looking>, 'ready' | 'refused'> => ({
  name: 'look-at-refund',
  kind: 'looks',
  input: looking,
  outcomes: ['ready', 'refused'],
  async run({ kode }, at) {
    const one = await findCase(deps, kode);
    if (!one) return { outcome: 'refused', lines: [{ text: 'case.tidak-ada', with: { kode } }] };
    const no = deps.caseRoom.mayNot(one, { type: 'pay_refund' }, byOwner(deps.staff, at));
    const { destination, refund } = one;
    if (no || !destination || !refund) {
      const why = no ?? ({ code: 'not-found' } as const);
      const lines = [refusedLine(deps, one._id, why, at), ...(await caseCardLine(deps, one._id, at))];
      return { outcome: 'refused', lines };
    }
    const { bank, number, holder } = destination;
    return {
      outcome: 'ready',
      data: { nomor: number },
      lines: [
        { text: 'case.kirim-uang', with: { jumlah: refund.amount, bank, pemilik: holder } },
        { text: 'case.nomor', with: { nomor: number } },
      ],
    };
  },
});

/** Writes down that the refund was sent, with the picture that the customer gets; sending it is the owner's own hand. */
export const payRefund = (deps: MoveDeps): Action<z.infer<typeof paying>, 'done' | 'refused'> => ({
  name: 'pay-refund',
  kind: 'acts',
  input: paying,
  outcomes: ['done', 'refused'],
  async run({ kode, nomor, bukti = [] }, at) {
    const one = await findCase(deps, kode);
    if (!one) return { outcome: 'refused', lines: [{ text: 'case.tidak-ada', with: { kode } }] };
    const proof = bukti[0]?.file.id;
    if (nomor !== undefined && one.destination && one.destination.number !== nomor) {
      const line = { text: 'case.tolak-destination-changed', with: { kode: one._id } };
      return { outcome: 'refused', lines: [line, ...(await caseCardLine(deps, one._id, at))] };
    }
    const event = { type: 'pay_refund', ...(proof !== undefined && { proof }) } as const;
    return moveCase(deps, one, event, (after) => toldLine(deps, 'tercatat-bayar', after, at.language), at);
  },
});
