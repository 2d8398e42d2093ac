import { z } from 'zod';
import type { Result } from '../../../core/result.ts';
import type { Action, At, Outcome } from '../../../dialogue/action.ts';
import { fileAnswer } from '../../../dialogue/kinds/file.ts';
import type { Case } from '../../../shop/cases/case.ts';
import type { ApplyRefused } from '../../../shop/cases/cases.ts';
import type { CaseEvent } from '../../../shop/cases/event.ts';
import { byCustomer } from '../by-customer.ts';
import { myCase } from '../cases/my-cases.ts';
import type { CustomerDeps } from '../deps.ts';

type Deps = Pick<CustomerDeps, 'customers' | 'cases'>;

/** Moves a case of the person who writes, once per key; undefined when it is none of theirs. */
async function move(
  deps: Deps,
  code: string,
  event: CaseEvent,
  at: At,
): Promise<Result<Case, ApplyRefused> | undefined> {
  const one = await myCase(deps, code, at);
  return one && deps.cases.apply(one._id, event, { key: at.key, by: byCustomer(at) });
}

const named = <Name extends string>(
  moved: Result<Case, ApplyRefused> | undefined,
  done: Name,
): Outcome<Name | 'refused'> => ({
  outcome: moved?.ok === true ? done : 'refused',
});

const evidenceInput = z.object({ case: z.string(), files: z.array(fileAnswer).min(1) });

/** Adds pictures to an open case. */
export const addEvidence = (deps: Deps): Action<z.infer<typeof evidenceInput>, 'added' | 'refused'> => ({
  name: 'add-evidence',
  kind: 'acts',
  input: evidenceInput,
  outcomes: ['added', 'refused'],
  run: async ({ case: code, files }, at) =>
    named(await move(deps, code, { type: 'add_evidence', files: files.map(({ file }) => file.id) }, at), 'added'),
});

const sendBackInput = z.object({ kasus: z.string(), kurir: z.string(), resi: z.string() });

/** Notes under which number the customer's goods come back. */
export const sendBack = (deps: Deps): Action<z.infer<typeof sendBackInput>, 'noted' | 'refused'> => ({
  name: 'send-back',
  kind: 'acts',
  input: sendBackInput,
  outcomes: ['noted', 'refused'],
  run: async ({ kasus, kurir, resi }, at) =>
    named(await move(deps, kasus, { type: 'send_back', courier: kurir, resi }, at), 'noted'),
});

const destinationInput = z.object({ kasus: z.string(), bank: z.string(), nomor: z.string(), pemilik: z.string() });

/** Notes where a refund goes; the customer has read it and said yes to it. */
export const giveDestination = (deps: Deps): Action<z.infer<typeof destinationInput>, 'noted' | 'refused'> => ({
  name: 'give-destination',
  kind: 'acts',
  input: destinationInput,
  outcomes: ['noted', 'refused'],
  run: async ({ kasus, bank, nomor, pemilik }, at) => {
    const event = { type: 'give_destination', bank, number: nomor, holder: pemilik, confirmed: true } as const;
    return named(await move(deps, kasus, event, at), 'noted');
  },
});

const appealInput = z.object({ kasus: z.string(), alasan: z.string(), foto: z.array(fileAnswer).optional() });

/** Has a rejected case looked at once more. */
export const appeal = (
  deps: Deps,
): Action<z.infer<typeof appealInput>, 'appealed' | 'once-only' | 'too-late' | 'refused'> => ({
  name: 'appeal',
  kind: 'acts',
  input: appealInput,
  outcomes: ['appealed', 'once-only', 'too-late', 'refused'],
  async run({ kasus, alasan, foto = [] }, at) {
    const files = foto.map(({ file }) => file.id);
    const moved = await move(deps, kasus, { type: 'appeal', words: alasan, ...(files.length > 0 && { files }) }, at);
    if (moved === undefined || moved.ok) return named(moved, 'appealed');
    const why = moved.error.code === 'case-move-refused' ? moved.error.why : undefined;
    if (why === 'appealed-before') return { outcome: 'once-only' };
    return { outcome: why === 'appeal-too-late' ? 'too-late' : 'refused' };
  },
});

const caseOnly = z.object({ case: z.string() });

/** Withdraws a case. */
export const cancelCase = (deps: Deps): Action<z.infer<typeof caseOnly>, 'cancelled' | 'refused'> => ({
  name: 'cancel-case',
  kind: 'acts',
  input: caseOnly,
  outcomes: ['cancelled', 'refused'],
  run: async ({ case: code }, at) => named(await move(deps, code, { type: 'cancel' }, at), 'cancelled'),
});

/** Notes that a replacement has come. */
export const receiveReplacement = (deps: Deps): Action<z.infer<typeof caseOnly>, 'received' | 'refused'> => ({
  name: 'receive-replacement',
  kind: 'acts',
  input: caseOnly,
  outcomes: ['received', 'refused'],
  run: async ({ case: code }, at) => named(await move(deps, code, { type: 'receive' }, at), 'received'),
});
