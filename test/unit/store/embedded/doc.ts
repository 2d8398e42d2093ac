import { EJSON, serialize } from 'bson';
import { decode } from '../../../../src/store/embedded/bson/decode.ts';
import { encode } from '../../../../src/store/embedded/bson/encode.ts';
import type { Doc } from '../../../../src/store/embedded/bson/value.ts';

/** A plain object as the store sees it after it came over the wire. */
export const doc = (plain: Record<string, unknown>): Doc =>
  decode(Buffer.from(serialize(plain, { ignoreUndefined: true })));

/** A document with every type spelled out, for comparing. */
export const shown = (value: Doc): unknown => JSON.parse(EJSON.stringify(decode(encode(value)), { relaxed: false }));
