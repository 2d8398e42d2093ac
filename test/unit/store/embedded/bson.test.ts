import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  deserialize,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../../src/store/embedded/bson/compare.ts';
import { decode } from '../../../../src/store/embedded/bson/decode.ts';
import { encode } from '../../../../src/store/embedded/bson/encode.ts';
import { compoundKey, orderKey } from '../../../../src/store/embedded/bson/order-key.ts';
import type { Value } from '../../../../src/store/embedded/bson/value.ts';
import { Raw } from '../../../../src/store/embedded/bson/writable.ts';
import { crc32c } from '../../../../src/store/embedded/server/crc32c.ts';
import { doc, shown } from './doc.ts';

const names = fc.oneof(
  fc.constantFrom('a', 'b', 'toString', '__proto__', 'constructor', '_bsontype2'),
  fc.string({ maxLength: 8 }).map((text) => text.replaceAll('\0', '')),
);
const numbers: fc.Arbitrary<Value> = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -3, max: 3 }).map((n) => new Double(n)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => Long.fromBigInt(n)),
  fc.integer({ min: -2, max: 2 }).map((n) => Long.fromString(`900719925474099${n + 4}`)),
  fc
    .constantFrom('0.1', '-0.1', '1E+3', '1E-300', '123456789012345678901234567890', '9007199254740993', '2.50')
    .map((n) => Decimal128.fromString(n)),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0.1, 1e300),
);
const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    numbers,
    fc.string({ unit: 'binary', maxLength: 6 }).filter((text) => text.isWellFormed()),
    fc.constantFrom<Value>(null, true, false, '', 'a', 'a\0b', '\u{1f600}', '\uffee', new MinKey(), new MaxKey()),
    fc.date({ noInvalidDate: true }),
    fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
    fc
      .tuple(fc.uint8Array({ maxLength: 4 }), fc.constantFrom(0, 5, 128))
      .map(([bytes, type]) => new Binary(bytes, type)),
    fc.tuple(fc.nat(9), fc.nat(9)).map(([t, i]) => new Timestamp({ t, i })),
    fc.constantFrom(new BSONRegExp('a', ''), new BSONRegExp('a', 'i'), new Code('x')),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3 }).map((fields) => doc(fields)),
  ),
})).value;

describe('BSON in memory', () => {
  it('is written and read back without losing a type', () => {
    fc.assert(
      fc.property(values, (value) => {
        const bytes = encode({ value });
        expect(encode(decode(bytes)).equals(bytes)).toBe(true);
        expect(shown(decode(bytes))).toEqual(shown(decode(encode(decode(bytes)))));
      }),
      { numRuns: 500 },
    );
  });

  it('is what the official library writes and reads', () => {
    fc.assert(
      fc.property(values, (value) => {
        const theirs = serialize({ value });
        expect(encode(decode(Buffer.from(theirs))).equals(theirs)).toBe(true);
        expect(() => deserialize(encode({ value }))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('is written whole beyond the size of the writing buffer, ready-made parts included', () => {
    const large = 'x'.repeat(300_000);
    const part = new Raw(encode({ large }));
    const bytes = encode({ list: [part, part, new Date(5), large, 1.5, Buffer.alloc(0).length], large });
    expect(deserialize(bytes)).toEqual({ list: [{ large }, { large }, new Date(5), large, 1.5, 0], large });
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
    ['with a wrong size', (bytes: Buffer) => bytes.fill(0xff, 0, 4)],
    ['with a text longer than itself', (bytes: Buffer) => bytes.fill(0x7f, 11, 14)],
    ['of an unknown type', (bytes: Buffer) => bytes.fill(0x55, 4, 5)],
  ])('refuses a document %s', (_, breakIt) => {
    const bytes = breakIt(Buffer.from(serialize({ name: 'some text' })));
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ name: 'CommandError' }));
  });

  it('survives any damage with a refusal, never a crash', () => {
    const whole = Buffer.from(
      serialize({ a: 1, b: 'text', c: [1, { d: new Date(0) }], e: new ObjectId(), f: /x/i, g: Long.fromNumber(5) }),
    );
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        try {
          encode(decode(damaged));
        } catch (cause) {
          expect(cause).toMatchObject({ name: 'CommandError' });
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses documents nested deeper than MongoDB takes', () => {
    let deep: Record<string, unknown> = {};
    for (let i = 0; i < 250; i++) deep = { deep };
    expect(() => doc(deep)).toThrow(expect.objectContaining({ codeName: 'Overflow' }));
  });
});

describe('the order of values', () => {
  it('is the order of their keys', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(Buffer.compare(orderKey(a), orderKey(b))).toBe(compare(a, b));
      }),
      { numRuns: 3000 },
    );
  });

  it('is kept by compound keys, descending fields turned around', () => {
    fc.assert(
      fc.property(values, values, values, values, fc.boolean(), fc.boolean(), (a1, a2, b1, b2, down1, down2) => {
        const order = compare(a1, b1) * (down1 ? -1 : 1) || compare(a2, b2) * (down2 ? -1 : 1);
        const keys = [compoundKey([a1, a2], [down1, down2]), compoundKey([b1, b2], [down1, down2])] as const;
        expect(Buffer.compare(...keys)).toBe(order === 0 ? 0 : Math.sign(order));
      }),
      { numRuns: 2000 },
    );
  });

  it('is MongoDB’s order of types', () => {
    const ordered: Value[] = [
      new MinKey(),
      null,
      Number.NaN,
      -1.5,
      0,
      Long.fromNumber(1),
      Decimal128.fromString('1.5'),
      'B',
      'a',
      doc({ a: 1 }),
      doc({ b: 1 }),
      [1],
      [1, 2],
      new Binary(Buffer.from('a')),
      new ObjectId('64b000000000000000000001'),
      false,
      true,
      new Date(-5),
      new Date(5),
      new Timestamp({ t: 1, i: 1 }),
      new BSONRegExp('a', ''),
      new MaxKey(),
    ];
    expect([...ordered].reverse().sort(compare)).toEqual(ordered);
  });
});

it('crc32c gives the published check value', () => {
  expect(crc32c(Buffer.from('123456789')).toString(16)).toBe('e3069283');
});
