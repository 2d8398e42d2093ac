import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { decode } from '../../../../src/store/embedded/bson/decode.ts';
import type { Doc } from '../../../../src/store/embedded/bson/value.ts';
import { removeRow } from '../../../../src/store/embedded/commands/delete.ts';
import { addDocument } from '../../../../src/store/embedded/commands/insert.ts';
import { modify } from '../../../../src/store/embedded/commands/modify.ts';
import { compileFilter } from '../../../../src/store/embedded/query/match.ts';
import { readSort } from '../../../../src/store/embedded/query/sort.ts';
import type { Collection } from '../../../../src/store/embedded/storage/collection.ts';
import { plan } from '../../../../src/store/embedded/storage/planner.ts';
import { Hit, inOrder, search, sortKey } from '../../../../src/store/embedded/storage/search.ts';
import { compileUpdate } from '../../../../src/store/embedded/update/update.ts';
import { doc } from './doc.ts';
import { type TestCatalog, testCatalog } from './test-catalog.ts';

type Plain = Record<string, unknown>;

let opened: TestCatalog | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
});

function collection(docs: readonly Plain[], indexes: readonly Plain[]): Collection {
  opened?.close();
  opened = testCatalog();
  return opened.collection('things', docs, indexes);
}

// Few different values, so that searches hit and entries meet.
const scalar = fc.oneof(
  { weight: 5, arbitrary: fc.nat(2) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>('a', 'b', 'ba', null, true, 1.5, Number.NaN) },
);
const inner = fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) });
const sub = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] });
const subs = fc.array(sub, { maxLength: 3 });
const field = fc.oneof({ weight: 2, arbitrary: inner }, { weight: 1, arbitrary: sub }, { weight: 2, arbitrary: subs });
// One array field a document, so that no compound index meets two parallel arrays.
const document = fc.record({ a: field, b: scalar, c: scalar }, { requiredKeys: ['a', 'b'] });

const path = fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y');
const range = fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), scalar).map(([op, value]) => ({ [op]: value }));
const condition = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 3, arbitrary: range },
  { weight: 1, arbitrary: fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })) },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }).map((list) => ({ $in: list })) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      scalar.map((value) => ({ $ne: value })),
      fc.boolean().map((yes) => ({ $exists: yes })),
      fc.tuple(scalar, scalar).map(([x, y]) => ({ $elemMatch: { x, y } })),
      fc.tuple(scalar, scalar).map(([low, high]) => ({ $elemMatch: { $gte: low, $lte: high } })),
      fc.constantFrom({ $regex: '^b' }, { $size: 1 }, { $type: 'string' }, { $not: { $gt: 1 } }, { $all: [1, 2] }),
    ),
  },
);
const conditions = fc.dictionary(path, condition, { minKeys: 1, maxKeys: 3 });
const filter = fc.oneof(
  { weight: 6, arbitrary: conditions },
  { weight: 1, arbitrary: fc.tuple(conditions, conditions).map(([left, right]) => ({ $or: [left, right] })) },
  { weight: 1, arbitrary: fc.tuple(conditions, conditions).map(([left, right]) => ({ $and: [left, right] })) },
);
const direction = fc.constantFrom(1, -1);
const fields = (most: number): fc.Arbitrary<Plain> =>
  fc
    .uniqueArray(fc.tuple(path, direction), { minLength: 1, maxLength: most, selector: ([name]) => name })
    .map((list) => Object.fromEntries(list));
const partial = fc.constantFrom<Plain>(
  { b: true },
  { b: { $exists: true } },
  { b: { $gt: 1 } },
  { c: { $in: [1, 2] } },
  { b: { $type: 'string' } },
);
const index = fc.oneof(
  { weight: 3, arbitrary: fields(3).map((key) => ({ key })) },
  { weight: 1, arbitrary: fields(2).map((key) => ({ key, sparse: true })) },
  {
    weight: 1,
    arbitrary: fc.tuple(fields(2), partial).map(([key, partialFilterExpression]) => ({ key, partialFilterExpression })),
  },
);
const indexes = fc
  .array(index, { minLength: 1, maxLength: 3 })
  .map((list) => list.map((spec, i) => ({ ...spec, name: `i${i}` })));

const idsOf = (hits: Iterable<Hit>): unknown[] => Array.from(hits, (hit) => hit.doc._id);
const sorted = (ids: readonly unknown[]): unknown[] => [...ids].sort((a, b) => Number(a) - Number(b));
const all = (things: Collection): Hit[] => Array.from(things.scan(), (stored) => new Hit(stored));

