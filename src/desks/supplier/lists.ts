import { cutText } from '../../core/text.ts';
import type { List, ListChoice } from '../../dialogue/action.ts';
import { namedGoods } from '../../notices/order-words.ts';
import { courierName } from '../../shop/shipping/couriers.ts';
import { namedTasks, openTasks, taskCode, taskLabel } from '../supplier-words/task.ts';
import { taskInShort } from './actions/show-tasks.ts';
import type { SupplierDeps } from './deps.ts';

const MOST = 20;

/** The supplier's own open orders, to say which one was meant. */
export const openOnes =
  (deps: SupplierDeps): List =>
  async ({ who }) =>
    (await openTasks(deps, who.id)).slice(0, MOST).map(
      (task): ListChoice => ({
        value: taskCode(task),
        label: cutText(`${taskLabel(task)} · ${taskInShort(task)}`, 60),
        words: [taskLabel(task)],
      }),
    );

/** The goods of one order, to say which are sold out. */
export const goodsOfTask =
  (deps: SupplierDeps): List =>
  async ({ who }, { kode }) => {
    const [task] = typeof kode === 'string' ? await namedTasks(deps, kode, who.id) : [];
    const lines = task?.type === 'stock' ? task.lines : (task?.purchase.lines ?? []);
    return lines.map(
      ({ sku, quantity, name, variant }): ListChoice => ({
        value: sku,
        label: `${quantity} x ${namedGoods(name, variant)}`,
        words: [sku],
      }),
    );
  };

/** Couriers, the one that was asked for first. */
export const taskCouriers =
  (deps: SupplierDeps): List =>
  async ({ who }, { kode }) => {
    const [task] = typeof kode === 'string' ? await namedTasks(deps, kode, who.id) : [];
    const purchase = task?.type === 'purchase' ? task.purchase : undefined;
    const order = purchase && (await deps.orders.find(purchase.order));
    const asked = order?.parcels.find(({ n }) => n === purchase?.parcel)?.shipping.courier;
    const known = deps.house.couriers();
    const ranked = [...known.filter(({ code }) => code === asked), ...known.filter(({ code }) => code !== asked)];
    return ranked.map(
      ({ code, aliases }): ListChoice => ({ value: code, label: courierName(known, code), words: [code, ...aliases] }),
    );
  };
