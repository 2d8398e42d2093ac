import { readCode } from '../../../core/ids.ts';
import type { Case } from '../../../shop/cases/case.ts';
import { CLOSED } from '../../../shop/cases/moves.ts';
import type { CaseDeskDeps } from './deps.ts';

type Deps = Pick<CaseDeskDeps, 'caseRoom'>;

/** The cases that a code means: the one of its own, or all those of an order, newest first. */
export async function casesBehind({ caseRoom }: Deps, text: string): Promise<readonly Case[]> {
  const code = readCode(text);
  if (code === undefined) return [];
  const own = await caseRoom.find(code);
  return own ? [own] : caseRoom.byOrder(code);
}

/** The one case that a code means; an order's code stands for its only open one. */
export async function findCase(deps: Deps, text: string): Promise<Case | undefined> {
  const found = await casesBehind(deps, text);
  const open = found.filter(({ state }) => !CLOSED.has(state));
  const [only, ...others] = open.length > 0 ? open : found;
  return others.length === 0 ? only : undefined;
}
