import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { caseWords } from '../../../notices/tellers/case-words.ts';
import type { CaseEvent } from '../../../shop/cases/event.ts';
import { type MoveDeps, moveAction } from './move-case.ts';
import { toldLine } from './told-line.ts';

const bare = z.object({ kode: z.string() });
type Bare = z.infer<typeof bare>;
const noting = z.object({ kode: z.string(), kata: z.string() });
const shipping = z.object({ kode: z.string(), kurir: z.string(), resi: z.string() });
const resolving = z.object({
  kode: z.string(),
  alasan: z.string(),
  jumlah: z.number().int().positive().optional(),
});
type Name = 'done' | 'refused';

const simple = (deps: MoveDeps, name: string, event: CaseEvent, text: string): Action<Bare, Name> =>
  moveAction(deps, {
    name,
    input: bare,
    event: () => event,
    done: (after, _, { language }) => toldLine(deps, text, after, language),
  });

/** Looks at a case as it is, although not everything that was asked for has come. */
export const reviewCase = (deps: MoveDeps): Action<Bare, Name> =>
  simple(deps, 'review-case', { type: 'review' }, 'tercatat-periksa');

/** Lets the customer keep the goods. */
export const waiveReturn = (deps: MoveDeps): Action<Bare, Name> =>
  simple(deps, 'waive-return', { type: 'waive_return' }, 'tercatat-simpan');

/** The goods are back. */
export const goodsArrived = (deps: MoveDeps): Action<Bare, Name> =>
  simple(deps, 'goods-arrived', { type: 'arrive' }, 'tercatat-tiba');

/** The goods that came back are as they should be. */
export const goodsFit = (deps: MoveDeps): Action<Bare, Name> =>
  simple(deps, 'goods-fit', { type: 'inspect', fit: true, note: '' }, 'tercatat-layak');

/** The goods that came back have a fault of the customer's making. */
export const goodsUnfit = (deps: MoveDeps): Action<z.infer<typeof noting>, Name> =>
  moveAction(deps, {
    name: 'goods-unfit',
    input: noting,
    event: ({ kata }) => ({ type: 'inspect', fit: false, note: kata }),
    done: (after, _, { language }) => toldLine(deps, 'tercatat-cela', after, language),
  });

/** Goes on although a fault was found, with less money where less is due. */
export const resolveAnyway = (deps: MoveDeps): Action<z.infer<typeof resolving>, Name> =>
  moveAction(deps, {
    name: 'resolve-anyway',
    input: resolving,
    event: ({ alasan, jumlah }) => ({
      type: 'resolve',
      reason: alasan,
      ...(jumlah !== undefined && { amount: jumlah }),
    }),
    done: (after, _, { language }) => toldLine(deps, 'tercatat-lanjut', after, language),
  });

/** Writes down under which number the customer sent the goods back. */
export const noteReturnResi = (deps: MoveDeps): Action<z.infer<typeof shipping>, Name> =>
  moveAction(deps, {
    name: 'note-return-resi',
    input: shipping,
    event: ({ kurir, resi }) => ({ type: 'send_back', courier: kurir, resi }),
    done: (after, _, { language }) =>
      toldLine(deps, 'tercatat-resi-retur', after, language, { resi: caseWords(deps.house, after, language).sentBack }),
  });

/** Writes down under which number the replacement goes out; the customer hears of it. */
export const replacementSent = (deps: MoveDeps): Action<z.infer<typeof shipping>, Name> =>
  moveAction(deps, {
    name: 'replacement-sent',
    input: shipping,
    event: ({ kurir, resi }) => ({ type: 'ship_replacement', courier: kurir, resi }),
    done: (after, _, { language }) =>
      toldLine(deps, 'tercatat-kirim', after, language, { resi: caseWords(deps.house, after, language).replacement }),
  });

/** Writes a remark into a case's history, for people of the shop only. */
export const noteCase = (deps: MoveDeps): Action<z.infer<typeof noting>, Name> =>
  moveAction(deps, {
    name: 'note-case',
    input: noting,
    event: ({ kata }) => ({ type: 'note', text: kata }),
    done: (after, _, { language }) => toldLine(deps, 'tercatat-catatan', after, language),
  });
