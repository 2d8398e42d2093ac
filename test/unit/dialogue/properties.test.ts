import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InBody } from '../../../src/channels/channel.ts';
import { advance } from '../../../src/dialogue/advance.ts';
import { catalogOf } from '../../../src/dialogue/check.ts';
import { prepareFacts } from '../../../src/dialogue/desk-facts.ts';
import { loadFlows } from '../../../src/dialogue/load.ts';
import { meaningOf } from '../../../src/dialogue/meaning-of.ts';
import { route } from '../../../src/dialogue/route.ts';
import type { Reply, Talk } from '../../../src/dialogue/talk.ts';
import { DEMO_FILES } from './demo-files.ts';
import { demoTalk, photoFile } from './demo-talk.ts';
import { demoWiring } from './demo-wiring.ts';
import { flowFiles } from './flow-files.ts';

const WORDS = [
  'pesan',
  'order 2 topi',
  '1 topi',
  '2 kaos',
  'kaos merah',
  'merah',
  'selesai',
  'hapus 1',
  'hapus semua',
  '2 jadi 3',
  'Budi',
  '081234567890',
  'Malang',
  'kirim ke Surabaya',
  'jne',
  'jnt',
  '1',
  '2',
  '3',
  '9',
  '99',
  'ya',
  'tidak',
  'tetap',
  '-',
  'lewati',
  'batal',
  'kembali',
  'menu',
  'bantuan',
  'cs',
  'ubah kurir',
  'alamatnya salah',
  'ubah nama jadi Sari',
  'ongkir ke Bandung?',
  'bukti',
  'lihat K7M2Q5',
  'K7M2Q5',
  '/start p_celana',
  '/resi',
  '/batal',
  '/kucing',
  'semua',
  '1 dan 3',
  '60 topi',
  '',
  '👍',
  'lanjut',
];

const body: fc.Arbitrary<InBody> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS).map((text) => ({ type: 'text' as const, text })) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => ({ type: 'text' as const, text })),
  },
  fc
    .constantFrom('lihat', 'beli', 'bukti', 'pilih', 'hilang')
    .map((verb) => ({ type: 'tap' as const, verb, code: 'K7M2Q5' })),
  fc.constant({ type: 'place' as const, lat: 1, lon: 2 }),
  fc.constant({ type: 'cart' as const, items: [{ sku: 'topi', quantity: 2 }] }),
  fc.constant({ type: 'unsupported' as const, kind: 'sticker' }),
  fc.constant({
    type: 'media' as const,
    kind: 'image' as const,
    ref: { channel: 'simulator' as const, id: 'x' },
    caption: 'ya',
  }),
);

describe('whatever people send', () => {
  it('is answered, never lost in a throw, and the talk is plain JSON of at most three', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, { minLength: 1, maxLength: 14 }),
        fc.constantFrom('id', 'en'),
        async (bodies, language) => {
          const t = demoTalk({ language });
          t.effects.kept = { nama: 'Budi', kota: 'Malang' };
          for (const one of bodies) {
            const silent = t.chat().quiet !== undefined;
            const answer = await t.send(one, one.type === 'media' ? photoFile('x') : undefined);
            if (!silent) expect(answer).not.toBe('');
            const { talk } = t.chat();
            expect(JSON.parse(JSON.stringify(talk))).toEqual(talk);
            expect(Array.isArray(talk) && talk.length <= 3).toBe(true);
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});

describe('deciding', () => {
  const { wiring } = demoWiring();
  const world = () => {
    const flows = loadFlows(flowFiles(DEMO_FILES), [catalogOf('customer', wiring), catalogOf('owner', wiring)]);
    return prepareFacts({ desk: 'customer', flows: flows.of.customer, texts: flows.texts, wiring })(
      'id',
      new Date('2026-01-05T02:00:00Z'),
    );
  };
  const deepFreeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
      Object.freeze(value);
      Object.values(value).forEach(deepFreeze);
    }
    return value;
  };

  it('changes nothing it is given and comes to the same every time', () => {
    const facts = world();
    const opening: Reply = { text: '', files: [] };
    const start = advance(facts, [], { type: 'start', flow: 'pesan', id: 'x', start: {}, opening });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 10 }), (said) => {
        let stack: readonly Talk[] = deepFreeze(start.talk);
        for (const text of said) {
          const reply = deepFreeze<Reply>({ text, files: [] });
          const talk = stack.at(-1);
          if (talk === undefined) return;
          expect(route(facts, stack, [], reply)).toEqual(route(facts, stack, [], reply));
          const meaning = deepFreeze(meaningOf(facts, talk, reply));
          const move = advance(facts, stack, { type: 'meaning', meaning });
          expect(advance(facts, stack, { type: 'meaning', meaning })).toEqual(move);
          if (move.next.type === 'list') {
            const choices = deepFreeze([
              { value: 'jne', label: 'JNE' },
              { value: 'jnt', label: 'J&T' },
            ]);
            stack = deepFreeze(advance(facts, move.talk, { type: 'choices', choices }).talk);
          } else if (move.next.type === 'kept') {
            stack = deepFreeze(advance(facts, move.talk, { type: 'kept', kept: {} }).talk);
          } else if (move.next.type === 'look') {
            stack = deepFreeze(
              advance(facts, move.talk, { type: 'outcome', outcome: 'fine', data: { total: 1 } }).talk,
            );
          } else {
            stack = deepFreeze(move.talk);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
