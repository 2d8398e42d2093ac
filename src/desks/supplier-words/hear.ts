import { z } from 'zod';
import { keyOf } from '../../core/ids.ts';
import type { Action, At, Outcome } from '../../dialogue/action.ts';
import { fileAnswer } from '../../dialogue/kinds/file.ts';
import type { Line } from '../../dialogue/talk.ts';
import type { By } from '../../shop/history.ts';
import { readSupplierReply } from '../../understanding/supplier-reply.ts';
import { type ApplyDeps, applyAnswer, settlePurchase } from './apply-answer.ts';
import { type Matched, matchAnswer } from './match-answer.ts';
import { hasGoodsIn, namedTasks, openTasks, type Task, type TaskDeps } from './task.ts';

const input = z.object({
  kata: z.string().optional(),
  /** The code of the message that was quoted, or of the task that was picked. */
  tentang: z.string().optional(),
  berkas: z.array(fileAnswer).optional(),
  /** The door that brought the words; what was only forwarded may be anybody's, and counts only with its code. */
  pintu: z.string().optional(),
});
type Input = z.infer<typeof input>;
type Name = 'heard' | 'which' | 'unclear';

export interface HearDeps {
  readonly house: ApplyDeps['house'];
  readonly orders: TaskDeps['orders'] & ApplyDeps['orders'];
  readonly purchases: TaskDeps['purchases'] & ApplyDeps['purchases'];
}

/** Whose words they are, and in whose name they are written down. */
export interface Speaker {
  /** The supplier whose chat it is; undefined where the owner pasted them. */
  readonly supplier: (at: At) => string | undefined;
  readonly by: (at: At) => By;
}

/**
 * Hears a supplier: every answer in its words goes to the purchase it is for, or is asked about. `which` is left when exactly
 * one answer names nothing and several things are open. Words that are no answer are kept where it is sure what they are about.
 */
export const hearSupplier = (deps: HearDeps, speaker: Speaker): Action<Input, Name> => ({
  name: 'hear-supplier',
  kind: 'acts',
  input,
  outcomes: ['heard', 'which', 'unclear'],
  async run({ kata = '', tentang, berkas = [], pintu }, at) {
    const supplier = speaker.supplier(at);
    const open = await openTasks(deps, supplier);
    const quoted = tentang === undefined ? [] : await namedTasks(deps, tentang, supplier);
    const answers = readSupplierReply(kata).filter(({ code }) => pintu !== 'forwarded' || code !== undefined);
    const by = speaker.by(at);
    if (answers.length === 0) {
      if (pintu === 'forwarded') return { outcome: 'unclear' };
      const files = berkas.map(({ file }) => file.id);
      return keepWords(deps, quoted.length > 0 ? quoted : open, kata, files, { key: at.key, by });
    }
    const lines: Line[] = [];
    for (const [i, answer] of answers.entries()) {
      const named = answer.code === undefined ? [] : await namedTasks(deps, answer.code, supplier);
      const matched = matchAnswer(answer, { named, quoted, open });
      if (matched.type === 'which' && answers.length === 1) return { outcome: 'which' };
      // key: <first message>/<flow>/<step>/<answer n>
      const told =
        matched.type === 'task'
          ? await applyAnswer(deps, matched.task, answer, kata, { key: keyOf(at.key, i), by })
          : await whyNot(deps, matched, supplier);
      if (told !== undefined && !lines.some((line) => same(line, told))) lines.push(told);
    }
    return { outcome: 'heard', lines };
  },
});

async function whyNot(
  deps: HearDeps,
  matched: Exclude<Matched, { type: 'task' }>,
  supplier: string | undefined,
): Promise<Line | undefined> {
  switch (matched.type) {
    case 'which':
      return { text: 'pemasok.tulis-kodenya' };
    case 'unknown': {
      const answered = await hasGoodsIn(deps, matched.code, supplier);
      return { text: answered ? 'pemasok.sudah-dijawab' : 'pemasok.kode-tidak-ada', with: { kode: matched.code } };
    }
    case 'nothing-open':
      return { text: 'pemasok.tidak-ada-yang-menunggu' };
    case 'known':
      return undefined;
  }
}

const same = (a: Line, b: Line): boolean => JSON.stringify(a) === JSON.stringify(b);

// Nothing moves by such words; they lie with the purchase and reach the owner.
async function keepWords(
  deps: HearDeps,
  tasks: readonly Task[],
  words: string,
  files: readonly ReturnType<typeof fileAnswer.parse>['file']['id'][],
  at: Parameters<typeof settlePurchase>[3],
): Promise<Outcome<Name>> {
  const purchases = tasks.flatMap((task) => (task.type === 'purchase' ? [task.purchase] : []));
  const [purchase] = purchases;
  if (!purchase || (words === '' && files.length === 0)) return { outcome: 'unclear' };
  if (purchases.length > 1) return { outcome: files.length > 0 ? 'which' : 'unclear' };
  const note = { type: 'note', words: words === '' ? '(foto)' : words, ...(files.length > 0 && { files }) } as const;
  return { outcome: 'heard', lines: [await settlePurchase(deps, purchase, note, at)] };
}
