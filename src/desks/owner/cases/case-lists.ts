import { rupiah } from '../../../core/money.ts';
import type { List, ListChoice } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { Case, Remedy } from '../../../shop/cases/case.ts';
import { goodsValue } from '../../../shop/cases/verdict.ts';
import { COMPLAINT_WISHES } from '../../../understanding/complaint.ts';
import type { CaseDeskDeps } from './deps.ts';
import { findCase } from './find-case.ts';

type Deps = Pick<CaseDeskDeps, 'caseRoom' | 'house' | 'suppliers' | 'settings'>;

const caseOf = (deps: Deps, kode: unknown): Promise<Case | undefined> =>
  typeof kode === 'string' ? findCase(deps, kode) : Promise.resolve(undefined);

/** The ways to put a case right, what the customer wishes first; without the one that was decided already. */
export const remedies =
  (deps: Deps): List =>
  async ({ language }, { kode }) => {
    const one = await caseOf(deps, kode);
    if (!one) return [];
    const say = sayIn(deps.house, language);
    const decided = one.decision?.remedy;
    const wish = one.wish === decided ? undefined : one.wish;
    const others = COMPLAINT_WISHES.filter((remedy) => remedy !== wish && remedy !== decided && fits(remedy, one));
    return [...(wish === undefined ? [] : [wish]), ...others].map((remedy): ListChoice => {
      const cara = say(`case.cara-${remedy}`);
      const whole = remedy === 'refund_penuh';
      const name = whole ? say('case.pilihan-refund', { cara, jumlah: rupiah(goodsValue(one.lines)) }) : cara;
      const label = capital(remedy === one.wish ? say('case.pilihan-diminta', { cara: name }) : name);
      return { value: remedy, label, words: [remedy.replaceAll('_', ' '), cara] };
    });
  };

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

// Nothing that never came can be exchanged, and only what was missing can be sent after.
function fits(remedy: Remedy, { reason }: Case): boolean {
  switch (remedy) {
    case 'tukar':
      return reason !== 'tidak_sampai' && reason !== 'kurang';
    case 'kirim_kekurangan':
      return reason === 'kurang';
    case 'kirim_ulang':
      return reason === 'tidak_sampai' || reason === 'salah_kirim';
    case 'refund_penuh':
    case 'refund_sebagian':
      return true;
  }
}

/**
 * Whether the goods come back first; asked only where the shop's rules want them back. A shop that has not said where it is
 * has to say where to, before the customer is promised anything.
 */
export const sendBackOrNot =
  (deps: Deps): List =>
  async ({ language }, { kode, cara }) => {
    const one = await caseOf(deps, kode);
    const say = sayIn(deps.house, language);
    const no = { value: 'tidak', label: say('case.balik-tidak') };
    const wanted = one?.verdict?.sendBack === true && cara !== 'kirim_kekurangan' && one.sendBack === undefined;
    const yes = deps.settings.profile().address.street === '' ? 'ya-ke' : 'ya';
    return wanted ? [{ value: yes, label: say('case.balik-ya') }, no] : [no];
  };

/** The suppliers of a case's goods. */
export const caseSuppliers =
  (deps: Deps): List =>
  async (_, { kode }) => {
    const one = await caseOf(deps, kode);
    return (one?.suppliers ?? []).map((id): ListChoice => ({ value: id, label: deps.suppliers.known(id)?.name ?? id }));
  };

/** What a supplier may answer to a claim. */
export const claimAnswers =
  (deps: Deps): List =>
  ({ language }) => {
    const say = sayIn(deps.house, language);
    const answers = ['replaced', 'credited', 'refused'] as const;
    return Promise.resolve(answers.map((value): ListChoice => ({ value, label: say(`case.jawab-${value}`) })));
  };

/** Ready reasons by what is done; the customer reads them, and own words may be typed instead. */
export const CASE_REASONS = {
  'case-reject-reasons': ['lewat-batas', 'bukti-tidak-menunjukkan', 'karena-pemakaian', 'sesuai-keterangan'],
  'case-evidence-wanted': ['foto-dekat', 'video-buka', 'foto-label', 'foto-semua'],
  'case-explanations': ['dipakai-saja', 'sudah-dijelaskan'],
  'case-change-reasons': ['pengganti-habis', 'permintaan-pembeli'],
  'case-fault-terms': ['potong-cela', 'tetap-penuh'],
  'case-close-reasons': ['barang-ketemu', 'dua-kali', 'permintaan-pembeli'],
} as const;

/** The ready reasons of one kind as choices; what was typed already is the only one, so nothing is asked. */
export const caseReasons =
  ({ house }: Deps, names: readonly string[]): List =>
  ({ language }, { kata }) => {
    if (typeof kata === 'string' && kata !== '') return Promise.resolve([{ value: kata, label: kata }]);
    const say = sayIn(house, language);
    const labels = names.map((name) => say(`case.sebab-${name}`));
    return Promise.resolve(labels.map((label): ListChoice => ({ value: label, label })));
  };
