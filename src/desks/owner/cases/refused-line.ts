import { rupiah } from '../../../core/money.ts';
import type { At } from '../../../dialogue/action.ts';
import type { Line } from '../../../dialogue/talk.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { showTime } from '../../../notices/show-time.ts';
import type { ApplyRefused } from '../../../shop/cases/cases.ts';
import type { Why } from '../../../shop/cases/event.ts';
import type { CaseDeskDeps } from './deps.ts';

/** Why a case does not move, in words that say what to do; who comes second hears who decided what, and when. */
export function refusedLine(
  { house }: Pick<CaseDeskDeps, 'house'>,
  kode: string,
  refused: ApplyRefused,
  { language }: Pick<At, 'language'>,
): Line {
  const say = sayIn(house, language);
  switch (refused.code) {
    case 'not-found':
      return { text: 'case.tidak-ada', with: { kode } };
    case 'stale-button':
      return { text: 'case.berubah', with: { kode, apa: say('case.berubah-lain') } };
    case 'case-move-refused': {
      const { why, decided, most } = refused;
      if (why === 'already-decided' && decided) {
        const siapa = decided.by.name ?? say('card.rumah');
        const waktu = showTime(decided.at, house.shop().zone, language);
        return {
          text: 'case.sudah-diputus',
          with: { kode, siapa, waktu, putusan: say(`case.putusan-${decided.what}`) },
        };
      }
      const name = why === 'already-decided' ? 'not-now' : why;
      return { text: `case.tolak-${name}`, with: { kode, paling: rupiah(most ?? 0) } };
    }
  }
}

const WHYS: Readonly<Record<Exclude<Why, 'already-decided'>, true>> = {
  'not-now': true,
  'owner-only': true,
  'customer-only': true,
  'same-person': true,
  'reason-missing': true,
  'no-files': true,
  'too-early': true,
  'amount-missing': true,
  'too-much': true,
  refunded: true,
  'not-a-refund': true,
  'not-a-replacement': true,
  'sent-back': true,
  'resi-not-readable': true,
  'bad-account': true,
  'destination-missing': true,
  'destination-not-confirmed': true,
  'destination-changed': true,
  'appealed-before': true,
  'appeal-too-late': true,
  'line-taken': true,
  'no-such-supplier': true,
};

/** The texts of all refusals, so that a missing one shows at start. */
export const REFUSED_TEXTS: readonly string[] = [
  ...Object.keys(WHYS).map((why) => `case.tolak-${why}`),
  ...['approved', 'rejected', 'settled'].map((what) => `case.putusan-${what}`),
  'case.sudah-diputus',
  'case.tidak-ada',
  'case.berubah',
];
