import { Decimal128, Double, Long, ObjectId, Timestamp } from 'bson';
import { describe, expect, it } from 'vitest';
import type { Doc, Value } from '../../../../src/store/embedded/bson/value.ts';
import { compileFilter } from '../../../../src/store/embedded/query/match.ts';
import { positionIn } from '../../../../src/store/embedded/storage/search.ts';
import { seedOf } from '../../../../src/store/embedded/update/seed.ts';
import { compileUpdate } from '../../../../src/store/embedded/update/update.ts';
import { doc, shown } from './doc.ts';

type Plain = Record<string, unknown>;
interface More {
  readonly filter?: Plain;
  readonly arrayFilters?: readonly Plain[];
  readonly inserting?: boolean;
}

const now = new Date('2026-01-05T02:00:00Z');
const id = new ObjectId('64b000000000000000000001');

function run(update: Plain, before: Plain, { filter = {}, arrayFilters, inserting = false }: More = {}): Doc {
  const given = doc({ update, arrayFilters });
  const compiled = compileUpdate(given.update ?? null, given.arrayFilters as Value | undefined);
  const target = doc(before);
  const position = positionIn(compileFilter(doc(filter)), target);
  return compiled.apply(target, { now, inserting, position });
}

const CASES: [update: Plain, before: Plain, after: Plain, more?: More][] = [
  // $set
  [{ $set: { a: 1 } }, {}, { a: 1 }],
  [{ $set: { a: 2 } }, { a: 1 }, { a: 2 }],
  [{ $set: { a: { b: 1 } } }, { a: { c: 2 } }, { a: { b: 1 } }],
  [{ $set: { 'a.b': 1 } }, {}, { a: { b: 1 } }],
  [{ $set: { 'a.b': 1 } }, { a: { c: 2 } }, { a: { c: 2, b: 1 } }],
  [{ $set: { 'a.b.c': 1 } }, { a: {} }, { a: { b: { c: 1 } } }],
  [{ $set: { 'a.1': 9 } }, { a: [1, 2, 3] }, { a: [1, 9, 3] }],
  [{ $set: { 'a.4': 9 } }, { a: [1] }, { a: [1, null, null, null, 9] }],
  [{ $set: { 'a.0.b': 9 } }, { a: [{ b: 1, c: 2 }] }, { a: [{ b: 9, c: 2 }] }],
  [{ $set: { 'a.2.b': 9 } }, { a: [] }, { a: [null, null, { b: 9 }] }],
  [{ $set: { 'a.0': 9 } }, {}, { a: { 0: 9 } }],
  [{ $set: { b: 1, a: 2 } }, {}, { a: 2, b: 1 }],
  [{ $set: { _id: 1 } }, { _id: 1 }, { _id: 1 }],
  [{ $set: { a: null } }, { a: 1 }, { a: null }],
  [{ $set: { a: new Double(1) } }, { a: 1 }, { a: new Double(1) }],
  [{ $set: { toString: 1 } }, {}, { toString: 1 }],
  // $setOnInsert
  [{ $setOnInsert: { a: 1 }, $set: { b: 2 } }, {}, { b: 2 }],
  [{ $setOnInsert: { a: 1 }, $set: { b: 2 } }, {}, { a: 1, b: 2 }, { inserting: true }],
  // $unset
  [{ $unset: { a: '' } }, { a: 1, b: 2 }, { b: 2 }],
  [{ $unset: { c: '' } }, { a: 1 }, { a: 1 }],
  [{ $unset: { 'a.b': '' } }, { a: { b: 1, c: 2 } }, { a: { c: 2 } }],
  [{ $unset: { 'a.0': '' } }, { a: [1, 2] }, { a: [null, 2] }],
  [{ $unset: { 'a.b.c': '' } }, { a: 5 }, { a: 5 }],
  [{ $unset: { 'a.9': '' } }, { a: [1] }, { a: [1] }],
  // $inc and $mul
  [{ $inc: { a: 2 } }, { a: 1 }, { a: 3 }],
  [{ $inc: { a: 2 } }, {}, { a: 2 }],
  [{ $inc: { 'a.b': -1 } }, { a: { b: 1 } }, { a: { b: 0 } }],
  [{ $inc: { a: 0.5 } }, { a: 1 }, { a: 1.5 }],
  [{ $inc: { a: new Double(1) } }, { a: 1 }, { a: new Double(2) }],
  [{ $inc: { a: 1 } }, { a: 2147483647 }, { a: Long.fromNumber(2147483648) }],
  [{ $inc: { a: Long.fromNumber(1) } }, { a: 1 }, { a: Long.fromNumber(2) }],
  [{ $inc: { a: 1 } }, { a: Long.fromString('9007199254740993') }, { a: Long.fromString('9007199254740994') }],
  [{ $inc: { 'a.0': 1 } }, { a: [1, 2] }, { a: [2, 2] }],
  [{ $mul: { a: 3 } }, { a: 2 }, { a: 6 }],
  [{ $mul: { a: 3 } }, {}, { a: 0 }],
  [{ $mul: { a: 0.5 } }, { a: 3 }, { a: 1.5 }],
  [{ $mul: { a: Long.fromNumber(2) } }, {}, { a: Long.fromNumber(0) }],
  [{ $mul: { a: 65536 } }, { a: 65536 }, { a: Long.fromNumber(4294967296) }],
  // $min and $max
  [{ $min: { a: 1 } }, { a: 2 }, { a: 1 }],
  [{ $min: { a: 3 } }, { a: 2 }, { a: 2 }],
  [{ $min: { a: 3 } }, {}, { a: 3 }],
  [{ $max: { a: 3 } }, { a: 2 }, { a: 3 }],
  [{ $max: { a: 'x' } }, { a: 2 }, { a: 'x' }],
  [{ $max: { a: null } }, { a: 2 }, { a: 2 }],
  [{ $max: { a: now } }, { a: new Date(0) }, { a: now }],
  // $rename
  [{ $rename: { a: 'b' } }, { a: 1 }, { b: 1 }],
  [{ $rename: { a: 'b' } }, { a: 1, b: 2 }, { b: 1 }],
  [{ $rename: { a: 'b' } }, { c: 1 }, { c: 1 }],
  [{ $rename: { 'a.x': 'b.y' } }, { a: { x: 1, z: 2 } }, { a: { z: 2 }, b: { y: 1 } }],
  // $currentDate
  [{ $currentDate: { a: true } }, {}, { a: now }],
  [{ $currentDate: { a: { $type: 'date' } } }, {}, { a: now }],
  [{ $currentDate: { a: { $type: 'timestamp' } } }, {}, { a: new Timestamp({ t: now.getTime() / 1000, i: 1 }) }],
  // $push
  [{ $push: { a: 1 } }, {}, { a: [1] }],
  [{ $push: { a: 3 } }, { a: [1, 2] }, { a: [1, 2, 3] }],
  [{ $push: { a: [3] } }, { a: [1] }, { a: [1, [3]] }],
  [{ $push: { 'a.b': 3 } }, { a: { b: [1] } }, { a: { b: [1, 3] } }],
  [{ $push: { a: { $each: [3, 4] } } }, { a: [1] }, { a: [1, 3, 4] }],
  [{ $push: { a: { $each: [] } } }, {}, { a: [] }],
  [{ $push: { a: { $each: [0], $position: 0 } } }, { a: [1, 2] }, { a: [0, 1, 2] }],
  [{ $push: { a: { $each: [9], $position: 1 } } }, { a: [1, 2] }, { a: [1, 9, 2] }],
  [{ $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 2] }, { a: [1, 9, 2] }],
  [{ $push: { a: { $each: [9], $position: 99 } } }, { a: [1, 2] }, { a: [1, 2, 9] }],
  [{ $push: { a: { $each: [3, 4], $slice: -3 } } }, { a: [1, 2] }, { a: [2, 3, 4] }],
  [{ $push: { a: { $each: [3, 4], $slice: 3 } } }, { a: [1, 2] }, { a: [1, 2, 3] }],
  [{ $push: { a: { $each: [3], $slice: 0 } } }, { a: [1, 2] }, { a: [] }],
  [{ $push: { a: { $each: [1], $sort: 1 } } }, { a: [3, 2] }, { a: [1, 2, 3] }],
  [{ $push: { a: { $each: [1], $sort: -1 } } }, { a: [2, 3] }, { a: [3, 2, 1] }],
  [
    { $push: { a: { $each: [{ n: 1, s: 'b' }], $sort: { n: 1, s: -1 }, $slice: 2 } } },
    {
      a: [
        { n: 2, s: 'x' },
        { n: 1, s: 'a' },
      ],
    },
    {
      a: [
        { n: 1, s: 'b' },
        { n: 1, s: 'a' },
      ],
    },
  ],
  // $addToSet
  [{ $addToSet: { a: 1 } }, {}, { a: [1] }],
  [{ $addToSet: { a: 1 } }, { a: [1] }, { a: [1] }],
  [{ $addToSet: { a: 1 } }, { a: [new Double(1)] }, { a: [new Double(1)] }],
  [
    { $addToSet: { a: { x: 1, y: 2 } } },
    { a: [{ y: 2, x: 1 }] },
    {
      a: [
        { y: 2, x: 1 },
        { x: 1, y: 2 },
      ],
    },
  ],
  [{ $addToSet: { a: [1] } }, { a: [1] }, { a: [1, [1]] }],
  [{ $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1] }, { a: [1, 2] }],
  [{ $addToSet: { a: id } }, { a: [new ObjectId(id)] }, { a: [id] }],
  // $pull and $pullAll
  [{ $pull: { a: 1 } }, { a: [1, 2, 1] }, { a: [2] }],
  [{ $pull: { a: 1 } }, {}, {}],
  [{ $pull: { a: { $gt: 1 } } }, { a: [1, 2, 3] }, { a: [1] }],
  [{ $pull: { a: { $in: [1, 3] } } }, { a: [1, 2, 3] }, { a: [2] }],
  [{ $pull: { a: { x: 1 } } }, { a: [{ x: 1, y: 1 }, { x: 2 }, 5] }, { a: [{ x: 2 }, 5] }],
  [{ $pull: { a: { x: { $gte: 2 }, y: 1 } } }, { a: [{ x: 2, y: 1 }, { x: 2 }] }, { a: [{ x: 2 }] }],
  [{ $pull: { a: /^x/ } }, { a: ['xa', 'b'] }, { a: ['b'] }],
  [{ $pull: { 'a.b': 1 } }, { a: { b: [1, 2] } }, { a: { b: [2] } }],
  [{ $pull: { a: { key: 'k1' } } }, { a: [{ key: 'k1' }, { key: 'k2' }] }, { a: [{ key: 'k2' }] }],
  [{ $pullAll: { a: [1, 3] } }, { a: [1, 2, 3, 1] }, { a: [2] }],
  // $pop
  [{ $pop: { a: 1 } }, { a: [1, 2, 3] }, { a: [1, 2] }],
  [{ $pop: { a: -1 } }, { a: [1, 2, 3] }, { a: [2, 3] }],
  [{ $pop: { a: 1 } }, { a: [] }, { a: [] }],
  [{ $pop: { a: 1 } }, {}, {}],
  // positional
  [{ $set: { 'a.$': 9 } }, { a: [1, 2, 3] }, { a: [1, 9, 3] }, { filter: { a: 2 } }],
  [{ $set: { 'a.$.y': 9 } }, { a: [{ x: 1 }, { x: 2 }] }, { a: [{ x: 1 }, { x: 2, y: 9 }] }, { filter: { 'a.x': 2 } }],
  [
    { $inc: { 'a.$.n': 1 } },
    { a: [{ x: 1, n: 1 }] },
    { a: [{ x: 1, n: 2 }] },
    { filter: { a: { $elemMatch: { x: 1 } } } },
  ],
  [{ $unset: { 'a.$': '' } }, { a: [1, 2] }, { a: [null, 2] }, { filter: { a: 1 } }],
  [{ $inc: { 'a.$[]': 1 } }, { a: [1, 2] }, { a: [2, 3] }],
  [{ $set: { 'a.$[].x': 0 } }, { a: [{ x: 1 }, {}] }, { a: [{ x: 0 }, { x: 0 }] }],
  [
    { $set: { 'a.$[e].x': 0 } },
    { a: [{ x: 1 }, { x: 5 }] },
    { a: [{ x: 1 }, { x: 0 }] },
    { arrayFilters: [{ 'e.x': { $gt: 2 } }] },
  ],
  [{ $set: { 'a.$[e]': 0 } }, { a: [1, 5] }, { a: [1, 0] }, { arrayFilters: [{ e: { $gt: 2 } }] }],
  [
    { $push: { 'a.$[e].l': 1 } },
    { a: [{ k: 'x' }, { k: 'y', l: [0] }] },
    { a: [{ k: 'x' }, { k: 'y', l: [0, 1] }] },
    { arrayFilters: [{ 'e.k': 'y' }] },
  ],
  [
    { $set: { 'a.$[].b.$[e]': 0 } },
    { a: [{ b: [1, 9] }, { b: [9] }] },
    { a: [{ b: [1, 0] }, { b: [0] }] },
    { arrayFilters: [{ e: 9 }] },
  ],
  // several at once
  [{ $set: { a: 1 }, $inc: { b: 1 }, $push: { c: 1 } }, { b: 1 }, { b: 2, a: 1, c: [1] }],
  [{ $set: { 'a.b': 1, 'a.c': 2 } }, {}, { a: { b: 1, c: 2 } }],
  [{ $set: {} }, { a: 1 }, { a: 1 }],
  // replacement
  [{ a: 1 }, { _id: 7, b: 2 }, { _id: 7, a: 1 }],
  [
    { a: 1, _id: 7 },
    { _id: 7, b: 2 },
    { _id: 7, a: 1 },
  ],
  [{}, { _id: 7, b: 2 }, { _id: 7 }],
];

