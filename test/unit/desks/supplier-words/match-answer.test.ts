import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, keyOf } from '../../../../src/core/ids.ts';
import { namedLines } from '../../../../src/desks/supplier-words/apply-answer.ts';
import { matchAnswer } from '../../../../src/desks/supplier-words/match-answer.ts';
import { type Task, taskCode } from '../../../../src/desks/supplier-words/task.ts';
import { PURCHASE_STATES, type Purchase } from '../../../../src/shop/purchases/purchase.ts';
import { readSupplierReply, type SupplierAnswer } from '../../../../src/understanding/supplier-reply.ts';
import { aLine, anOrder, NOON } from '../../../support/an-order.ts';

const aPurchase = (name: string, state: Purchase['state'] = 'sent'): Purchase => ({
  _id: codeOf(keyOf('purchase', name)),
  v: 1,
  rev: 1,
  duties: [],
  key: keyOf('purchase', name),
  order: codeOf(keyOf('order', name)),
  parcel: 1,
  label: codeOf(keyOf('order', name)),
  supplier: 'sup-1',
  state,
  text: '',
  lines: [],
  cost: 0,
  sendAt: NOON,
  reminded: [],
  files: [],
  at: NOON,
  history: [],
});
const task = (name: string, state?: Purchase['state']): Task => ({
  type: 'purchase',
  purchase: aPurchase(name, state),
});
const stock: Task = { type: 'stock', order: anOrder(), lines: [aLine('TAS-1')], supplier: 'sup-1' };
const A = task('a');
const B = task('b', 'accepted');
interface Found {
  readonly named?: readonly Task[];
  readonly quoted?: readonly Task[];
  readonly open?: readonly Task[];
}
const none = { named: [], quoted: [], open: [] };

describe("which order a supplier's answer is for", () => {
  it.each<[string, SupplierAnswer, Found, object]>([
    ['the one it names', { answer: 'ok', code: 'K' }, { named: [A], open: [A, B] }, { type: 'task', task: A }],
    [
      'asked, when the order it names has two parcels',
      { answer: 'ok', code: 'K' },
      { named: [A, B] },
      { type: 'which' },
    ],
    ['nobody, when the code is not its own', { answer: 'ok', code: 'K' }, { open: [A] }, { type: 'unknown' }],
    ['the one it quotes', { answer: 'ok' }, { quoted: [B], open: [A, B] }, { type: 'task', task: B }],
    ['the only one open', { answer: 'ok' }, { open: [A] }, { type: 'task', task: A }],
    ['the only question of stock', { answer: 'empty' }, { open: [stock] }, { type: 'task', task: stock }],
    ['asked, when two are open', { answer: 'empty' }, { open: [A, B] }, { type: 'which' }],
    ['asked, even when only one of two is unanswered', { answer: 'ok' }, { open: [A, B] }, { type: 'which' }],
    ['small talk, when all have been answered so', { answer: 'ok' }, { open: [B] }, { type: 'known' }],
    ['nothing, when nothing is open', { answer: 'ok' }, {}, { type: 'nothing-open' }],
  ])('is %s', (_, answer, found, wanted) => {
    expect(matchAnswer(answer, { ...none, ...found })).toMatchObject(wanted);
  });

  const ODD = [
    'ok',
    'siap kak',
    '👍',
    'ready',
    'kosong kak',
    'yg hitam habis',
    'sudah dikirim ya',
    'JX1234567890',
    'resi JNE 012345678901234',
    'dikemas',
    'ok semua',
    'barang ada, resi menyusul',
    'maaf stok habis',
    'oke',
    'SICEPAT 001234567890',
    'packing',
    'bisa',
    'habis kak, restok besok',
    'udah jalan JP1234567890',
    'iya ada',
  ];
  it.each(ODD)('never lands on an order by guessing between two: %s', (words) => {
    for (const answer of readSupplierReply(words)) {
      const matched = matchAnswer(answer, { ...none, open: [A, task('c')] });
      expect(matched.type, words).not.toBe('task');
    }
  });

  it('without a code and a quote is only ever taken for the one thing that is open', () => {
    const tasks = fc.array(fc.constantFrom(...PURCHASE_STATES), { maxLength: 5 });
    const answers = fc.constantFrom('ok', 'empty', 'packed', 'resi');
    fc.assert(
      fc.property(tasks, answers, (states, answer) => {
        const open = states.map((state, i) => task(String(i), state));
        const matched = matchAnswer({ answer } as SupplierAnswer, { ...none, open });
        if (matched.type === 'task') expect(open.map(taskCode)).toEqual([taskCode(matched.task)]);
      }),
    );
  });
});

describe('the goods that a supplier names as sold out', () => {
  const lines = [
    aLine('KP-H-L', { name: 'Kaos Polos', variant: 'Hitam, L' }),
    aLine('KP-P-M', { name: 'Kaos Polos', variant: 'Putih, M' }),
  ];
  it.each<[readonly string[] | undefined, readonly string[]]>([
    [['kaos hitam L'], ['KP-H-L']],
    [['putih'], ['KP-P-M']],
    [['KP-P-M'], ['KP-P-M']],
    [['kaos'], ['KP-H-L', 'KP-P-M']],
    [['sandal'], ['KP-H-L', 'KP-P-M']],
    [undefined, ['KP-H-L', 'KP-P-M']],
  ])('%j', (items, wanted) => {
    expect(namedLines(lines, items).map(({ sku }) => sku)).toEqual(wanted);
  });
});
