import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Action } from '../../../src/dialogue/action.ts';
import { type Catalog, catalogOf } from '../../../src/dialogue/check.ts';
import { FlowError } from '../../../src/dialogue/flow-error.ts';
import { loadFlows } from '../../../src/dialogue/load.ts';
import { DEMO_FILES } from './demo-files.ts';
import { demoWiring } from './demo-wiring.ts';
import { flowFiles } from './flow-files.ts';

const action = (name: string, kind: Action['kind'], outcomes: readonly string[], shape: z.ZodRawShape): Action => ({
  name,
  kind,
  input: z.object(shape),
  outcomes,
  run: async () => ({ outcome: outcomes[0] ?? '' }),
});

const catalog: Catalog = {
  desk: 'customer',
  actions: {
    'place-order': action('place-order', 'acts', ['placed', 'refused'], {
      nama: z.string(),
      jumlah: z.number().optional(),
    }),
    'check-order': action('check-order', 'looks', ['fine', 'problems'], { nama: z.string() }),
    'odd-check': action('odd-check', 'looks', ['fine', 'later'], {}),
  },
  lists: { couriers: async () => [] },
  readers: { 'order-form': () => ({}) },
  kinds: {},
  names: ['toko'],
};

const TEXTS = 'a:\n  tanya: "Siapa?"\n  jadi: "Baik."\n';
const HEAD = 'flow: satu\nfor: customer\nstart: { words: [satu] }\nsteps:\n';

/** The mistakes of a flow in `customer/satu.yaml`, each as `line:column found; right`. */
function mistakes(yaml: string, files: Record<string, string> = {}): readonly string[] {
  try {
    loadFlows(flowFiles({ 'customer/satu.yaml': yaml, 'texts/id.yaml': TEXTS, 'texts/en.yaml': TEXTS, ...files }), [
      catalog,
    ]);
    return [];
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return error.message.split('\n').map((line) => line.replace('customer/satu.yaml:', ''));
  }
}

const form = (field: string): string => `${HEAD}  - form: data\n    fields:\n      - ${field}\n  - end: done\n`;
const call = (rest: string): string =>
  `${form('{ name: nama, as: name, ask: a.tanya }').replace('  - end: done\n', '')}  - { call: place-order, ${rest} }\n  - end: done\n`;

