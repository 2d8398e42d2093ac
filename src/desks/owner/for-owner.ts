import type { Action } from '../../dialogue/action.ts';

/** An action that only the owner may do, not the staff; checked anew each time it is called. */
export function forOwner<In, Name extends string>(action: Action<In, Name>): Action<In, Name | 'not-allowed'> {
  return {
    ...action,
    outcomes: [...action.outcomes, 'not-allowed'],
    async run(input, at) {
      if (at.who.role !== 'owner') return { outcome: 'not-allowed', lines: [{ text: 'owner.hanya-pemilik' }] };
      return action.run(input, at);
    },
  };
}
