import { Decimal128, Double, Long, ObjectId } from 'bson';
import { describe, expect, it } from 'vitest';
import { compilePipeline } from '../../../../src/store/embedded/aggregate/pipeline.ts';
import type { Doc } from '../../../../src/store/embedded/bson/value.ts';
import { compileExpression } from '../../../../src/store/embedded/query/expression.ts';
import { doc, shown } from './doc.ts';

type Plain = Record<string, unknown>;
const at = new Date('2026-01-05T18:30:15.250Z');
const id = new ObjectId('64b000000000000000000001');

// Read from JSON: an object literal with a `then` of its own looks like a promise.
const fromJson = (text: string): unknown => JSON.parse(text);
const branch = (test: unknown, result: unknown): unknown =>
  fromJson(`{ "case": ${JSON.stringify(test)}, "then": ${JSON.stringify(result)} }`);
const NOTHING = 'no value at all';
const compute = (expression: unknown, document: Plain): unknown => {
  const value = compileExpression(doc({ e: expression }).e ?? null)(doc(document));
  return value === undefined ? NOTHING : shown(doc({ v: value }));
};

describe('an expression', () => {
  const CASES: [expression: unknown, document: Plain, value: unknown][] = [
    // paths and literals
    ['$a', { a: 1 }, 1],
    ['$a.b', { a: { b: 1 } }, 1],
    ['$a.b', { a: [{ b: 1 }, {}, 5, { b: 2 }] }, [1, 2]],
    ['$$ROOT.a', { a: 1 }, 1],
    ['text', {}, 'text'],
    [{ $literal: '$a' }, { a: 1 }, '$a'],
    [{ x: '$a', y: '$b' }, { a: 1 }, { x: 1 }],
    [['$a', '$b'], { a: 1 }, [1, null]],
    // comparing
    [{ $eq: ['$a', 1] }, { a: new Double(1) }, true],
    [{ $eq: ['$a', id] }, { a: new ObjectId(id) }, true],
    [{ $eq: ['$a', [1, 2]] }, { a: [2, 1] }, false],
    [{ $ne: ['$a', null] }, {}, true],
    [{ $gt: ['$a', '$b'] }, { a: at, b: new Date(0) }, true],
    [{ $gt: ['x', 5] }, {}, true],
    [{ $lt: ['$a', null] }, {}, true],
    [{ $lte: [2, 2] }, {}, true],
    [{ $gte: [1, 2] }, {}, false],
    [{ $cmp: [1, 2] }, {}, -1],
    [{ $in: ['$a', [1, 2]] }, { a: 2 }, true],
    // choosing
    [{ $and: ['$a', '$b'] }, { a: 1, b: 0 }, false],
    [{ $or: ['$a', ''] }, {}, true],
    [{ $not: ['$a'] }, { a: null }, true],
    [{ $cond: ['$a', 'yes', 'no'] }, { a: 0 }, 'no'],
    [
      {
        $cond: fromJson('{ "if": { "$gt": ["$a", 1] }, "then": "$a", "else": 1 }'),
      },
      { a: 5 },
      5,
    ],
    [{ $ifNull: ['$a', '$b', 'none'] }, { b: null }, 'none'],
    [
      {
        $switch: {
          branches: [branch({ $gt: ['$a', 9] }, 'big'), branch('$a', 'some')],
          default: 'none',
        },
      },
      { a: 3 },
      'some',
    ],
    // numbers
    [{ $add: ['$a', 1] }, { a: 2 }, 3],
    [{ $add: ['$a', 0.5] }, { a: 2 }, 2.5],
    [{ $add: [2147483647, 1] }, {}, Long.fromNumber(2147483648)],
    [{ $add: ['$a', 1] }, {}, null],
    [{ $add: ['$at', 1000] }, { at }, new Date(at.getTime() + 1000)],
    [{ $subtract: ['$at', '$at'] }, { at }, Long.fromNumber(0)],
    [{ $subtract: [5, 7] }, {}, -2],
    [{ $multiply: ['$a', '$b'] }, { a: 3, b: 15000 }, 45000],
    [{ $divide: [6, 3] }, {}, new Double(2)],
    [{ $mod: [7, 3] }, {}, 1],
    [{ $abs: -3 }, {}, 3],
    [{ $floor: 1.7 }, {}, new Double(1)],
    [{ $ceil: 1.2 }, {}, new Double(2)],
    [{ $trunc: -1.7 }, {}, new Double(-1)],
    [{ $round: [2.5] }, {}, new Double(2)],
    [{ $round: [2.345, 1] }, {}, 2.3],
    [{ $toInt: '42' }, {}, 42],
    [{ $toDouble: '1.5' }, {}, 1.5],
    [{ $toLong: '$at' }, { at: new Date(5) }, Long.fromNumber(5)],
    [{ $max: ['$a', 3] }, { a: 5 }, 5],
    [{ $min: '$l' }, { l: [3, 1, null] }, 1],
    [{ $sum: '$l.n' }, { l: [{ n: 1 }, { n: 2 }, {}] }, 3],
    [{ $avg: '$l' }, { l: [1, 2] }, 1.5],
    // texts and dates
    [{ $concat: ['$a', ' ', '$b'] }, { a: 'x', b: 'y' }, 'x y'],
    [{ $concat: ['$a', 'y'] }, {}, null],
    [{ $toUpper: '$a' }, { a: 'tas é' }, 'TAS é'],
    [{ $substrCP: ['$a', 1, 2] }, { a: 'a👜bc' }, '👜b'],
    [{ $strLenCP: 'a👜' }, {}, 2],
    [{ $split: ['a/b/c', '/'] }, {}, ['a', 'b', 'c']],
    [{ $trim: { input: '  x ' } }, {}, 'x'],
    [{ $toString: '$a' }, { a: id }, id.toHexString()],
    [{ $toString: '$a' }, { a: at }, '2026-01-05T18:30:15.250Z'],
    [{ $dateToString: { date: '$at' } }, { at }, '2026-01-05T18:30:15.250Z'],
    [{ $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: '+07:00' } }, { at }, '2026-01-06'],
    [
      { $dateToString: { date: '$at', format: '%d/%m %H:%M %z', timezone: 'Asia/Jakarta' } },
      { at },
      '06/01 01:30 +0700',
    ],
    [{ $dateToString: { date: '$none', onNull: 'x' } }, {}, 'x'],
    [{ $year: '$at' }, { at }, 2026],
    [{ $hour: { date: '$at', timezone: 'Asia/Jayapura' } }, { at }, 3],
    [{ $dayOfWeek: '$at' }, { at }, 2],
    [{ $dayOfMonth: { date: '$at', timezone: '-19:00' } }, { at }, 4],
    // lists and documents
    [{ $size: '$l' }, { l: [1, 2] }, 2],
    [{ $isArray: ['$l'] }, { l: [] }, true],
    [{ $arrayElemAt: ['$l', -1] }, { l: [1, 2] }, 2],
    [{ $arrayElemAt: ['$l', 9] }, { l: [1, 2] }, NOTHING],
    [{ $first: '$l' }, { l: [1, 2] }, 1],
    [{ $last: '$l' }, { l: [1, 2] }, 2],
    [{ $slice: ['$l', -2] }, { l: [1, 2, 3] }, [2, 3]],
    [{ $slice: ['$l', 1, 1] }, { l: [1, 2, 3] }, [2]],
    [{ $concatArrays: ['$l', [9]] }, { l: [1] }, [1, 9]],
    [
      {
        $setUnion: [
          [1, 2],
          [2, 3],
        ],
      },
      {},
      [1, 2, 3],
    ],
    [{ $filter: { input: '$l', as: 'n', cond: { $gt: ['$$n', 1] } } }, { l: [1, 2, 3] }, [2, 3]],
    [{ $map: { input: '$l', as: 'x', in: { $multiply: ['$$x.n', 2] } } }, { l: [{ n: 1 }, { n: 2 }] }, [2, 4]],
    [{ $reduce: { input: '$l', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, { l: [1, 2, 3] }, 6],
    [{ $mergeObjects: ['$a', { y: 2 }] }, { a: { x: 1, y: 1 } }, { x: 1, y: 2 }],
    [{ $objectToArray: '$a' }, { a: { x: 1 } }, [{ k: 'x', v: 1 }]],
    [{ $arrayToObject: [[{ k: 'x', v: 1 }]] }, {}, { x: 1 }],
    [{ $type: '$a' }, { a: Long.fromNumber(1) }, 'long'],
    [{ $type: '$none' }, {}, 'missing'],
  ];
  it.each(CASES)('%j of %j is %j', (expression, document, value) => {
    expect(compute(expression, document)).toEqual(value === NOTHING ? NOTHING : shown(doc({ v: value })));
  });

  it.each([
    [{ $nosuch: 1 }, {}, '$nosuch'],
    [{ $add: ['x', 1] }, {}, '$add'],
    [{ $add: ['$a', 1] }, { a: Decimal128.fromString('1') }, 'Decimal128'],
    [{ $divide: [1, 0] }, {}, 'zero'],
    [{ $size: '$a' }, {}, '$size'],
    [{ $eq: [1] }, {}, '$eq'],
    [{ $cond: [1, 2] }, {}, '$cond'],
    [{ $switch: { branches: [branch(false, 1)] } }, {}, '$switch'],
    [{ $map: { input: [] } }, {}, "'in'"],
    ['$$nosuch', {}, 'nosuch'],
    ['$$NOW', {}, '$$NOW'],
    [{ $dateToString: { date: '$a', timezone: 'Mars/Olympus' } }, { a: at }, 'Mars/Olympus'],
    [{ $add: 1, $subtract: 2 }, {}, 'one operator'],
  ])('%j of %j is refused and says why', (expression, document, text) => {
    expect(() => compute(expression, document)).toThrow(text);
  });
});

describe('a pipeline', () => {
  const run = (pipeline: Plain[], docs: Plain[]): unknown[] => {
    const stages = doc({ pipeline }).pipeline;
    const results = compilePipeline(Array.isArray(stages) ? stages : [], () => undefined)(docs.map(doc));
    return Array.from(results, (result: Doc) => shown(result));
  };
  const DOCS = [
    { _id: 1, g: 'a', n: 3, l: [1, 2] },
    { _id: 2, g: 'b', n: 1, l: [] },
    { _id: 3, g: 'a', n: null, l: [3] },
    { _id: 4, g: 'a', n: 2 },
  ];

  const CASES: [pipeline: Plain[], results: Plain[]][] = [
    [[{ $match: { g: 'a', n: { $gt: 2 } } }], [{ _id: 1, g: 'a', n: 3, l: [1, 2] }]],
    [
      [{ $sort: { g: -1, n: 1 } }, { $project: { _id: 1 } }],
      [{ _id: 2 }, { _id: 3 }, { _id: 4 }, { _id: 1 }],
    ],
    [
      [{ $skip: 1 }, { $limit: 2 }, { $project: { n: 1, _id: 0 } }],
      [{ n: 1 }, { n: null }],
    ],
    [[{ $count: 'all' }], [{ all: 4 }]],
    [[{ $match: { g: 'z' } }, { $count: 'all' }], []],
    [
      [
        {
          $group: {
            _id: '$g',
            sum: { $sum: '$n' },
            avg: { $avg: '$n' },
            min: { $min: '$n' },
            max: { $max: '$n' },
            first: { $first: '$n' },
            last: { $last: '$n' },
            all: { $push: '$n' },
            n: { $count: {} },
          },
        },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: 'a', sum: 5, avg: 2.5, min: 2, max: 3, first: 3, last: 2, all: [3, null, 2], n: 3 },
        { _id: 'b', sum: 1, avg: new Double(1), min: 1, max: 1, first: 1, last: 1, all: [1], n: 1 },
      ],
    ],
    [[{ $group: { _id: null, set: { $addToSet: '$g' } } }], [{ _id: null, set: ['a', 'b'] }]],
    [[{ $group: { _id: '$missing', lists: { $push: '$l' } } }], [{ _id: null, lists: [[1, 2], [], [3]] }]],
    [[{ $group: { _id: { g: '$g' } } }], [{ _id: { g: 'a' } }, { _id: { g: 'b' } }]],
    [[{ $match: { _id: 1 } }, { $project: { _id: 0, 'x.y': '$n', g: 1 } }], [{ g: 'a', x: { y: 3 } }]],
    [[{ $match: { _id: 4 } }, { $project: { x: '$none', s: { $size: { $ifNull: ['$l', []] } } } }], [{ _id: 4, s: 0 }]],
    [[{ $match: { _id: 4 } }, { $project: { _id: 0, x: '$n' } }], [{ x: 2 }]],
    [[{ $match: { _id: 4 } }, { $project: { g: 0 } }], [{ _id: 4, n: 2 }]],
    [
      [{ $match: { _id: 4 } }, { $addFields: { n: { $add: ['$n', 1] }, 'o.p': '$g' } }],
      [{ _id: 4, g: 'a', n: 3, o: { p: 'a' } }],
    ],
    [[{ $match: { _id: 4 } }, { $set: { n: '$$REMOVE', g: '$missing' } }], [{ _id: 4 }]],
    [
      [{ $unwind: '$l' }, { $project: { l: 1 } }],
      [
        { _id: 1, l: 1 },
        { _id: 1, l: 2 },
        { _id: 3, l: 3 },
      ],
    ],
    [
      [
        { $unwind: { path: '$l', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } },
        { $project: { l: 1, i: 1 } },
      ],
      [
        { _id: 1, l: 1, i: Long.fromNumber(0) },
        { _id: 1, l: 2, i: Long.fromNumber(1) },
        { _id: 2, i: null },
        { _id: 3, l: 3, i: Long.fromNumber(0) },
        { _id: 4, i: null },
      ],
    ],
    [[{ $facet: { n: [{ $count: 'n' }], none: [{ $match: { g: 'z' } }] } }], [{ n: [{ n: 4 }], none: [] }]],
    [
      [
        { $match: { _id: 1 } },
        { $lookup: { from: 'none', localField: 'g', foreignField: 'x', as: 'found' } },
        { $project: { found: 1 } },
      ],
      [{ _id: 1, found: [] }],
    ],
  ];
  it.each(CASES)('%j gives %j', (pipeline, results) => {
    expect(run(pipeline, DOCS)).toEqual(results.map((result) => shown(doc(result))));
  });

  it('groups numbers that are equal whatever their types', () => {
    const docs = [{ n: 1 }, { n: new Double(1) }, { n: Long.fromNumber(1) }, { n: 1.5 }];
    expect(run([{ $group: { _id: '$n', c: { $sum: 1 } } }, { $project: { _id: 0 } }], docs)).toEqual(
      [{ c: 3 }, { c: 1 }].map((result) => shown(doc(result))),
    );
  });

  it.each([
    [[{ $sort: {} }], '$sort'],
    [[{ $limit: 0 }], '$limit'],
    [[{ $count: '$x' }], 'count'],
    [[{ $group: { n: { $sum: 1 } } }], '_id'],
    [[{ $group: { _id: 1, n: 5 } }], "'n'"],
    [[{ $unwind: 'l' }], '$unwind'],
    [[{ $project: {} }], '$project'],
    [[{ $project: { a: 0, b: '$c' } }], 'exclusion'],
    [[{ $match: {}, $limit: 1 }], 'exactly one field'],
    [[{ $facet: { a: [{ $facet: {} }] } }], '$facet'],
  ])('%j is refused and says why', (pipeline, text) => {
    expect(() => run(pipeline, [{ _id: 1 }])).toThrow(text);
  });
});
