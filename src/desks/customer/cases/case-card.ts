import { asFileId } from '../../../core/ids.ts';
import type { At } from '../../../dialogue/action.ts';
import type { Line } from '../../../dialogue/talk.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { Case } from '../../../shop/cases/case.ts';
import type { AnyEvent } from '../../../shop/cases/event.ts';
import { byCustomer } from '../by-customer.ts';
import type { CustomerDeps } from '../deps.ts';
import { goodsOf } from './my-cases.ts';

/** Where a case stands, with what its customer can do now. */
export function caseCard({ house, cases }: Pick<CustomerDeps, 'house' | 'cases'>, one: Case, at: At): Line {
  const say = sayIn(house, at.language);
  const values = {
    kode: one._id,
    pesanan: one.order,
    barang: goodsOf(one),
    alasan: say(`komplain.alasan-${one.reason}`),
    tahap: say(`komplain.tahap-${one.state}`),
  };
  const verbs = Object.entries(DOES).filter(
    ([, event]) => makesSense(one, event) && cases.mayNot(one, event, byCustomer(at)) === undefined,
  );
  const choices = verbs.map(([verb], i) => ({
    label: { text: `komplain.tombol-${verb}` },
    tap: { verb, code: one._id, rev: one.rev },
    row: Math.floor(i / 2),
  }));
  return { text: 'komplain.kartu', with: values, choices };
}

// An account is only asked for where money goes back to it.
const makesSense = ({ refund }: Case, { type }: AnyEvent): boolean =>
  type !== 'give_destination' || refund !== undefined;

// What a button would do, so that only those are shown that work; the figures are only for asking.
const RESI = 'JX0000000000';
const DOES: Readonly<Record<string, AnyEvent>> = {
  foto: { type: 'add_evidence', files: [asFileId('-')] },
  'kirim-balik': { type: 'send_back', courier: 'jne', resi: RESI },
  rekening: { type: 'give_destination', bank: 'BCA', number: '00000', holder: '-' },
  banding: { type: 'appeal', words: '-' },
  pengganti: { type: 'receive' },
  'batal-komplain': { type: 'cancel' },
};

/** The buttons that a case's card may have. */
export const CASE_VERBS: readonly string[] = Object.keys(DOES);