/** Compares what the planner finds with what looking at every document finds. */
function compareAnswers(things: Collection, plainFilter: Plain, sort: Plain): void {
  const wanted = { filter: doc(plainFilter), sort: readSort(doc(sort)) };
  const matches = compileFilter(wanted.filter);
  const expected = inOrder(
    all(things).filter((hit) => matches(hit.doc)),
    wanted.sort,
  );
  const found = [...search(things, wanted)];
  expect(sorted(idsOf(found))).toEqual(sorted(idsOf(expected)));
  const keys = (hits: readonly Hit[]): string[] => hits.map((hit) => sortKey(hit.doc, wanted.sort).toString('hex'));
  expect(keys(found)).toEqual(keys(expected));
}

// Two indexes over the same key are refused, as are parallel arrays; such worlds are not part of the comparison.
function world(docs: readonly Plain[], specs: readonly Plain[]): Collection | undefined {
  try {
    return collection(
      docs.map((plain, _id) => ({ _id, ...plain })),
      specs,
    );
  } catch (cause) {
    expect(['IndexOptionsConflict', 'CannotIndexParallelArrays']).toContain((cause as { codeName?: string }).codeName);
    return undefined;
  }
}

describe('a search by indexes', () => {
  it('finds what looking at every document finds, in the same order', () => {
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 5, maxLength: 25 }),
        indexes,
        fc.array(fc.tuple(filter, fc.oneof(fc.constant({}), fields(2))), { minLength: 30, maxLength: 30 }),
        (docs, specs, searches) => {
          const things = world(docs, specs);
          if (things) for (const [wanted, sort] of searches) compareAnswers(things, wanted, sort);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('still does after documents were changed and removed', () => {
    const change = fc.oneof(
      fc.tuple(path, inner).map(([name, value]) => ({ $set: { [name]: value } })),
      path.map((name) => ({ $unset: { [name]: '' } })),
      fc.tuple(scalar).map(([value]) => ({ $push: { a: value } })),
      document,
    );
    const step = fc.tuple(fc.nat(12), fc.oneof(change, fc.constant(undefined)));
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 5, maxLength: 12 }),
        indexes,
        fc.array(step, { maxLength: 12 }),
        fc.array(filter, { minLength: 30, maxLength: 30 }),
        (docs, specs, steps, filters) => {
          const things = world(docs, specs);
          if (!things) return;
          for (const [_id, update] of steps) applyStep(things, _id, update);
          opened?.commit.flush();
          for (const wanted of filters) compareAnswers(things, wanted, {});
        },
      ),
      { numRuns: 60 },
    );
  });

  function applyStep(things: Collection, _id: number, update: Plain | undefined): void {
    try {
      if (update) {
        const compiled = compileUpdate(doc(update), undefined);
        modify(things, { filter: doc({ _id }), update: compiled, multi: false, upsert: true, now: new Date(0) });
      } else for (const { row } of search(things, { filter: doc({ _id }) })) removeRow(things, row);
    } catch (cause) {
      // An update may be impossible on this document; then it has changed nothing, which is what is looked at next.
      expect(cause).toMatchObject({ name: 'CommandError' });
    }
  }
});

describe('the plan', () => {
  const INDEXES = [
    { key: { slot: 1, at: 1 }, partialFilterExpression: { open: true }, name: 'open' },
    { key: { chat: 1, at: -1 }, name: 'chat' },
    { key: { code: 1 }, unique: true, name: 'code' },
    { key: { email: 1 }, sparse: true, name: 'email' },
    { key: { 'items.sku': 1 }, name: 'sku' },
    { key: { dueAt: 1 }, partialFilterExpression: { dueAt: { $exists: true } }, name: 'due' },
  ];
  const DOCS = [{ items: [{ sku: 'x' }, { sku: 'y' }] }];

  const PLANS: readonly (readonly [filter: Plain, sort: Plain, index: string, sorted: boolean])[] = [
    [{ _id: 5 }, {}, 'ids', true],
    [{ _id: { $in: [1, 2] }, x: 1 }, {}, 'ids', true],
    [{}, { _id: 1 }, '_id_', true],
    [{ _id: { $gt: 5 } }, { _id: -1 }, '_id_', true],
    [{ open: true, slot: 3 }, { at: 1 }, 'open', true],
    [{ open: true, slot: { $in: [1, 2] } }, { at: 1 }, 'open', false],
    [{ open: { $eq: true }, slot: 3, at: { $lt: new Date(0) } }, {}, 'open', true],
    [{ slot: 3 }, {}, 'scan', true],
    [{ open: false, slot: 3 }, {}, 'scan', true],
    [{ chat: 'a' }, { at: -1 }, 'chat', true],
    [{ chat: 'a' }, { at: 1 }, 'chat', true],
    [{ chat: 'a' }, { other: 1 }, 'chat', false],
    [{ chat: /^a/ }, {}, 'chat', true],
    [{ chat: /a/ }, {}, 'scan', true],
    [{}, { chat: 1, at: -1 }, 'chat', true],
    [{}, { chat: -1, at: 1 }, 'chat', true],
    [{}, { chat: 1, at: 1 }, 'scan', false],
    [{ code: 'K7M2QX', chat: 'a' }, {}, 'code', true],
    [{ email: 'x' }, {}, 'email', true],
    [{ email: null }, {}, 'scan', true],
    [{ email: { $exists: true } }, {}, 'scan', true],
    [{}, { email: 1 }, 'scan', false],
    [{ 'items.sku': 'x' }, {}, 'sku', true],
    [{ items: { $elemMatch: { sku: 'x', n: 1 } } }, {}, 'sku', true],
    [{ 'items.sku': 'x' }, { 'items.sku': 1 }, 'sku', false],
    [{ dueAt: { $lte: new Date(0) } }, { dueAt: 1 }, 'due', true],
    [{ $or: [{ chat: 'a' }, { code: 'b' }] }, {}, 'union', true],
    [{ $or: [{ chat: 'a' }, { other: 'b' }] }, {}, 'scan', true],
    [{ chat: { $ne: 'a' } }, {}, 'scan', true],
  ];

  it.each(PLANS)('for %j in the order %j uses %s', (filter, sort, expected, sorted) => {
    const order = readSort(doc(sort));
    const chosen = plan(collection(DOCS, INDEXES), doc(filter), order);
    expect(chosen.type === 'index' ? chosen.index.spec.name : chosen.type).toBe(expected);
    expect(order.length === 0 || (chosen.type === 'index' && chosen.sorted) || chosen.type === 'ids').toBe(sorted);
  });
});

