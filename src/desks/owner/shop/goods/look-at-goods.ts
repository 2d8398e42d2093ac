import { z } from 'zod';
import type { Action } from '../../../../dialogue/action.ts';
import { withProblems } from '../../../../dialogue/problems.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { findGoods, productOf } from './find-goods.ts';
import { goodsProblem } from './goods-problem.ts';

const input = z.object({ barang: z.string() });

/** Looks whether words name a product or a variant; a whole product counts when its code is given. */
export const lookAtGoods = ({
  catalog,
}: Pick<OwnerShopDeps, 'catalog'>): Action<z.infer<typeof input>, 'fine' | 'problems'> => ({
  name: 'look-at-goods',
  kind: 'looks',
  input,
  outcomes: ['fine', 'problems'],
  run({ barang }) {
    const shelf = catalog.snapshot();
    if (productOf(shelf, barang)) return Promise.resolve({ outcome: 'fine' });
    const found = findGoods(shelf, barang);
    if (found.type === 'one') return Promise.resolve({ outcome: 'fine' });
    return Promise.resolve({ outcome: 'problems', data: withProblems([goodsProblem(found, barang)]) });
  },
});
