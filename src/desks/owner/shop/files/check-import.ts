import { z } from 'zod';
import { keyOf } from '../../../../core/ids.ts';
import type { Action, List } from '../../../../dialogue/action.ts';
import { fileAnswer } from '../../../../dialogue/kinds/file.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import { byOwner } from '../../by-owner.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { importRefusal } from './import-refusal.ts';
import { previewLine } from './preview-line.ts';

const input = z.object({
  berkas: z.array(fileAnswer).min(1),
  isi: z.enum(['products', 'resi']),
  milik: z.string().optional(),
});
type Deps = Pick<OwnerShopDeps, 'imports' | 'staff' | 'house' | 'suppliers'>;

/** Says that a list is of several suppliers, or names them itself. */
const MIXED = '-';

/** Looks through a list and shows what it would change; nothing is changed yet, and nothing ever by a list with a wrong row. */
export const checkImport = (deps: Deps): Action<z.infer<typeof input>, 'ready' | 'gone' | 'nothing' | 'wrong'> => ({
  name: 'check-import',
  kind: 'acts',
  input,
  outcomes: ['ready', 'gone', 'nothing', 'wrong'],
  async run({ berkas, isi, milik }, at) {
    const file = berkas[0]?.file.id;
    if (file === undefined) return { outcome: 'wrong', lines: [{ text: 'engine.berkas-gone' }] };
    const supplier = milik === undefined || milik === MIXED ? undefined : milik;
    const request = { file, kind: isi, ...(supplier !== undefined && { supplier }) };
    const checked = await deps.imports.check(request, { key: at.key, by: byOwner(deps.staff, at) });
    if (!checked.ok) return { outcome: 'wrong', lines: [importRefusal(deps, checked.error, at.language)] };
    const { import: one, preview } = checked.value;
    const line = previewLine(deps, one.rows, preview, at.language);
    const outcome = line.nothing ? 'nothing' : (preview?.gone.length ?? 0) > 0 ? 'gone' : 'ready';
    // key: <first message>/<flow>/<step>/drop
    if (line.nothing) await deps.imports.cancel(one._id, { key: keyOf(at.key, 'drop'), by: byOwner(deps.staff, at) });
    return { outcome, data: { kode: one._id, baris: one.rows, hilang: preview?.gone.length ?? 0 }, lines: [line.line] };
  },
});

/** Whose list a file may be. */
export const listOwners =
  ({ suppliers, house }: Pick<Deps, 'suppliers' | 'house'>): List =>
  ({ language }) => {
    const all = suppliers.all().map(({ _id, name }) => ({ value: _id, label: name }));
    const label = sayIn(house, language)('toko.impor.campuran');
    return Promise.resolve([...all, { value: MIXED, label, words: ['campuran', 'semua', 'mixed'] }]);
  };
