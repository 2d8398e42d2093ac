import type { Clock } from '../../../core/clock.ts';
import { readCode } from '../../../core/ids.ts';
import type { Cases } from '../../../shop/cases/cases.ts';
import type { Policy } from '../../../shop/cases/policy.ts';
import type { CasesPort } from '../deps.ts';
import { goodsInWords } from './case-goods.ts';
import { lateAt, waitsForOwner } from './waits-for-owner.ts';

/** The open cases for the list of what is to be done: those that wait for the owner, and goods that are long on their way back. */
export const createCasesPort = (
  cases: Pick<Cases, 'list' | 'find'>,
  policy: () => Policy,
  clock: Pick<Clock, 'now'>,
): CasesPort => ({
  async open(limit) {
    const now = clock.now();
    const found = await cases.list({ limit });
    return found.flatMap((one) => {
      const late = lateAt(one, policy());
      if (late === undefined || (!waitsForOwner(one) && late > now)) return [];
      const title = [one.order, goodsInWords(one)].join(', ');
      return [{ code: one._id, title, since: one.since, lateAt: late }];
    });
  },
  async knows(text) {
    const code = readCode(text);
    return code !== undefined && (await cases.find(code)) !== undefined;
  },
});
