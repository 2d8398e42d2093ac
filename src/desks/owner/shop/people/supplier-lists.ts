import type { List } from '../../../../dialogue/action.ts';
import type { OwnerShopDeps } from '../deps.ts';

/** The suppliers, all, or those that are paused or not. */
export const suppliersThat =
  ({ suppliers }: Pick<OwnerShopDeps, 'suppliers'>, paused?: boolean): List =>
  () =>
    Promise.resolve(
      suppliers
        .all()
        .filter((one) => paused === undefined || (one.paused !== undefined) === paused)
        .map(({ _id, name }) => ({ value: _id, label: name })),
    );
