import { z } from 'zod';
import type { Action } from '../../../../dialogue/action.ts';
import type { Kind } from '../../../../dialogue/kind.ts';
import { text } from '../../../../dialogue/kinds/text.ts';
import { PLACEHOLDERS } from '../../../../shop/suppliers/template.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { changeSupplier, type Done } from './change-supplier.ts';

type Deps = Pick<OwnerShopDeps, 'suppliers' | 'house' | 'staff' | 'catalog'>;

/** A text may be as long as a supplier's own form. */
const MOST = 1_500;
/** The word for the shop's own text. */
const OWN = /^(bawaan|default|standar)$/i;

/** The text that a supplier gets an order in, as many lines as it likes. */
export const supplierText: Kind = {
  ...text,
  parse: ({ text: said }) => {
    if (said.length > MOST) return { type: 'failed', why: 'engine.terlalu-panjang', with: { max: MOST } };
    return said === '' ? { type: 'failed', why: 'engine.perlu-kata' } : { type: 'filled', value: said };
  },
};

const only = z.object({ pemasok: z.string() });

/** Shows in which words a supplier gets its orders now, and what the text may name. */
export const showSupplierText = ({ suppliers }: Pick<Deps, 'suppliers'>): Action<z.infer<typeof only>, 'shown'> => ({
  name: 'show-supplier-text',
  kind: 'looks',
  input: only,
  outcomes: ['shown'],
  run({ pemasok }) {
    const one = suppliers.known(pemasok);
    const isian = PLACEHOLDERS.map((name) => `{${name}}`).join(' ');
    const values = { nama: one?.name ?? pemasok, isi: one?.template ?? suppliers.own.template, isian, kode: '{kode}' };
    return Promise.resolve({ outcome: 'shown', lines: [{ text: 'toko.pemasok.teks-sekarang', with: values }] });
  },
});

const input = z.object({ pemasok: z.string(), teks: z.string() });

/** Sets the text in which a supplier gets its orders; a mistake in it is told with what is right. */
export const setSupplierText = (deps: Deps): Action<z.infer<typeof input>, Done> => ({
  name: 'set-supplier-text',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  run({ pemasok, teks }, at) {
    const template = OWN.test(teks.trim()) ? '' : teks;
    return changeSupplier(deps, pemasok, { type: 'set_template', template }, at);
  },
});