describe('a broken file is refused at its place', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'no YAML',
      'flow: [satu\nfor: customer\n',
      ['2:1: not readable as YAML: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    [
      'a key that is there twice',
      'flow: satu\nflow: dua\nfor: customer\nsteps: [{ end: done }]\n',
      ['2:1: not readable as YAML: Map keys must be unique'],
    ],
    ['an unknown key', `${HEAD}  - { say: a.jadi, goto: akhir }\n`, ['5:20: unknown key "goto"; did you mean "go"?']],
    [
      'an unknown key of the flow',
      `${HEAD.replace('start', 'strat')}  - say: a.jadi\n`,
      ['3:1: unknown key "strat"; did you mean "start"?'],
    ],
    [
      'a number where text is meant',
      form('{ name: 12, as: name, ask: a.tanya }'),
      ['7:17: a field must be text, found the number 12; put it in quotes: "12"'],
    ],
    [
      'a number among words',
      `${HEAD.replace('[satu]', '[satu, 00912]')}  - say: a.jadi\n`,
      ['3:24: a start word must be text, found the number 912; put it in quotes: "912"'],
    ],
    [
      'true where text is meant',
      `${HEAD}  - { choose: x, text: a.tanya, options: [{ value: true, label: a.jadi }] }\n`,
      ['5:52: a value must be text, found the boolean true; put it in quotes: "true"'],
    ],
    [
      'a name that is no name',
      form('{ name: Nama Lengkap, as: name, ask: a.tanya }'),
      ['7:17: "Nama Lengkap": a field must be small letters, digits, dashes and underscores'],
    ],
    [
      'a field called like a question',
      form('{ name: confirm, as: name, ask: a.tanya }'),
      ['7:17: "confirm": a field must not be called confirm, edit, problem, offer, check'],
    ],
    [
      'another desk',
      `${HEAD.replace('customer', 'client')}  - say: a.jadi\n`,
      ['2:6: found "client"; right would be customer, owner, supplier'],
    ],
    [
      'a desk that is not the folder’s',
      `${HEAD.replace('customer', 'owner')}  - say: a.jadi\n`,
      ['2:6: a flow in customer/ is for customer'],
    ],
    [
      'a step that is none',
      `${HEAD}  - { sya: a.jadi }\n`,
      ['5:5: a step must say, form, choose, call, when or end; did you mean "say"?'],
    ],
    [
      'a target that is not there',
      `${HEAD}  - { say: a.jadi, go: akir }\n  - { id: akhir, end: done }\n`,
      ['5:24: unknown step "akir"; did you mean "akhir"?'],
    ],
    [
      'a step that nothing leads to',
      `${HEAD}  - { say: a.jadi, go: akhir }\n  - { id: lain, say: a.jadi }\n  - { id: akhir, end: done }\n`,
      ['6:5: nothing leads to the step "lain"'],
    ],
    [
      'a circle without a wait',
      `${HEAD}  - { id: satu, say: a.jadi, go: dua }\n  - { id: dua, say: a.jadi, go: satu }\n`,
      ['5:5: a circle in which nobody is asked anything: satu > dua > satu'],
    ],
    [
      'a name that is there twice',
      `${HEAD}  - { id: x, say: a.jadi }\n  - { id: x, end: done }\n`,
      ['6:5: the step "x" is there twice; give one of them an `id` of its own'],
    ],
    [
      'a field that is there twice',
      `${HEAD}  - form: data\n    fields:\n      - { name: x, as: name, ask: a.tanya }\n      - { name: x, as: name, ask: a.tanya }\n`,
      ['8:17: the field "x" is there twice'],
    ],
    [
      'an unknown action',
      call('with: $data, on: { placed: akhir }')
        .replace('place-order', 'place-ordr')
        .replace('- end', '- id: akhir\n    end'),
      ['8:13: unknown action "place-ordr"; did you mean "place-order"?'],
    ],
    [
      'an outcome that leads nowhere',
      call('with: $data, on: { placed: end-3 }'),
      ['8:39: outcomes of place-order that lead nowhere: refused'],
    ],
    [
      'an unknown outcome',
      call('with: $data, on: { placed: end-3, refused: end-3, palced: end-3 }'),
      ['8:76: unknown outcome "palced" of place-order; did you mean "placed"?'],
    ],
    [
      'an input the action does not take',
      call('with: { nama: $nama, umur: $nama }, on: { placed: end-3, refused: end-3 }'),
      ['8:47: place-order takes no "umur"; there are: nama, jumlah'],
    ],
    [
      'an input that is not given',
      call('with: { jumlah: $nama }, on: { placed: end-3, refused: end-3 }'),
      ['8:32: place-order is not given: nama'],
    ],
    ['no input at all', call('on: { placed: end-3, refused: end-3 }'), ['8:13: place-order is not given: nama']],
    [
      'a name that nothing has',
      call('with: { nama: $naam }, on: { placed: end-3, refused: end-3 }'),
      ['8:40: unknown name "$naam"; did you mean "nama"?'],
    ],
    [
      'an unknown kind',
      form('{ name: nama, as: nmae, ask: a.tanya }'),
      ['7:27: unknown kind "nmae"; did you mean "name"?'],
    ],
    [
      'an unknown list',
      form('{ name: k, as: { pick: curiers }, ask: a.tanya }'),
      ['7:32: unknown list "curiers"; did you mean "couriers"?'],
    ],
    [
      'an unknown list of a choice',
      `${HEAD}  - { choose: x, text: a.tanya, options: { from: curiers } }\n`,
      ['5:50: unknown list "curiers"; did you mean "couriers"?'],
    ],
    [
      'an unknown reader',
      form('{ name: nama, as: name, ask: a.tanya }').replace('form: data', 'form: data\n    reader: order-from'),
      ['6:13: unknown reader "order-from"; did you mean "order-form"?'],
    ],
    [
      'a check that acts',
      form('{ name: nama, as: name, ask: a.tanya }').replace('form: data', 'form: data\n    check: place-order'),
      ['6:12: the action "place-order" acts; a check only looks; call it as a step after the form'],
    ],
    [
      'a check with outcomes of its own',
      form('{ name: nama, as: name, ask: a.tanya }').replace('form: data', 'form: data\n    check: odd-check'),
      ['6:12: "odd-check" comes to fine, later; a check comes to fine, problems, unavailable'],
    ],
    [
      'a condition on no field',
      form('{ name: nama, as: name, ask: a.tanya, only: { kurri: jne } }'),
      ['7:55: unknown field "kurri"; there are: nama'],
    ],
    [
      'a pick that is kept',
      form('{ name: k, as: { pick: couriers }, ask: a.tanya, keep: person }'),
      ['7:64: a pick cannot be kept; its list shows what is there now'],
    ],
    [
      'a required field that is not asked',
      form('{ name: nama, as: name }'),
      ['7:9: the field "nama" needs `ask`; or `optional: true`'],
    ],
    [
      'a form file that is not there',
      form('{ include: alamta }'),
      ['7:20: unknown form file "alamta"; there is none yet'],
    ],
    ['a text that is not there', `${HEAD}  - say: a.jaid\n`, ['5:10: no text "a.jaid"; did you mean "a.jadi"?']],
    [
      'a door that is there twice',
      `${HEAD.replace('[satu]', '[satu, Satu]')}  - say: a.jadi\n`,
      ['3:24: the door "words satu" is there twice'],
    ],
  ])('%s', (_, yaml, expected) => {
    expect(mistakes(yaml)).toEqual(expected);
  });
});

