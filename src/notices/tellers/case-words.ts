import type { Language } from '../../core/language.ts';
import type { Case, CaseLine, Remedy } from '../../shop/cases/case.ts';
import { courierName } from '../../shop/shipping/couriers.ts';
import { type HouseWords, type Say, sayIn } from '../house-words.ts';
import { reasonIn } from '../reason-words.ts';
import { showTime } from '../show-time.ts';

/** The words in which a case is told to people, in one language; nothing here names a supplier. */
export interface CaseWords {
  /** `2 x Kaos Polos Hitam, L`, a line each. */
  readonly goods: string;
  /** `Rusak atau pecah`. */
  readonly reason: string;
  /** Where the money goes, whole: for the owner who sends it. */
  readonly account: string;
  /** The same with the number's end only: for telling that it was sent. */
  readonly masked: string;
  readonly sentBack: string;
  readonly replacement: string;
  remedy(remedy: Remedy | undefined): string;
  time(at: Date | undefined): string;
  /** A ready reason as its reader says it. */
  because(reason: string): string;
}

/** Writes a case's words. */
export function caseWords(house: HouseWords, one: Case, language: Language): CaseWords {
  const say = sayIn(house, language);
  const { destination, sendBack, replacement } = one;
  const parcel = (it: { courier: string; resi: string } | undefined): string =>
    it ? `${courierName(house.couriers(), it.courier)} ${it.resi}`.trim() : '-';
  return {
    goods: one.lines.map(caseGoods).join('\n'),
    reason: say(`komplain.alasan-${one.reason}`),
    account: destination ? accountWords(say, destination, destination.number) : '-',
    masked: destination ? accountWords(say, destination, maskedNumber(destination.number)) : '-',
    sentBack: parcel(sendBack?.sent),
    replacement: parcel(replacement),
    remedy: (remedy) => (remedy === undefined ? '-' : say(`case.cara-${remedy}`)),
    because: (reason) => reasonIn(house, language, reason),
    time: (at) => (at ? showTime(at, house.shop().zone, language) : '-'),
  };
}

/** `2 x Kaos Polos Hitam, L`. */
export const caseGoods = ({ quantity, name }: Pick<CaseLine, 'quantity' | 'name'>): string => `${quantity} x ${name}`;

/** The end of an account number: enough to know it by, too little to send money to. */
const maskedNumber = (number: string): string => `...${number.slice(-4)}`;

const accountWords = (say: Say, { bank, holder }: { bank: string; holder: string }, number: string): string =>
  say('case.rekening', { bank, nomor: number, pemilik: holder });