describe('an update', () => {
  it.each(CASES)('%j on %j gives %j', (update, before, after, more) => {
    expect(shown(run(update, before, more))).toEqual(shown(doc(after)));
  });

  it('adds new fields in the order of their names, as MongoDB does', () => {
    expect(Object.keys(run({ $set: { z: 1, b: 2 }, $inc: { c: 1 } }, { y: 0 }))).toEqual(['y', 'b', 'c', 'z']);
  });

  const REFUSED: [update: Plain, before: Plain, codeName: string, text: string, more?: More][] = [
    [{ $set: { _id: 2 } }, { _id: 1 }, 'ImmutableField', '_id'],
    [{ $unset: { _id: '' } }, { _id: 1 }, 'ImmutableField', '_id'],
    [{ _id: 2, a: 1 }, { _id: 1 }, 'ImmutableField', '_id'],
    [{ $inc: { a: 1 } }, { a: 'x' }, 'TypeMismatch', 'non-numeric type string'],
    [{ $inc: { a: 1 } }, { a: null }, 'TypeMismatch', 'non-numeric type null'],
    [{ $inc: { a: 'x' } }, { a: 1 }, 'TypeMismatch', 'non-numeric argument'],
    [{ $mul: { a: 2 } }, { a: [1] }, 'TypeMismatch', 'array'],
    [{ $inc: { a: 1 } }, { a: Long.MAX_VALUE }, 'BadValue', '$inc'],
    [{ $inc: { a: Decimal128.fromString('1') } }, { a: 1 }, 'BadValue', 'Decimal128'],
    [{ $set: { 'a.b': 1 } }, { a: 5 }, 'PathNotViable', "'b'"],
    [{ $set: { 'a.b': 1 } }, { a: null }, 'PathNotViable', "'b'"],
    [{ $set: { 'a.b': 1 } }, { a: [1] }, 'PathNotViable', "'b'"],
    [{ $set: { 'a.0.b': 1 } }, { a: [1] }, 'PathNotViable', "'b'"],
    [{ $set: { 'a.9999999': 1 } }, { a: [] }, 'BadValue', 'nulls'],
    [{ $push: { a: 1 } }, { a: 5 }, 'BadValue', 'must be an array'],
    [{ $push: { a: { $each: 5 } } }, {}, 'BadValue', '$each'],
    [{ $push: { a: { $each: [1], $foo: 1 } } }, {}, 'BadValue', '$foo'],
    [{ $addToSet: { a: 1 } }, { a: 5 }, 'BadValue', 'non-array'],
    [{ $pull: { a: 1 } }, { a: 5 }, 'BadValue', 'non-array'],
    [{ $pullAll: { a: 1 } }, { a: [] }, 'BadValue', '$pullAll'],
    [{ $pop: { a: 1 } }, { a: 5 }, 'TypeMismatch', 'non-array'],
    [{ $pop: { a: 2 } }, { a: [] }, 'FailedToParse', '$pop'],
    [{ $rename: { a: 'a' } }, { a: 1 }, 'BadValue', 'differ'],
    [{ $rename: { 'a.b': 'c' } }, { a: [{ b: 1 }] }, 'BadValue', '$rename'],
    [{ $set: { a: 1, 'a.b': 2 } }, {}, 'ConflictingUpdateOperators', "'a'"],
    [{ $set: { a: 1 }, $inc: { a: 1 } }, {}, 'ConflictingUpdateOperators', "'a'"],
    [{ $set: { 'a..b': 1 } }, {}, 'EmptyFieldName', 'empty'],
    [{ $set: { 'a.$': 1 } }, { a: [1] }, 'BadValue', 'positional'],
    [{ $set: { 'a.$[]': 1 } }, { a: 5 }, 'PathNotViable', 'a'],
    [{ $set: { 'a.$[]': 1 } }, {}, 'BadValue', 'must exist'],
    [{ $set: { 'a.$[e]': 1 } }, { a: [1] }, 'BadValue', "'e'"],
    [{ $set: { b: 1 } }, {}, 'FailedToParse', "'e'", { arrayFilters: [{ e: 1 }] }],
    [{ $foo: { a: 1 } }, {}, 'FailedToParse', '$foo'],
    [{ $bit: { a: { and: 1 } } }, {}, 'FailedToParse', '$bit'],
    [{ $set: { a: 1 }, b: 2 }, {}, 'FailedToParse', 'b'],
    [{ a: 1, $set: { b: 2 } }, {}, 'DollarPrefixedFieldName', '$set'],
    [{ $set: 5 }, {}, 'FailedToParse', 'Modifiers'],
    [{ $currentDate: { a: { $type: 'time' } } }, {}, 'BadValue', '$currentDate'],
  ];

  it.each(REFUSED)('%j on %j is refused with %s', (update, before, codeName, text, more) => {
    expect(() => run(update, before, more)).toThrow(
      expect.objectContaining({ codeName, message: expect.stringContaining(text) }),
    );
  });

  it('refuses a pipeline by name', () => {
    expect(() => compileUpdate([], undefined)).toThrow('pipeline');
  });

  it.each([
    [
      { a: 1, 'b.c': 'x' },
      { a: 1, b: { c: 'x' } },
    ],
    [{ a: { $eq: 1 }, b: { $gt: 2 } }, { a: 1 }],
    [{ $and: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }],
    [{ a: { $in: [1] } }, { a: 1 }],
    [{ a: { $in: [1, 2] } }, {}],
    [{ $or: [{ a: 1 }] }, { a: 1 }],
    [{ $or: [{ a: 1 }, { b: 2 }] }, {}],
    [{ a: /x/ }, {}],
    [{ a: { $ne: 1 } }, {}],
  ])('an upsert for %j starts from %j', (filter, seed) => {
    expect(shown(seedOf(doc(filter)))).toEqual(shown(doc(seed)));
  });
});
