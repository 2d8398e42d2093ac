import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { Line } from '../../../dialogue/talk.ts';
import type { CaseDeskDeps } from './deps.ts';
import { findCase } from './find-case.ts';

const input = z.object({ kode: z.string() });
type Deps = Pick<CaseDeskDeps, 'caseRoom' | 'file'>;

/** Sends all that a case's customer has shown, a message each. */
export const showEvidence = (deps: Deps): Action<z.infer<typeof input>, 'shown' | 'none'> => ({
  name: 'show-evidence',
  kind: 'looks',
  input,
  outcomes: ['shown', 'none'],
  async run({ kode }) {
    const one = await findCase(deps, kode);
    if (!one) return { outcome: 'none', lines: [{ text: 'case.tidak-ada', with: { kode } }] };
    const { evidence, _id } = one;
    if (evidence.length === 0)
      return { outcome: 'none', lines: [{ text: 'case.tidak-ada-foto', with: { kode: _id } }] };
    const files = await Promise.all(evidence.map(({ file }) => deps.file(file)));
    const lines = files.map((file, i): Line => {
      const values = { kode: _id, n: i + 1, dari: evidence.length };
      return file ? { text: 'case.foto', with: values, file, about: _id } : { text: 'case.foto-hilang', with: values };
    });
    return { outcome: 'shown', lines };
  },
});
