import type { Language } from '../../../core/language.ts';
import type { Line, LineChoice } from '../../../dialogue/talk.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { caseMoves } from '../../../notices/tellers/case-offers.ts';
import { caseWords } from '../../../notices/tellers/case-words.ts';
import type { Case } from '../../../shop/cases/case.ts';
import type { CaseDeskDeps } from './deps.ts';

/** What is said to the owner after a move: in the case's own words, whether its customer is told, and what can be done next. */
export function toldLine(
  { house, caseRoom }: Pick<CaseDeskDeps, 'house' | 'caseRoom'>,
  name: string,
  one: Case,
  language: Language,
  more: Readonly<Record<string, string | number>> = {},
): Line {
  const say = sayIn(house, language);
  const words = caseWords(house, one, language);
  const choices = nextChoices(caseRoom, one);
  return {
    text: `case.${name}`,
    with: {
      kode: one._id,
      kabar: say(one.chat === undefined ? 'case.kabari-sendiri' : 'case.dikabari'),
      cara: words.remedy(one.decision?.remedy),
      jumlah: one.refund?.amount ?? 0,
      tujuan: words.account,
      sebab: one.decision?.reason ?? '',
      ...more,
    },
    about: one._id,
    ...(choices.length > 0 && { choices }),
  };
}

// Where a card cannot be edited, the next step is at hand all the same.
const NEXT = ['kasus-setuju-lagi', 'kasus-layak', 'kasus-cela', 'kasus-lanjut', 'kasus-bayar', 'kasus-kirim'];

function nextChoices(caseRoom: Pick<CaseDeskDeps['caseRoom'], 'mayNot'>, one: Case): readonly LineChoice[] {
  const moves = caseMoves(one);
  const may = (verb: string): boolean => {
    const event = moves[verb];
    return event !== undefined && caseRoom.mayNot(one, event, { desk: 'owner' }) === undefined;
  };
  const open = NEXT.filter((verb) => may(verb) && !(verb === 'kasus-kirim' && one.replacement !== undefined));
  return open.map((verb) => ({
    label: { text: `case.kartu.tombol-${verb}` },
    tap: { verb, code: one._id, rev: one.rev },
    row: 0,
  }));
}
