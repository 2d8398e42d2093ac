import type { Tap } from '../channels/channel.ts';
import type { Facts } from './facts.ts';
import { route } from './route.ts';
import type { Reply, Talk } from './talk.ts';

/** True when a reply opens or answers a flow that is `always` answered, so that no silence may swallow it. */
export function insists(
  facts: Facts,
  stack: readonly Talk[],
  shown: readonly { readonly tap: Tap }[],
  reply: Reply,
): boolean {
  const isAlways = (flow: string | undefined): boolean =>
    flow !== undefined && facts.flows.get(flow)?.start.always === true;
  const to = route(facts, stack, shown, reply);
  switch (to.type) {
    case 'start':
      return isAlways(to.opened.flow);
    case 'meaning':
      return to.meaning.type !== 'failed' && isAlways(stack.at(-1)?.flow);
    case 'global':
    case 'idle':
    case 'aside':
      return false;
  }
}
