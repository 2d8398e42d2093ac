import { describe, expect, it } from 'vitest';
import { compileProjection } from '../../../../src/store/embedded/query/project.ts';
import { doc } from './doc.ts';

type Plain = Record<string, unknown>;
const whole = { _id: 1, a: 1, b: { c: 2, d: 3 }, l: [{ x: 1, y: 2 }, 5, [{ x: 3, y: 4 }]], n: [1, 2, 3, 4] };

const CASES: readonly (readonly [projection: Plain, shown: Plain])[] = [
  [{ a: 1 }, { _id: 1, a: 1 }],
  [{ a: true, _id: 0 }, { a: 1 }],
  [{ _id: 1 }, { _id: 1 }],
  [{ _id: 0 }, { a: 1, b: whole.b, l: whole.l, n: whole.n }],
  [
    { b: 0, l: 0, n: 0 },
    { _id: 1, a: 1 },
  ],
  [{ 'b.c': 1 }, { _id: 1, b: { c: 2 } }],
  [{ b: { c: 1 } }, { _id: 1, b: { c: 2 } }],
  [
    { 'b.c': 0, l: 0, n: 0 },
    { _id: 1, a: 1, b: { d: 3 } },
  ],
  [{ 'l.x': 1 }, { _id: 1, l: [{ x: 1 }, [{ x: 3 }]] }],
  [
    { 'l.x': 0, a: 0, b: 0, n: 0 },
    { _id: 1, l: [{ y: 2 }, 5, [{ y: 4 }]] },
  ],
  [{ 'a.x': 1 }, { _id: 1 }],
  [{ missing: 1 }, { _id: 1 }],
  [{ n: { $slice: 2 } }, { ...whole, n: [1, 2] }],
  [{ n: { $slice: -1 } }, { ...whole, n: [4] }],
  [{ n: { $slice: [1, 2] } }, { ...whole, n: [2, 3] }],
  [{ n: { $slice: [-3, 2] } }, { ...whole, n: [2, 3] }],
  [
    { a: 1, n: { $slice: 1 } },
    { _id: 1, a: 1, n: [1] },
  ],
  [{ l: { $elemMatch: { x: 1 } } }, { _id: 1, l: [{ x: 1, y: 2 }] }],
  [{ n: { $elemMatch: { $gt: 2 } } }, { _id: 1, n: [3] }],
  [{ n: { $elemMatch: { $gt: 9 } } }, { _id: 1 }],
];

describe('a projection', () => {
  it.each(CASES)('%j shows %j', (projection, shown) => {
    expect(compileProjection(doc(projection))?.(doc(whole))).toEqual(doc(shown));
  });

  it('keeps the order of the document, not its own', () => {
    const shown = compileProjection(doc({ n: 1, a: 1 }))?.(doc(whole)) ?? {};
    expect(Object.keys(shown)).toEqual(['_id', 'a', 'n']);
  });

  it('is nothing when it is empty', () => {
    expect(compileProjection(doc({}))).toBeUndefined();
  });

  it.each([
    [{ a: 1, b: 0 }, 'b'],
    [{ a: 0, b: 1 }, 'b'],
    [{ b: 1, 'b.c': 1 }, 'b.c'],
    [{ 'l.$': 1 }, 'l.$'],
    [{ a: { $meta: 'textScore' } }, '$meta'],
    [{ a: '$b' }, '$b'],
    [{ 'b.l': { $elemMatch: { x: 1 } } }, 'b.l'],
  ])('%j is refused by name', (projection, name) => {
    expect(() => compileProjection(doc(projection))).toThrow(name);
  });
});
