import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { Line, LineChoice } from '../../../dialogue/talk.ts';
import type { Case } from '../../../shop/cases/case.ts';
import { COMPLAINT_WISHES } from '../../../understanding/complaint.ts';
import type { CaseDeskDeps } from './deps.ts';
import { type MoveDeps, moveAction } from './move-case.ts';
import { toldLine } from './told-line.ts';

const rev = z.number().optional();
const withReason = z.object({ kode: z.string(), alasan: z.string(), rev });
type WithReason = z.infer<typeof withReason>;
const approving = z.object({
  kode: z.string(),
  cara: z.enum(COMPLAINT_WISHES),
  jumlah: z.number().int().positive().optional(),
  balik: z.enum(['ya', 'ya-ke', 'tidak']).optional(),
  alamat: z.string().optional(),
  rev,
});
const changing = z.object({
  kode: z.string(),
  cara: z.enum(COMPLAINT_WISHES),
  jumlah: z.number().int().positive().optional(),
  alasan: z.string(),
});
const bare = z.object({ kode: z.string(), rev });
type Name = 'done' | 'refused';
type ApproveDeps = MoveDeps & Pick<CaseDeskDeps, 'settings'>;

/** Grants a case: how it is put right, how much goes back, whether the goods come back first. */
export const approveCase = (deps: ApproveDeps): Action<z.infer<typeof approving>, Name> =>
  moveAction(deps, {
    name: 'approve-case',
    input: approving,
    event: ({ cara, jumlah, balik, alamat }) => ({
      type: 'approve',
      remedy: cara,
      ...(jumlah !== undefined && { amount: jumlah }),
      ...(balik !== undefined && { sendBack: balik !== 'tidak' }),
      ...(alamat !== undefined && { returnTo: alamat }),
    }),
    done: (after, _, { language }) => [
      toldLine(deps, after.state === 'awaiting-second' ? 'menunggu-kedua' : 'tercatat-setuju', after, language),
      ...whereTo(deps, after),
    ],
  });

/** Agrees to a refund above the limit. */
export const approveSecond = (deps: ApproveDeps): Action<z.infer<typeof bare>, Name> =>
  moveAction(deps, {
    name: 'approve-second',
    input: bare,
    event: () => ({ type: 'approve_second' }),
    done: (after, _, { language }) => [toldLine(deps, 'tercatat-setuju', after, language), ...whereTo(deps, after)],
  });

/** Puts it right in another way than was decided: the replacement is sold out, the customer wants money. */
export const changeRemedy = (deps: MoveDeps): Action<z.infer<typeof changing>, Name> =>
  moveAction(deps, {
    name: 'change-remedy',
    input: changing,
    event: ({ cara, jumlah, alasan }) => ({
      type: 'change_remedy',
      remedy: cara,
      reason: alasan,
      ...(jumlah !== undefined && { amount: jumlah }),
    }),
    done: (after, _, { language }) =>
      toldLine(deps, after.state === 'awaiting-second' ? 'menunggu-kedua' : 'tercatat-ganti', after, language),
  });

// A shop that has not said where it is cannot be sent anything; its owner tells the customer, and then says it once for all.
function whereTo({ settings }: ApproveDeps, after: Case): readonly Line[] {
  const known = after.sendBack?.to !== undefined || settings.profile().address.street !== '';
  if (after.state !== 'awaiting-return' || known) return [];
  const reply: LineChoice = { label: { text: 'case.kartu.tombol-balas' }, tap: { verb: 'balas', code: after.order } };
  return [
    { text: 'case.isi-alamat', with: { kode: after._id }, ...(after.chat !== undefined && { choices: [reply] }) },
  ];
}

const because = (
  deps: MoveDeps,
  name: string,
  type: 'reject' | 'ask_evidence' | 'settle' | 'cancel',
  text: string,
): Action<WithReason, Name> =>
  moveAction(deps, {
    name,
    input: withReason,
    event: ({ alasan }) => ({ type, reason: alasan }),
    done: (after, { alasan }, { language }) => toldLine(deps, text, after, language, { sebab: alasan }),
  });

/** Turns a case down, with a reason that the customer reads. */
export const rejectCase = (deps: MoveDeps): Action<WithReason, Name> =>
  because(deps, 'reject-case', 'reject', 'tercatat-tolak');

/** Wants to see more before deciding. */
export const askEvidence = (deps: MoveDeps): Action<WithReason, Name> =>
  because(deps, 'ask-evidence', 'ask_evidence', 'tercatat-minta');

/** Ends a case with an explanation. */
export const settleCase = (deps: MoveDeps): Action<WithReason, Name> =>
  because(deps, 'settle-case', 'settle', 'tercatat-jelaskan');

/** Ends a case of which nothing came. */
export const closeCase = (deps: MoveDeps): Action<WithReason, Name> =>
  because(deps, 'close-case', 'cancel', 'tercatat-tutup');
