import { z } from 'zod';
import type { OutMessage } from '../../../channels/channel.ts';
import type { Language } from '../../../core/language.ts';
import { cutText } from '../../../core/text.ts';
import type { Action } from '../../../dialogue/action.ts';
import type { Line } from '../../../dialogue/talk.ts';
import { supplierCard } from '../../../notices/cards/purchase-card.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { namedTasks, openTasks, type Task, taskCode, taskGoods, taskLabel } from '../../supplier-words/task.ts';
import type { SupplierDeps } from '../deps.ts';

const none = z.object({});
const one = z.object({ kode: z.string() });

/** As many as fit a phone; the oldest are the ones that wait. */
const SHOWN = 12;

/** The supplier's own open orders, the oldest first. */
export const showOpen = (deps: SupplierDeps): Action<z.infer<typeof none>, 'shown'> => ({
  name: 'show-open',
  kind: 'looks',
  input: none,
  outcomes: ['shown'],
  async run(_, { who, language }) {
    const tasks = await openTasks(deps, who.id);
    if (tasks.length === 0) return { outcome: 'shown', lines: [{ text: 'pemasok.tidak-ada-yang-menunggu' }] };
    const say = sayIn(deps.house, language);
    const choices = tasks.slice(0, SHOWN).map((task) => ({
      label: { words: cutText(`${taskLabel(task)} · ${say(stateText(task))} · ${taskInShort(task)}`, 60) },
      tap: { verb: 'p-lihat', code: taskCode(task) },
    }));
    return { outcome: 'shown', lines: [{ text: 'pemasok.yang-menunggu', with: { jumlah: tasks.length }, choices }] };
  },
});

/** One of the supplier's own orders, with what it can answer. */
export const showTask = (deps: SupplierDeps): Action<z.infer<typeof one>, 'shown'> => ({
  name: 'show-task',
  kind: 'looks',
  input: one,
  outcomes: ['shown'],
  async run({ kode }, { who, language }) {
    const [task] = await namedTasks(deps, kode, who.id);
    if (!task) return { outcome: 'shown', lines: [{ text: 'pemasok.kode-tidak-ada', with: { kode } }] };
    return { outcome: 'shown', lines: [taskLine(deps, task, language)] };
  },
});

/** The first of a task's goods, for lists. */
export const taskInShort = (task: Task): string => taskGoods(task).split('\n')[0] ?? '';

function taskLine({ house }: SupplierDeps, task: Task, language: Language): Line {
  if (task.type === 'purchase') return asLine(supplierCard(house, task.purchase, language));
  const button = (verb: string, label: string) => ({
    label: { text: label },
    tap: { verb, code: task.order._id },
    row: 1,
  });
  return {
    text: 'status.pemasok.tanya-stok',
    with: { toko: house.shop().name, barang: taskGoods(task), kode: task.order._id },
    choices: [button('p-ok', 'status.pemasok.tombol-ok'), button('p-kosong', 'status.pemasok.tombol-kosong')],
    about: task.order._id,
  };
}

const asLine = ({ text, choices, about }: OutMessage): Line => ({
  text: 'pemasok.isi',
  with: { isi: text },
  ...(choices && {
    choices: choices.map(({ label, tap, row }) => ({
      label: { words: label },
      tap,
      ...(row !== undefined && { row }),
    })),
  }),
  ...(about !== undefined && { about }),
});

const stateText = (task: Task): string =>
  task.type === 'stock' ? 'pemasok.tahap-stok' : `pemasok.tahap-${task.purchase.state}`;
