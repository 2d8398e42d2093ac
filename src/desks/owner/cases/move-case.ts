import type { z } from 'zod';
import type { Action, At, Outcome } from '../../../dialogue/action.ts';
import type { Line } from '../../../dialogue/talk.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { Case } from '../../../shop/cases/case.ts';
import type { CaseEvent } from '../../../shop/cases/event.ts';
import { knows } from '../../../shop/history.ts';
import { byOwner } from '../by-owner.ts';
import { cardLine } from '../card-line.ts';
import type { CaseDeskDeps } from './deps.ts';
import { findCase } from './find-case.ts';
import { refusedLine } from './refused-line.ts';

export type MoveDeps = Pick<CaseDeskDeps, 'caseRoom' | 'house' | 'cards' | 'staff'>;
type Name = 'done' | 'refused';

/** One thing that the owner does with a case: which event it is, and what is said once it has happened. */
export interface CaseMove<In extends { readonly kode: string; readonly rev?: number | undefined }> {
  readonly name: string;
  readonly input: z.ZodType<In>;
  readonly event: (input: In, one: Case) => CaseEvent;
  readonly done: (after: Case, input: In, at: At) => Line | readonly Line[];
}

/** The action of a move: once per key, with the case as it now stands where it is refused. */
export const moveAction = <In extends { readonly kode: string; readonly rev?: number | undefined }>(
  deps: MoveDeps,
  { name, input, event, done }: CaseMove<In>,
): Action<In, Name> => ({
  name,
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run(given, at) {
    const one = await findCase(deps, given.kode);
    if (!one) return { outcome: 'refused', lines: [{ text: 'case.tidak-ada', with: { kode: given.kode } }] };
    return moveCase(deps, one, event(given, one), (after) => done(after, given, at), at, given.rev);
  },
});

/** Moves a case for the owner and says what came of it; the card itself is edited by the case's own notice. */
export async function moveCase(
  deps: MoveDeps,
  one: Case,
  event: CaseEvent,
  done: (after: Case) => Line | readonly Line[],
  at: At,
  rev?: number,
): Promise<Outcome<Name>> {
  const seen = newlySaid(one, at, rev);
  if (seen !== undefined) {
    const apa = sayIn(deps.house, at.language)(`case.berubah-${seen}`);
    return refused(deps, one, { text: 'case.berubah', with: { kode: one._id, apa } }, at);
  }
  const moved = await deps.caseRoom.apply(one._id, event, { key: at.key, by: byOwner(deps.staff, at) });
  if (moved.ok) return { outcome: 'done', lines: [done(moved.value)].flat() };
  return refused(deps, one, refusedLine(deps, one._id, moved.error, at), at);
}

/** The case as it now is, so that the next tap is on a button that works. */
export async function caseCardLine({ cards }: Pick<MoveDeps, 'cards'>, code: string, at: At): Promise<readonly Line[]> {
  const card = await cards.case(code, at.language, 'owner');
  return card ? [cardLine(card)] : [];
}

async function refused(deps: MoveDeps, { _id }: Case, line: Line, at: At): Promise<Outcome<Name>> {
  return { outcome: 'refused', lines: [line, ...(await caseCardLine(deps, _id, at))] };
}

/** What a customer has said since may change the mind of who taps an older button; a reminder in between does not. */
export const MIND_CHANGERS = [
  'evidence',
  'evidence_complete',
  'appeal',
  'give_destination',
  'confirm_destination',
] as const;

function newlySaid({ rev, history }: Case, { key }: At, shown: number | undefined): string | undefined {
  if (shown === undefined || shown >= rev || knows(history, key)) return undefined;
  const last = history.at(-1);
  if (last?.by.desk !== 'customer') return undefined;
  return MIND_CHANGERS.find((event) => event === last.event);
}
