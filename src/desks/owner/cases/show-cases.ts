import { z } from 'zod';
import { cutText } from '../../../core/text.ts';
import type { Action, At } from '../../../dialogue/action.ts';
import type { Line, LineChoice } from '../../../dialogue/talk.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { showAge } from '../../../notices/show-time.ts';
import type { Case } from '../../../shop/cases/case.ts';
import type { CaseDeskDeps } from './deps.ts';
import { casesBehind } from './find-case.ts';
import { caseCardLine } from './move-case.ts';
import { waitsForOwner } from './waits-for-owner.ts';

const input = z.object({ kata: z.string().optional(), kode: z.string().optional() });
type Deps = Pick<CaseDeskDeps, 'caseRoom' | 'house' | 'cards' | 'orders'>;

const MOST = 10;

/** Shows the open cases, those that wait for the owner first; with a code its card, or all those of an order. */
export const showCases = (deps: Deps): Action<z.infer<typeof input>, 'shown' | 'none'> => ({
  name: 'show-cases',
  kind: 'looks',
  input,
  outcomes: ['shown', 'none'],
  async run({ kata, kode }, at) {
    const code = [kata, kode].find((word) => word !== undefined && word !== '' && word !== '-');
    if (code === undefined)
      return { outcome: 'shown', lines: [await listLine(deps, await deps.caseRoom.list({ limit: 200 }), at)] };
    const found = await casesBehind(deps, code);
    const [only] = found;
    if (only === undefined) return { outcome: 'none', lines: [{ text: 'case.tidak-ada', with: { kode: code } }] };
    const lines = found.length === 1 ? await caseCardLine(deps, only._id, at) : [await listLine(deps, found, at)];
    return { outcome: 'shown', lines };
  },
});

async function listLine(deps: Deps, cases: readonly Case[], at: At): Promise<Line> {
  if (cases.length === 0) return { text: 'case.daftar-kosong' };
  const mine = cases.filter(waitsForOwner);
  const sorted = [...mine, ...cases.filter((one) => !waitsForOwner(one))];
  const choices = await Promise.all(sorted.slice(0, MOST).map((one) => caseChoice(deps, one, at)));
  return { text: 'case.daftar', with: { jumlah: cases.length, putus: mine.length }, choices };
}

async function caseChoice({ orders, house }: Deps, one: Case, { language, now }: At): Promise<LineChoice> {
  const say = sayIn(house, language);
  const order = await orders.find(one.order);
  const name = order?.recipient.recipient.split(/\s+/)[0] ?? '';
  const state = `${say(`case.tahap-${one.state}`)} (${showAge(now.getTime() - one.since.getTime(), language)})`;
  const label = cutText([[one._id, name].filter(Boolean).join(' '), state].join(' · '), 60);
  return { label: { words: label }, tap: { verb: 'lihat', code: one._id } };
}
