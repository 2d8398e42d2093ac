import { type Key, keyOf } from '../../core/ids.ts';
import type { Json } from '../../core/json.ts';
import type { Action, Outcome } from '../../dialogue/action.ts';
import type { Acts } from '../../store/acts.ts';

/**
 * An act that gives the same outcome, with the same words, however often a turn is repeated: a refusal leaves no other trace,
 * and a second look would find what the first call did.
 */
export function remembered<In, Name extends string>(acts: Acts, action: Action<In, Name>): Action<In, Name> {
  if (action.kind === 'looks') return action;
  return {
    ...action,
    async run(input, at) {
      // key: <first message>/<flow>/<step>/said
      const key: Key = keyOf(at.key, 'said');
      const said = await acts.once(key, at.now, async () => asJson(await action.run(input, at)));
      return said as unknown as Outcome<Name>;
    },
  };
}

// An outcome is plain data; its dates come back from the store as dates.
const asJson = (outcome: Outcome): Json => outcome as unknown as Json;
