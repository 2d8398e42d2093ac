import type { Json } from '../../core/json.ts';
import type { DutyKind, NewDuty } from '../../store/duties.ts';
import type { Case } from './case.ts';
import type { AnyEvent } from './event.ts';
import { isRefund } from './guards.ts';
import type { Policy } from './policy.ts';

type Owe = (kind: DutyKind, name: string, to: string, body: Json) => NewDuty;

/** True while goods are set aside for a case: they were promised anew and have not left yet. */
export const wantsGoods = ({ state, decision }: Case): boolean =>
  decision?.what === 'approved' && decision.remedy !== undefined && !isRefund(decision.remedy) && WAITING.has(state);

const WAITING: ReadonlySet<string> = new Set(['awaiting-return', 'sent-back', 'arrived', 'inspected', 'resolving']);

/** What the catalogue hears: goods to send anew are held, leave or are let go; what came back fit to be sold is there again. */
export function toStock(before: Case, after: Case, event: AnyEvent, owe: Owe, { reasons }: Policy): NewDuty[] {
  const order = after._id;
  const to = `stock/${order}`;
  const lines = after.lines.flatMap(({ product, sku, quantity }) =>
    product === undefined ? [] : [{ product, sku, quantity }],
  );
  if (lines.length === 0) return [];
  const [did, does] = [wantsGoods(before), wantsGoods(after)];
  const fit = event.type === 'inspect' && event.fit && reasons[after.reason].restock;
  return [
    ...(fit ? [owe('hold', 'back', to, { do: 'back', order, lines })] : []),
    ...(does && !did ? [owe('hold', 'again', to, { do: 'again', order, lines })] : []),
    ...(did && !does && event.type === 'ship_replacement'
      ? [owe('hold', 'take', to, { do: 'take', order, lines })]
      : []),
    ...(did && !does && event.type !== 'ship_replacement' ? [owe('release', 'release', to, { order, lines })] : []),
  ];
}
