import type { SupplierAnswer } from '../../understanding/supplier-reply.ts';
import type { Task } from './task.ts';

/** Which task an answer is for. */
export type Matched =
  | { readonly type: 'task'; readonly task: Task }
  /** It must be asked. */
  | { readonly type: 'which'; readonly among: readonly Task[] }
  /** It names a code that is none of this supplier's. */
  | { readonly type: 'unknown'; readonly code: string }
  | { readonly type: 'nothing-open' }
  /** Small talk: nothing that is open can be answered so. */
  | { readonly type: 'known' };

/**
 * Matches an answer to what was asked: by the code it names, by the message it quotes, or because only one thing is open. Pure.
 * Anything less sure is asked: an answer on a wrong order costs a parcel.
 */
export function matchAnswer(
  answer: SupplierAnswer,
  found: { readonly named: readonly Task[]; readonly quoted: readonly Task[]; readonly open: readonly Task[] },
): Matched {
  const { named, quoted, open } = found;
  if (answer.code !== undefined) {
    if (named.length === 0) return { type: 'unknown', code: answer.code };
    return one(named) ?? { type: 'which', among: named };
  }
  if (quoted.length > 0) return one(quoted) ?? { type: 'which', among: quoted };
  if (open.length === 0) return { type: 'nothing-open' };
  const fitting = open.filter((task) => canAnswer(task, answer));
  if (fitting.length === 0) return { type: 'known' };
  // One that fits among several open ones is still a guess, and asked.
  return one(open) ?? { type: 'which', among: fitting.length > 1 ? fitting : open };
}

const one = (tasks: readonly Task[]): Matched | undefined =>
  tasks.length === 1 && tasks[0] ? { type: 'task', task: tasks[0] } : undefined;

/** True when the answer makes sense for the task as it stands. */
function canAnswer(task: Task, { answer }: SupplierAnswer): boolean {
  if (task.type === 'stock') return answer === 'ok' || answer === 'empty';
  const { state } = task.purchase;
  switch (answer) {
    case 'ok':
      return state === 'ready' || state === 'sent';
    case 'packed':
      return state !== 'packed';
    case 'empty':
    case 'resi':
      return true;
  }
}