describe('a unique index', () => {
  const add = (things: Collection, plain: Plain): Doc => {
    addDocument(things, doc(plain));
    return decode(Array.from(things.scan()).at(-1)?.bytes ?? Buffer.alloc(0));
  };
  const taken = (keyValue: Plain) =>
    expect.objectContaining({ code: 11_000, details: expect.objectContaining({ keyValue: doc(keyValue) }) });

  it('refuses the second of a value, missing ones included, and leaves nothing of it behind', () => {
    const things = collection([{ _id: 1, code: 'a' }, { _id: 2 }], [{ key: { code: 1 }, unique: true }]);
    expect(() => add(things, { _id: 3, code: 'a' })).toThrow(taken({ code: 'a' }));
    expect(() => add(things, { _id: 3 })).toThrow(taken({ code: null }));
    expect(things.count()).toBe(2);
  });

  it('tells 1 and a long beyond the doubles apart from their neighbours', () => {
    const things = collection([{ _id: 1, n: 1 }], [{ key: { n: 1 }, unique: true }]);
    expect(() => add(things, { _id: 2, n: 1.0 })).toThrow(taken({ n: 1 }));
    expect(() => add(things, { _id: 2, n: 1.0000000000000002 })).not.toThrow();
  });

  it('asks every member of an array, but not a document against itself', () => {
    const things = collection([{ _id: 1, tags: ['a', 'b', 'a'] }], [{ key: { tags: 1 }, unique: true }]);
    expect(() => add(things, { _id: 2, tags: ['c', 'b'] })).toThrow(taken({ tags: 'b' }));
    expect(() => add(things, { _id: 2, tags: ['c'] })).not.toThrow();
  });

  it('leaves out what a sparse or partial index leaves out', () => {
    const things = collection(
      [{ _id: 1 }, { _id: 2, code: 'a', open: false }],
      [
        { key: { email: 1 }, unique: true, sparse: true },
        { key: { code: 1 }, unique: true, partialFilterExpression: { open: true } },
      ],
    );
    expect(() => add(things, { _id: 3, code: 'a', open: true })).not.toThrow();
    expect(() => add(things, { _id: 4, code: 'a', open: true })).toThrow(taken({ code: 'a' }));
    expect(() => add(things, { _id: 4, code: 'a' })).not.toThrow();
  });

  it('refuses two arrays side by side in one compound index', () => {
    const things = collection([], [{ key: { a: 1, b: 1 } }]);
    expect(() => add(things, { a: [1], b: [2] })).toThrow('parallel arrays');
  });

  it('is not made over documents that break it', () => {
    const things = collection(
      [
        { _id: 1, a: 1 },
        { _id: 2, a: 1 },
      ],
      [],
    );
    expect(() =>
      collection(
        [
          { _id: 1, a: 1 },
          { _id: 2, a: 1 },
        ],
        [{ key: { a: 1 }, unique: true }],
      ),
    ).toThrow(taken({ a: 1 }));
    expect(things.indexes).toEqual([]);
  });
});
