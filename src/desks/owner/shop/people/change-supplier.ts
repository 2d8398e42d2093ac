import { z } from 'zod';
import { keyOf } from '../../../../core/ids.ts';
import type { Action, At, List, Outcome } from '../../../../dialogue/action.ts';
import type { Line, LineChoice } from '../../../../dialogue/talk.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import type { SupplierEdit, SupplierRefused } from '../../../../shop/suppliers/change-supplier.ts';
import { PLACEHOLDERS } from '../../../../shop/suppliers/template.ts';
import { byOwner } from '../../by-owner.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { inviteLines } from './invite-lines.ts';
import { supplierCard } from './show-suppliers.ts';

type Deps = Pick<OwnerShopDeps, 'suppliers' | 'staff' | 'house' | 'catalog'>;
/** What a change of a supplier comes to. */
export type Done = 'done' | 'refused';

const fresh = z.object({ nama: z.string(), hp: z.string().optional() });

/** Adds a supplier by its name, with a phone where it has one. */
export const addSupplier = (deps: Deps): Action<z.infer<typeof fresh>, Done> => ({
  name: 'add-supplier',
  kind: 'acts',
  input: fresh,
  outcomes: ['done', 'refused'],
  async run({ nama, hp }, at) {
    const by = byOwner(deps.staff, at);
    const added = await deps.suppliers.add(nama, { key: at.key, by });
    if (!added.ok) return { outcome: 'refused', lines: [supplierRefusal(added.error)] };
    if (hp === undefined) return { outcome: 'done', lines: addedLines(deps, added.value._id, at) };
    // key: <first message>/<flow>/<step>/contact
    const edit = { type: 'set_contact', phone: hp } as const;
    const done = await deps.suppliers.change(added.value._id, edit, { key: keyOf(at.key, 'contact'), by });
    const wrong = done.ok || done.error.code === 'not-found' ? [] : [supplierRefusal(done.error)];
    return { outcome: 'done', lines: [...wrong, ...addedLines(deps, added.value._id, at)] };
  },
});

function addedLines(deps: Deps, id: string, at: At): readonly Line[] {
  const supplier = deps.suppliers.known(id);
  return supplier
    ? [{ text: 'toko.pemasok.ditambah', with: { nama: supplier.name } }, supplierCard(deps, supplier, at)]
    : [];
}

const phoneInput = z.object({ pemasok: z.string(), hp: z.string() });

/** Changes a supplier's phone. */
export const setSupplierPhone = (deps: Deps): Action<z.infer<typeof phoneInput>, Done> => ({
  name: 'set-supplier-phone',
  kind: 'acts',
  input: phoneInput,
  outcomes: ['done', 'refused'],
  run: ({ pemasok, hp }, at) => changeSupplier(deps, pemasok, { type: 'set_contact', phone: hp }, at),
});

const couriersInput = z.object({ pemasok: z.string(), kurir: z.array(z.string()).min(1) });

/** Changes the couriers that a supplier hands parcels to. */
export const setSupplierCouriers = (deps: Deps): Action<z.infer<typeof couriersInput>, Done> => ({
  name: 'set-supplier-couriers',
  kind: 'acts',
  input: couriersInput,
  outcomes: ['done', 'refused'],
  run({ pemasok, kurir }, at) {
    const couriers = kurir.includes(ALL_COURIERS) ? [] : kurir;
    return changeSupplier(deps, pemasok, { type: 'set_couriers', couriers }, at);
  },
});

const pause = z.object({ pemasok: z.string(), alasan: z.string() });

/** Hides a supplier's goods for now. */
export const pauseSupplier = (deps: Deps): Action<z.infer<typeof pause>, Done> => ({
  name: 'pause-supplier',
  kind: 'acts',
  input: pause,
  outcomes: ['done', 'refused'],
  run: ({ pemasok, alasan }, at) => changeSupplier(deps, pemasok, { type: 'pause', reason: alasan }, at),
});

const only = z.object({ pemasok: z.string() });

/** Shows a supplier's goods again. */
export const resumeSupplier = (deps: Deps): Action<z.infer<typeof only>, Done> => ({
  name: 'resume-supplier',
  kind: 'acts',
  input: only,
  outcomes: ['done', 'refused'],
  run: ({ pemasok }, at) => changeSupplier(deps, pemasok, { type: 'resume' }, at),
});

/** Makes a code by which a supplier's own chat is bound to it. */
export const inviteSupplier = (deps: Deps): Action<z.infer<typeof only>, Done> => ({
  name: 'invite-supplier',
  kind: 'acts',
  input: only,
  outcomes: ['done', 'refused'],
  async run({ pemasok }, at) {
    const supplier = deps.suppliers.known(pemasok);
    if (!supplier) return { outcome: 'refused', lines: [{ text: 'toko.pemasok.tidak-ada', with: { nama: pemasok } }] };
    const made = await deps.staff.invite(
      { role: 'supplier', holder: supplier._id, name: supplier.name },
      { key: at.key, by: byOwner(deps.staff, at) },
    );
    return { outcome: 'done', lines: inviteLines('toko.pemasok.kode', supplier.name, made.text, backTo(supplier._id)) };
  },
});

const backTo = (supplier: string): LineChoice => ({
  label: { text: 'toko.pemasok.tombol-lihat' },
  tap: { verb: 'pemasok', code: supplier },
});

/** Changes a supplier for the owner and shows it as it now is, or says why not. */
export async function changeSupplier(deps: Deps, id: string, edit: SupplierEdit, at: At): Promise<Outcome<Done>> {
  const done = await deps.suppliers.change(id, edit, { key: at.key, by: byOwner(deps.staff, at) });
  if (done.ok) return { outcome: 'done', lines: [supplierCard(deps, done.value, at)] };
  const line =
    done.error.code === 'not-found'
      ? { text: 'toko.pemasok.tidak-ada', with: { nama: id } }
      : supplierRefusal(done.error);
  return { outcome: 'refused', lines: [line] };
}

/** Why a supplier cannot be so. */
const supplierRefusal = ({ why, details = [] }: SupplierRefused): Line => ({
  text: `toko.pemasok.tolak-${why}`,
  with: { rinci: details.join(', '), isian: PLACEHOLDERS.map((name) => `{${name}}`).join(' '), kode: '{kode}' },
});

/** What stands for every courier there is. */
const ALL_COURIERS = '*';

/** Couriers that a supplier may use: all, or some. */
export const supplierCouriers =
  ({ house }: Pick<Deps, 'house'>): List =>
  ({ language }) =>
    Promise.resolve([
      { value: ALL_COURIERS, label: sayIn(house, language)('toko.pemasok.semua-kurir'), words: ['semua', 'all'] },
      ...house.couriers().map(({ code, name, aliases }) => ({ value: code, label: name, words: [code, ...aliases] })),
    ]);
