import type { List } from '../../../dialogue/action.ts';
import type { CustomerDeps } from '../deps.ts';

/** The shelves of the shop that have something on them. */
export const shelves =
  ({ catalog }: Pick<CustomerDeps, 'catalog'>): List =>
  () =>
    Promise.resolve(catalog.snapshot().categories.map(({ _id, name }) => ({ value: _id, label: name })));
