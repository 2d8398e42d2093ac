import { z } from 'zod';
import { readCode } from '../../../core/ids.ts';
import type { Action, At, List, ListChoice } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { Case } from '../../../shop/cases/case.ts';
import { bySupplier } from '../by-supplier.ts';
import type { SupplierDeps } from '../deps.ts';

const looking = z.object({ kode: z.string().optional() });
const answering = z.object({
  kode: z.string(),
  jawaban: z.enum(['replaced', 'credited', 'refused']),
  jumlah: z.number().int().positive().optional(),
  catatan: z.string().optional(),
});
type Deps = Pick<SupplierDeps, 'cases' | 'suppliers' | 'house'>;

/** Looks whether a quoted message or a button is about a claim on this supplier, so that an "ok" to it accepts no order. */
export const lookAtClaim = (deps: Deps): Action<z.infer<typeof looking>, 'claim' | 'other'> => ({
  name: 'look-at-claim',
  kind: 'looks',
  input: looking,
  outcomes: ['claim', 'other'],
  async run({ kode }, at) {
    const one = kode === undefined ? undefined : await ownClaim(deps, kode, at);
    return { outcome: one ? 'claim' : 'other' };
  },
});

/** Writes down how the supplier answers for it; the owner hears of it. */
export const answerClaim = (deps: Deps): Action<z.infer<typeof answering>, 'heard'> => ({
  name: 'answer-claim',
  kind: 'acts',
  input: answering,
  outcomes: ['heard'],
  async run({ kode, jawaban, jumlah, catatan }, at) {
    const one = await ownClaim(deps, kode, at);
    if (!one) return { outcome: 'heard', lines: [{ text: 'pemasok.kode-tidak-ada', with: { kode } }] };
    const event = {
      type: 'supplier_claim',
      supplier: at.who.id,
      state: jawaban,
      ...(catatan !== undefined && catatan !== '' && { note: catatan.slice(0, 500) }),
      ...(jawaban === 'credited' && { amount: jumlah }),
    } as const;
    const moved = await deps.cases.apply(one._id, event, { key: at.key, by: bySupplier(deps, at) });
    const text = moved.ok ? 'case.pemasok.dicatat' : 'case.pemasok.tidak-bisa';
    return { outcome: 'heard', lines: [{ text, with: { kode: one.order } }] };
  },
});

/** What a supplier may answer to a claim. */
export const claimAnswers =
  ({ house }: Pick<Deps, 'house'>): List =>
  ({ language }) => {
    const say = sayIn(house, language);
    const answers = ['replaced', 'credited', 'refused'] as const;
    return Promise.resolve(answers.map((value): ListChoice => ({ value, label: say(`case.jawab-${value}`) })));
  };

async function ownClaim({ cases }: Deps, text: string, { who }: At): Promise<Case | undefined> {
  const code = readCode(text);
  const one = code && (await cases.find(code));
  return one?.supplierClaims.some(({ supplier }) => supplier === who.id) === true ? one : undefined;
}
