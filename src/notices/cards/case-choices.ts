import type { Choice } from '../../channels/channel.ts';
import type { Case } from '../../shop/cases/case.ts';
import type { Cases } from '../../shop/cases/cases.ts';
import type { By } from '../../shop/history.ts';
import type { Say } from '../house-words.ts';
import { caseMoves } from '../tellers/case-offers.ts';
import { choiceMaker } from './card-choice.ts';

const OWNER: By = { desk: 'owner' };

/** What can be done with a case, in the order in which it usually is; a row of two fits a phone. */
const ROWS: readonly (readonly string[])[] = [
  ['kasus-periksa', 'kasus-setuju-lagi'],
  ['kasus-setuju', 'kasus-tolak'],
  ['kasus-bukti', 'kasus-jelaskan'],
  ['kasus-tiba', 'kasus-simpan-saja'],
  ['kasus-layak', 'kasus-cela'],
  ['kasus-lanjut', 'kasus-bayar', 'kasus-kirim'],
  ['kasus-resi-retur', 'kasus-ganti'],
];

/** The buttons of a case's card: only those that work as it now stands. */
export function caseChoices(cases: Pick<Cases, 'mayNot'>, one: Case, say: Say): readonly Choice[] {
  const { choice, done } = choiceMaker(one._id, one.rev);
  const moves = caseMoves(one);
  const label = (verb: string): string => say(`case.kartu.tombol-${verb}`);
  const may = (verb: string): boolean => {
    const event = moves[verb];
    return event !== undefined && cases.mayNot(one, event, OWNER) === undefined;
  };
  ROWS.forEach((verbs, row) => {
    for (const verb of verbs.filter((name) => may(name) && !(OTHERWISE[name] ?? (() => false))(one)))
      choice(verb, label(verb), row + 1);
  });
  if (one.evidence.length > 0) choice('kasus-foto', label('kasus-foto'), 20);
  if (claimable(one) && may('kasus-klaim')) choice('kasus-klaim', label('kasus-klaim'), 20);
  if (one.supplierClaims.some(({ state }) => state === 'asked')) choice('kasus-jawaban', label('kasus-jawaban'), 20);
  if (needsAccount(one) && may('rekening')) choice('kasus-rekening', label('kasus-rekening'), 21);
  if (may('kasus-tutup') && !may('kasus-tolak')) choice('kasus-tutup', label('kasus-tutup'), 21);
  const order = { code: one.order };
  const more: Choice[] = [
    ...(one.chat === undefined
      ? []
      : [{ label: label('balas'), row: 22, tap: { verb: 'balas', ...order }, word: `balas ${one.order}` }]),
    { label: label('lihat'), row: 22, tap: { verb: 'lihat', ...order }, word: `lihat ${one.order}` },
  ];
  return [...done(), ...more];
}

// What works, but would be a strange thing to offer.
const OTHERWISE: Readonly<Record<string, (one: Case) => boolean>> = {
  'kasus-resi-retur': ({ sendBack }) => sendBack?.sent !== undefined,
  'kasus-kirim': ({ replacement }) => replacement !== undefined,
};

const CLAIMABLE: ReadonlySet<Case['state']> = new Set([
  'in-review',
  'awaiting-second',
  'awaiting-return',
  'sent-back',
  'arrived',
  'inspected',
  'resolving',
  'replacement-sent',
  'completed',
]);

const claimable = ({ state, suppliers, supplierClaims }: Case): boolean =>
  CLAIMABLE.has(state) && supplierClaims.length < suppliers.length;

/** Money that goes back to somebody who has no chat: the owner asks and writes down where it goes. */
const needsAccount = ({ refund, destination, chat, state }: Case): boolean =>
  state === 'resolving' && refund !== undefined && chat === undefined && destination?.confirmedAt === undefined;
