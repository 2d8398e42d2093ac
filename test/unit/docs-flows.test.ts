import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flowsCheck } from '../../src/app/commands/flows-check.ts';
import { loadRules } from '../../src/app/load-rules.ts';
import { FLOWS_DIR } from '../../src/app.ts';
import { showMistake } from '../../src/core/yaml/mistake.ts';
import { FlowError } from '../../src/dialogue/flow-error.ts';
import { read, rowsBelow } from '../support/pages.ts';

const PAGE = read('docs/flows.md');
// The whole house is put together to check the files against it; a busy machine takes its time.
const SLOW = { timeout: 60_000 };

describe('an example', () => {
  const examples = [...PAGE.matchAll(/<!-- from (\S+) -->\n```yaml\n([\s\S]*?)```/g)].map(
    ([, file = '', text = '']) => [file, text.trimEnd()] as const,
  );
  it.each(examples)('from %s stands there', (file, text) => expect(read(file)).toContain(text));
  it('is there for each kind of file', () => expect(examples.length).toBeGreaterThan(12));
});

type Edit = readonly [mistake: string, file: string, from: string, to: string];

// One mistake a kind, as somebody might make it; all at once, for each is told on its own.
const EDITS: readonly Edit[] = [
  [
    'a step that is not there',
    'customer/menu.yaml',
    '{ text: menu.pilih }, on: { shown: selesai }',
    '{ text: menu.pilih }, on: { shown: selesaii }',
  ],
  ['a text that is not there', 'customer/menu.yaml', 'say: bantuan.isi', 'say: bantuan.isii'],
  [
    'a step nobody comes to',
    'customer/data.yaml',
    '  - say: privasi.isi\n  - end: done',
    '  - say: privasi.isi\n  - end: done\n  - { id: lupa, say: privasi.isi }',
  ],
  ['the same door twice', 'customer/tanya.yaml', 'words: [aturan, ', 'words: [aturan, ongkir, '],
  ['an outcome left out', 'customer/tanya.yaml', ', unavailable: nanti }', ' }'],
  ['an action that is not there', 'customer/tanya.yaml', 'call: set-language', 'call: set-langauge'],
  ['a kind of answer that is not there', 'customer/tanya.yaml', 'as: place', 'as: plase'],
  ['a list that is not there', 'customer/tanya.yaml', '{ pick: languages }', '{ pick: langauges }'],
  [
    'a circle without a question',
    'customer/sapa.yaml',
    '  - say: salam.sama-sama\n  - end: done',
    '  - { id: lagi, say: salam.sama-sama, go: lagi }',
  ],
  ['a number where words are meant', 'customer/bayar.yaml', 'words: [bayar,', 'words: [7,'],
  ['a key that is spelt wrong', 'customer/katalog.yaml', 'give_up: manusia', 'giveup: manusia'],
  [
    'an action that is not given what it needs',
    'customer/pantau.yaml',
    'with: { order: $pesanan }\n    on: { received',
    'with: { ordr: $pesanan }\n    on: { received',
  ],
  ['a check that would do something', 'customer/pesan.yaml', 'check: price-order', 'check: place-order'],
  ['a condition on a field that is not there', 'customer/batal.yaml', 'only: { apa: alamat }', 'only: { ap: alamat }'],
  [
    'a step of no kind',
    'customer/batal.yaml',
    '- { id: sudah, say: batal.sudah, go: selesai }',
    '- { id: sudah, tell: batal.sudah, go: selesai }',
  ],
  ['a text in one language only', 'texts/en/customer.yaml', 'diganti:', 'digantii:'],
  [
    'other words to fill in than in the other language',
    'texts/id/customer-order.yaml',
    'baris-barang: "{nama} · {harga}"',
    'baris-barang: "{name} · {harga}"',
  ],
  ['a format that is not there', 'texts/id/customer-order.yaml', '{harga|rp}, {stok}"', '{harga|rupiah}, {stok}"'],
  ['a file that is no YAML', 'customer/komplain.yaml', '"salah kirim"]', '"salah kirim"'],
];
const RULES: readonly Edit[] = [
  ['a limit that is not there', 'sop.yaml', 'remindHours:', 'remindHour:'],
  ['a limit that is no number', 'sop.yaml', 'graceHours: 6 ', 'graceHours: "6" '],
  ["a window shorter than the law's", 'policy.yaml', 'working_days: 2 ', 'working_days: 1 '],
  ['a courier that is not there', 'shipping.yaml', '- courier: jne\n', '- courier: jnee\n'],
];
const STATUS: readonly Edit[] = [
  ['a text in status.yaml that is not there', 'status.yaml', 'text: status.stok-ada', 'text: status.stok-ad'],
];

/** A copy of the flows with mistakes in it. */
async function withMistakes<T>(edits: readonly Edit[], look: (dir: string) => Promise<T> | T): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'pesan-docs-'));
  try {
    cpSync(FLOWS_DIR, dir, { recursive: true });
    for (const [mistake, file, from, to] of edits) {
      const path = join(dir, file);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${mistake}: ${file} has no "${from}" any more`);
      writeFileSync(path, text.replace(from, to));
    }
    return await look(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

async function saidOf(dir: string): Promise<string[]> {
  const lines: string[] = [];
  await flowsCheck(dir, (line) => lines.push(line));
  return lines;
}

function rulesSay(dir: string): string[] {
  try {
    loadRules(dir);
    return [];
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return error.mistakes.map((mistake) => `flows/${showMistake(mistake)}`);
  }
}

// Where a mistake stands moves with every line that is added above it.
const withoutPlace = (line: string): string => line.replace(/:\d+:\d+:/, ':');

describe('what flows:check says', () => {
  const table = new Map(
    rowsBelow(PAGE, '## What flows:check says').map(([mistake = '', says = '']) => [
      mistake,
      withoutPlace(says.replace(/^`|`$/g, '')),
    ]),
  );

  it('is shown for each kind of mistake', () =>
    expect([...table.keys()].toSorted()).toEqual(
      [...EDITS, ...RULES, ...STATUS].map(([mistake]) => mistake).toSorted(),
    ));

  it('is what the page shows, for conversations and texts', SLOW, async () => {
    const said = (await withMistakes(EDITS, saidOf)).map(withoutPlace);
    for (const [mistake] of EDITS) expect(said, mistake).toContain(table.get(mistake));
  });

  it.each(['sop.yaml', 'policy.yaml', 'shipping.yaml'])('is what the page shows, for %s', async (name) => {
    const edits = RULES.filter(([, file]) => file === name);
    const said = (await withMistakes(edits, rulesSay)).map(withoutPlace);
    expect(said).toEqual(edits.map(([mistake]) => table.get(mistake)));
  });

  it('is what the page shows, for status.yaml', SLOW, async () => {
    const said = (await withMistakes(STATUS, saidOf)).map(withoutPlace);
    expect(said).toContain(table.get(STATUS[0]?.[0] ?? ''));
  });
});
