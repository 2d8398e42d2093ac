import { z } from 'zod';
import { cutText } from '../../../core/text.ts';
import type { Action } from '../../../dialogue/action.ts';
import type { LineChoice } from '../../../dialogue/talk.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { showAge } from '../../../notices/show-time.ts';
import type { OwnerDeps } from '../deps.ts';
import { findWork } from '../work/find-work.ts';
import { isLate } from '../work/work-item.ts';

const input = z.object({ page: z.coerce.number().int().min(1).max(100).catch(1).optional() });
type Deps = Parameters<typeof findWork>[0] & Pick<OwnerDeps, 'house'>;

/** As many as fit a phone's screen. */
const PAGE = 7;
/** A button of more is cut by the phone. */
const LABEL = 60;

/** Shows what waits for a person, the most overdue first; each opens with its own buttons. */
export const showWork = (deps: Deps): Action<z.infer<typeof input>, 'shown'> => ({
  name: 'show-work',
  kind: 'looks',
  input,
  outcomes: ['shown'],
  async run({ page = 1 }, { now, language }) {
    const say = sayIn(deps.house, language);
    const work = await findWork(deps, now, language);
    if (work.length === 0) return { outcome: 'shown', lines: [{ text: 'owner.kerja-kosong' }] };
    const pages = Math.ceil(work.length / PAGE);
    const at = Math.min(page, pages);
    const choices = work.slice((at - 1) * PAGE, at * PAGE).map((item): LineChoice => {
      const what = say(`owner.kerja-${item.kind}`, { apa: item.what, lama: showAge(item.waitedMs, language) });
      return {
        label: { words: cutText(`${isLate(item) ? '⏰ ' : ''}${what}`, LABEL) },
        tap: { verb: 'lihat', code: item.code },
      };
    });
    const more: LineChoice[] =
      at < pages ? [{ label: { text: 'owner.tombol-berikutnya' }, tap: { verb: 'kerja', code: String(at + 1) } }] : [];
    const late = work.filter(isLate).length;
    return {
      outcome: 'shown',
      lines: [
        {
          text: late > 0 ? 'owner.kerja-terlambat' : 'owner.kerja',
          with: { jumlah: work.length, telat: late, ke: at, dari: pages },
          choices: [...choices, ...more],
        },
      ],
    };
  },
});
