import { z } from 'zod';
import { asFileId } from '../../../core/ids.ts';
import type { Action, At } from '../../../dialogue/action.ts';
import { type FileAnswer, fileAnswer } from '../../../dialogue/kinds/file.ts';
import type { Case } from '../../../shop/cases/case.ts';
import { knows } from '../../../shop/history.ts';
import { byCustomer } from '../by-customer.ts';
import { myCases } from '../cases/my-cases.ts';
import type { CustomerDeps } from '../deps.ts';

const input = z.object({
  berkas: z.array(fileAnswer).optional(),
  /** The code of the message that was quoted. */
  tentang: z.string().optional(),
});
type Deps = Pick<CustomerDeps, 'customers' | 'cases'>;

/** Takes a photo or film that came without a word as evidence, where one complaint of the person waits for it. */
export const addToComplaint = (deps: Deps): Action<z.infer<typeof input>, 'added' | 'none'> => ({
  name: 'add-to-complaint',
  kind: 'acts',
  input,
  outcomes: ['added', 'none'],
  async run({ berkas = [], tentang }, at) {
    const files = berkas.filter(({ kind }) => SHOWS.has(kind)).map(({ file }) => file.id);
    if (files.length === 0) return { outcome: 'none' };
    const one = meant(deps, await myCases(deps, at), tentang, at);
    if (!one) return { outcome: 'none' };
    const event = { type: 'add_evidence', files } as const;
    const moved = await deps.cases.apply(one._id, event, { key: at.key, by: byCustomer(at) });
    return { outcome: moved.ok ? 'added' : 'none' };
  },
});

const SHOWS: ReadonlySet<FileAnswer['kind']> = new Set(['image', 'video', 'pdf']);

// The quoted one, else the only one that waits, else the only one that takes more; a repeated turn finds its own again.
function meant({ cases }: Deps, mine: readonly Case[], quoted: string | undefined, at: At): Case | undefined {
  const done = mine.find(({ history }) => knows(history, at.key));
  if (done) return done;
  const may = (one: Case): boolean =>
    cases.mayNot(one, { type: 'add_evidence', files: [asFileId('-')] }, byCustomer(at)) === undefined;
  const open = mine.filter(may);
  const named = open.find(({ _id }) => _id === quoted);
  const waiting = open.filter(({ state }) => state === 'awaiting-evidence');
  const fitting = waiting.length > 0 ? waiting : open;
  return named ?? (fitting.length === 1 ? fitting[0] : undefined);
}
