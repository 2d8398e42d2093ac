import { z } from 'zod';
import { type Code, keyOf, readCode } from '../../../../core/ids.ts';
import type { Action, At } from '../../../../dialogue/action.ts';
import type { Line } from '../../../../dialogue/talk.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import type { Import } from '../../../../shop/tables/import-document.ts';
import { byOwner } from '../../by-owner.ts';
import type { OwnerShopDeps } from '../deps.ts';

const input = z.object({ kode: z.string(), hilang: z.enum(['sembunyikan', 'biarkan']).optional() });
type Deps = Pick<OwnerShopDeps, 'imports' | 'staff' | 'house'>;

/** Applies a list that was looked through; a long one goes on after this turn, and after any crash. */
export const applyImport = (deps: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'apply-import',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ kode, hilang }, at) {
    const code = readCode(kode);
    const chosen = code && hilang === 'sembunyikan' ? await hiding(deps, code, at) : code;
    const applied = chosen && (await deps.imports.apply(chosen, { key: at.key, by: byOwner(deps.staff, at) }));
    if (!applied?.ok) return { outcome: 'refused', lines: [{ text: 'toko.impor.sudah-lewat' }] };
    return { outcome: 'done', lines: [resultLine(deps, applied.value, at)] };
  },
});

// What to do with goods that the list names no more is settled when it is looked through: so it is looked through once more.
async function hiding({ imports, staff }: Deps, code: Code, at: At): Promise<Code | undefined> {
  const old = await imports.find(code);
  if (!old) return undefined;
  const by = byOwner(staff, at);
  const { file, kind, supplier } = old;
  // key: <first message>/<flow>/<step>/hide
  const again = await imports.check({ file, kind, supplier, hideGone: true }, { key: keyOf(at.key, 'hide'), by });
  if (!again.ok) return undefined;
  await imports.cancel(code, { key: at.key, by });
  return again.value.import._id;
}

function resultLine({ house }: Deps, one: Import, { language }: At): Line {
  const say = sayIn(house, language);
  const tolak = one.refused
    .slice(0, 10)
    .map(({ row, why }) => say('toko.impor.ditolak-baris', { baris: row, alasan: reasonOf(house, why, language) }))
    .join('\n');
  const values = { selesai: one.done - one.refused.length, baris: one.rows, jumlah: one.refused.length, isi: tolak };
  if (one.state === 'applying') return { text: 'toko.impor.sedang', with: { selesai: one.done, baris: one.rows } };
  return { text: one.refused.length > 0 ? 'toko.impor.jadi-sebagian' : 'toko.impor.jadi', with: values };
}

// Rooms refuse a row for many reasons; the usual ones have words of their own.
function reasonOf(house: Deps['house'], why: string, language: At['language']): string {
  const key = `toko.impor.tolak-${why}`;
  return house.texts.find(key, language) === undefined ? why : sayIn(house, language)(key);
}

/** Drops a list that was looked through and is not wanted. */
export const dropImport = ({ imports, staff }: Deps): Action<{ readonly kode: string }, 'done'> => ({
  name: 'drop-import',
  kind: 'acts',
  input: z.object({ kode: z.string() }),
  outcomes: ['done'],
  async run({ kode }, at) {
    const code = readCode(kode);
    if (code) await imports.cancel(code, { key: at.key, by: byOwner(staff, at) });
    return { outcome: 'done', lines: [{ text: 'toko.impor.batal' }] };
  },
});
