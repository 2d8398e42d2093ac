import type { Code } from '../../core/ids.ts';
import type { At, Outcome } from '../../dialogue/action.ts';
import type { Line } from '../../dialogue/talk.ts';
import type { OrderEvent } from '../../shop/orders/event.ts';
import { byOwner } from './by-owner.ts';
import { cardLine } from './card-line.ts';
import type { OwnerDeps } from './deps.ts';
import { refusalLine } from './refusal-line.ts';

type Deps = Pick<OwnerDeps, 'orders' | 'staff' | 'cards'>;

/** Moves an order for the owner and says what came of it; the card itself is edited by the order's own notice. */
export async function moveOrder(
  deps: Deps,
  code: Code,
  event: OrderEvent,
  done: Line,
  at: At,
): Promise<Outcome<'done' | 'refused'>> {
  const moved = await deps.orders.apply(code, event, { key: at.key, by: byOwner(deps.staff, at) });
  if (moved.ok) return { outcome: 'done', lines: [done] };
  return { outcome: 'refused', lines: [refusalLine(code, moved.error), ...(await orderCardLine(deps, code, at))] };
}

/** The order as it now is, below a refusal, so that the next tap is on a button that works. */
export async function orderCardLine({ cards }: Pick<Deps, 'cards'>, code: Code, at: At): Promise<readonly Line[]> {
  const card = await cards.order(code, at.language, 'owner');
  return card ? [cardLine(card)] : [];
}
