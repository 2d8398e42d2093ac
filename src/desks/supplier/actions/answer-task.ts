import { z } from 'zod';
import { keyOf } from '../../../core/ids.ts';
import type { Action, At, Outcome } from '../../../dialogue/action.ts';
import type { SupplierAnswer } from '../../../understanding/supplier-reply.ts';
import { applyAnswer, settlePurchase } from '../../supplier-words/apply-answer.ts';
import { namedTasks, type Task } from '../../supplier-words/task.ts';
import { bySupplier } from '../by-supplier.ts';
import type { SupplierDeps } from '../deps.ts';

type Name = 'heard';

const plain = z.object({ kode: z.string() });

/** A tap on "in stock": the purchase is accepted, or the stock that was asked for is there. */
export const sayYes = (deps: SupplierDeps): Action<z.infer<typeof plain>, Name> =>
  tap(deps, 'say-yes', plain, () => ({ answer: 'ok' }));

/** A tap on "packed". */
export const sayPacked = (deps: SupplierDeps): Action<z.infer<typeof plain>, Name> =>
  tap(deps, 'say-packed', plain, () => ({ answer: 'packed' }));

const empty = z.object({ kode: z.string(), barang: z.array(z.string()).min(1) });

/** What is sold out, picked from the goods that were asked for. */
export const sayEmpty = (deps: SupplierDeps): Action<z.infer<typeof empty>, Name> =>
  tap(deps, 'say-empty', empty, ({ barang }) => ({ answer: 'empty', items: barang }));

const shipped = z.object({ kode: z.string(), kurir: z.string(), resi: z.string() });

/** A parcel's courier and number, asked one by one. */
export const sayShipped = (deps: SupplierDeps): Action<z.infer<typeof shipped>, Name> => ({
  name: 'say-shipped',
  kind: 'acts',
  input: shipped,
  outcomes: ['heard'],
  run: ({ kode, kurir, resi }, at) =>
    toTask(deps, kode, at, (task, by) =>
      task.type === 'purchase'
        ? settlePurchase(deps, task.purchase, { type: 'ship', courier: kurir, resi }, by)
        : applyAnswer(deps, task, { answer: 'resi', number: resi }, '', by),
    ),
});

function tap<In extends { readonly kode: string }>(
  deps: SupplierDeps,
  name: string,
  input: z.ZodType<In>,
  answerOf: (given: In) => SupplierAnswer,
): Action<In, Name> {
  return {
    name,
    kind: 'acts',
    input,
    outcomes: ['heard'],
    run: (given, at) => toTask(deps, given.kode, at, (task, by) => applyAnswer(deps, task, answerOf(given), '', by)),
  };
}

// Whoever forges a button, or presses one of an order that went to somebody else, finds nothing.
async function toTask(
  deps: SupplierDeps,
  kode: string,
  at: At,
  act: (task: Task, by: Parameters<typeof settlePurchase>[3]) => ReturnType<typeof settlePurchase>,
): Promise<Outcome<Name>> {
  const [task, ...others] = await namedTasks(deps, kode, at.who.id);
  if (!task || others.length > 0)
    return { outcome: 'heard', lines: [{ text: 'pemasok.kode-tidak-ada', with: { kode } }] };
  return { outcome: 'heard', lines: [await act(task, { key: keyOf(at.key, 0), by: bySupplier(deps, at) })] };
}
