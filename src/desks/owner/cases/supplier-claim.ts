import { z } from 'zod';
import type { StoredFile } from '../../../channels/channel.ts';
import { keyOf } from '../../../core/ids.ts';
import type { Action, At } from '../../../dialogue/action.ts';
import type { Line } from '../../../dialogue/talk.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { caseValues } from '../../../notices/tellers/case-values.ts';
import { tidyText } from '../../../notices/tidy-text.ts';
import type { Case } from '../../../shop/cases/case.ts';
import type { CaseDeskDeps } from './deps.ts';
import { findCase } from './find-case.ts';
import { type MoveDeps, moveCase } from './move-case.ts';

type Deps = MoveDeps & Pick<CaseDeskDeps, 'suppliers' | 'listeners' | 'file' | 'push'>;
type Name = 'done' | 'refused';

const asking = z.object({ kode: z.string(), pemasok: z.string(), catatan: z.string().optional() });
const answering = z.object({
  kode: z.string(),
  pemasok: z.string(),
  jawaban: z.enum(['replaced', 'credited', 'refused']),
  jumlah: z.number().int().positive().optional(),
  catatan: z.string().optional(),
});

/**
 * Holds a supplier to what it sent: the text goes out as the case's own notice, the pictures behind it. A supplier without a
 * chat gets both by the owner's hand.
 */
export const claimFromSupplier = (deps: Deps): Action<z.infer<typeof asking>, Name> => ({
  name: 'claim-from-supplier',
  kind: 'acts',
  input: asking,
  outcomes: ['done', 'refused'],
  async run({ kode, pemasok, catatan }, at) {
    const one = await findCase(deps, kode);
    if (!one) return { outcome: 'refused', lines: [{ text: 'case.tidak-ada', with: { kode } }] };
    const event = { type: 'supplier_claim', supplier: pemasok, state: 'asked', note: catatan } as const;
    const moved = await moveCase(deps, one, event, () => ({ text: 'case.klaim-terkirim' }), at);
    if (moved.outcome === 'refused') return moved;
    const files = await evidenceOf(deps, one);
    const to = await deps.listeners.supplier(pemasok);
    const words = { kode: one._id, pemasok: nameOf(deps, pemasok), berkas: files.length };
    if (!to) {
      const text = claimText(deps, one, pemasok, catatan, at);
      return { outcome: 'done', lines: [{ text: 'case.klaim-sendiri', with: words }, ...forwardable(text, files)] };
    }
    for (const [i, file] of files.entries()) {
      // key: <the owner's tap>/<step>/claim/<n>, so that a repeated turn sends each picture once
      await deps.push({
        _id: keyOf(at.key, 'claim', i),
        chat: to.chat,
        message: { text: '', file, about: one._id },
        thread: `case/${one._id}`,
        about: one._id,
        rank: 'exception',
      });
    }
    return { outcome: 'done', lines: [{ text: 'case.klaim-terkirim', with: words }] };
  },
});

/** Writes down what the supplier gives for it. */
export const supplierAnswered = (deps: Deps): Action<z.infer<typeof answering>, Name> => ({
  name: 'supplier-answered',
  kind: 'acts',
  input: answering,
  outcomes: ['done', 'refused'],
  async run({ kode, pemasok, jawaban, jumlah, catatan }, at) {
    const one = await findCase(deps, kode);
    if (!one) return { outcome: 'refused', lines: [{ text: 'case.tidak-ada', with: { kode } }] };
    const amount = jawaban === 'credited' ? jumlah : undefined;
    const event = { type: 'supplier_claim', supplier: pemasok, state: jawaban, note: catatan, amount } as const;
    const done = { text: 'case.jawaban-dicatat', with: { kode: one._id, pemasok: nameOf(deps, pemasok) } };
    return moveCase(deps, one, event, () => done, at);
  },
});

const nameOf = ({ suppliers }: Pick<Deps, 'suppliers'>, id: string): string => suppliers.known(id)?.name ?? id;

async function evidenceOf({ file }: Pick<Deps, 'file'>, { evidence }: Case): Promise<readonly StoredFile[]> {
  const found = await Promise.all(evidence.map((one) => file(one.file)));
  return found.filter((one) => one !== undefined);
}

function claimText({ house }: Deps, one: Case, supplier: string, note: string | undefined, at: At): string {
  const body = { about: 'case', code: one._id, n: 0, event: 'supplier_asked', data: { note: note ?? '' } } as const;
  const facts = { order: undefined, returnTo: '', supplierName: '', decideHours: 0, asked: supplier };
  return tidyText(
    sayIn(house, at.language)('case.pemasok.klaim', caseValues(house, one, body, facts, at.language, 'supplier')),
  );
}

// The text stands alone, so that it can be forwarded as it is.
const forwardable = (text: string, files: readonly StoredFile[]): readonly Line[] => [
  { text: 'case.klaim-isi', with: { isi: text } },
  ...files.map((file, i): Line => ({ text: 'case.nomor', with: { nomor: String(i + 1) }, file })),
];
