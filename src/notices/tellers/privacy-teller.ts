import { readCode } from '../../core/ids.ts';
import type { Forgetting } from '../../shop/customers/forget.ts';
import type { HouseWords } from '../house-words.ts';
import { showTime } from '../show-time.ts';
import type { Teller } from '../told.ts';

/** The entries of a wish to be forgotten that may be told. */
export const PRIVACY_ENTRIES = ['privacy_late', 'privacy_done'] as const;
/** Names that a text about such a wish may use. */
export const PRIVACY_VALUES = ['kode', 'sejak', 'menunggu'] as const;

/** Creates the teller of wishes to be forgotten; the owner is told what they wait for. */
export function createPrivacyTeller(deps: HouseWords & { readonly forgetting: Pick<Forgetting, 'find'> }): Teller {
  return async (body) => {
    const code = readCode(body.code);
    const request = code && (await deps.forgetting.find(code));
    if (!request) return undefined;
    return {
      code: request._id,
      rev: request.rev,
      thread: `privacy/${request._id}`,
      // Who was never asked to hurry has nothing to hear of its end.
      ...(body.event === 'privacy_done' && !request.warned && { silent: ['owner'] as const }),
      values: (language) => ({
        kode: request._id,
        sejak: showTime(request.askedAt, deps.shop().zone, language),
        menunggu: [
          ...new Set(request.waits.flatMap((why) => why.split(/[:,\s]+/)).flatMap((word) => readCode(word) ?? [])),
        ].join(', '),
      }),
    };
  };
}