describe('a broken text is refused at its place', () => {
  const say = `${HEAD}  - say: a.jadi\n`;
  it.each<[string, Record<string, string>, readonly string[]]>([
    [
      'missing in a language',
      { 'texts/en.yaml': 'a:\n  tanya: "Who?"\n' },
      ['texts/id.yaml:3:3: the text "a.jadi" is missing in en'],
    ],
    [
      'with other placeholders',
      { 'texts/en.yaml': 'a:\n  tanya: "Who?"\n  jadi: "Well, {start.text}"\n' },
      ['texts/en.yaml:3:9: "a.jadi" in en has {start.text}; in id it has {}'],
    ],
    [
      'with a placeholder that nothing fills',
      {
        'texts/id.yaml': TEXTS.replace('Baik.', 'Baik {naam}'),
        'texts/en.yaml': TEXTS.replace('Baik.', 'Well {naam}'),
      },
      [
        'texts/en.yaml:3:9: nothing fills "{naam}" of "a.jadi" in the flow "satu"; there are: start, toko, ringkasan, label, nilai',
        'texts/id.yaml:3:9: nothing fills "{naam}" of "a.jadi" in the flow "satu"; there are: start, toko, ringkasan, label, nilai',
      ],
    ],
    [
      'with an unknown format',
      { 'texts/id.yaml': TEXTS.replace('Baik.', '{toko|rupiah}'), 'texts/en.yaml': TEXTS.replace('Baik.', '{toko}') },
      ['texts/id.yaml:3:9: unknown format "rupiah"; there are: rp'],
    ],
    [
      'that is a number',
      { 'texts/id.yaml': TEXTS.replace('"Baik."', '5') },
      [
        'texts/en.yaml:3:3: the text "a.jadi" is missing in id',
        'texts/id.yaml:3:9: the text "a.jadi" must be text, found the number 5; put it in quotes: "5"',
      ],
    ],
    [
      'that is there twice',
      { 'texts/id/more.yaml': 'a:\n  jadi: "Lagi."\n' },
      ['texts/id/more.yaml:2:3: the text "a.jadi" is already in texts/id.yaml'],
    ],
    [
      'in no language',
      { 'texts/xx.yaml': 'a: { b: "c" }\n' },
      ['texts/xx.yaml:1:1: no language of the house; there are: id, en'],
    ],
    [
      'of the engine',
      { 'texts/en/engine.yaml': 'engine: { lanjut: "Go on {nama}" }\n' },
      ['texts/en/engine.yaml:1:19: nothing fills "{nama}" of "engine.lanjut"; there is none yet'],
    ],
  ])('%s', (_, files, expected) => {
    expect(mistakes(say, files)).toEqual(expect.arrayContaining([...expected]));
  });
});

it('names every mistake of every file at once', () => {
  const found = mistakes(
    `${HEAD}  - { say: a.jaid, go: akir }\n  - { form: data, fields: [{ name: x, as: nmae, ask: a.tanya }] }\n`,
    {
      'customer/dua.yaml': 'flow: dua\nfor: customer\nstart: { words: [satu] }\nsteps: [{ say: a.b }]\n',
      'forms/x.yaml': '5\n',
    },
  );
  expect(found).toEqual([
    'customer/dua.yaml:4:16: no text "a.b"; there are: a.tanya, a.jadi',
    '3:18: the door "words satu" is already that of the flow "dua"',
    expect.stringMatching(/^5:12: no text "a.jaid"/),
    expect.stringMatching(/^5:24: unknown step "akir"/),
    expect.stringMatching(/^6:43: unknown kind "nmae"/),
    expect.stringContaining('forms/x.yaml:1:1'),
  ]);
});

it('points into the form file that a mistake comes from', () => {
  expect(
    mistakes(form('{ include: alamat }'), { 'forms/alamat.yaml': '- { name: nama, as: nmae, ask: a.tanya }\n' }),
  ).toEqual(['forms/alamat.yaml:1:21: unknown kind "nmae"; did you mean "name"?']);
});

it('refuses two flows of one desk behind one door, but not of two desks', () => {
  const other = (desk: string) => `flow: dua\nfor: ${desk}\nstart: { words: [SATU] }\nsteps: [{ say: a.jadi }]\n`;
  const mine = `${HEAD}  - say: a.jadi\n`;
  expect(mistakes(mine, { 'customer/zwei.yaml': other('customer') })).toEqual([
    'customer/zwei.yaml:3:18: the door "words satu" is already that of the flow "satu"',
  ]);
  expect(mistakes(mine, { 'owner/zwei.yaml': other('owner') })).toEqual([]);
});

it('loads the demo shop as it was written', () => {
  const { wiring } = demoWiring();
  const flows = loadFlows(flowFiles(DEMO_FILES), [catalogOf('customer', wiring), catalogOf('owner', wiring)]);
  expect(flows.of.customer.map(({ name }) => name)).toEqual([
    'salam',
    'pesan',
    'ongkir',
    'bukti',
    'status',
    'menu',
    'lain',
  ]);
  expect(flows.of.customer[1]?.steps[0]).toMatchObject({
    type: 'form',
    id: 'pesanan',
    fields: [
      { name: 'barang' },
      { name: 'nama', keep: 'person' },
      { name: 'hp' },
      { name: 'kota' },
      { name: 'kurir' },
      { name: 'cod' },
      { name: 'catatan' },
    ],
  });
  expect(flows.texts.find('demo.kurir', 'en')).toBe('Courier');
});
