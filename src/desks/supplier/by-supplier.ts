import type { At } from '../../dialogue/action.ts';
import type { By } from '../../shop/history.ts';
import type { Speaker } from '../supplier-words/hear.ts';
import type { SupplierDeps } from './deps.ts';

/** The supplier whose chat it is, as histories name it. */
export const bySupplier = ({ suppliers }: Pick<SupplierDeps, 'suppliers'>, { who }: Pick<At, 'who'>): By => ({
  desk: 'supplier',
  id: who.id,
  name: suppliers.known(who.id)?.name ?? who.id,
});

/** Words in a supplier's own chat are its own. */
export const ownWords = (deps: Pick<SupplierDeps, 'suppliers'>): Speaker => ({
  supplier: ({ who }) => who.id,
  by: (at) => bySupplier(deps, at),
});
