import { checkedSize, endOfName, valueEnd } from './decode.ts';

/** One field as it lies in the bytes. */
export interface RawField {
  readonly type: number;
  readonly name: string;
  /** Where the value begins. */
  readonly value: number;
  /** Where the next field begins. */
  readonly end: number;
}

/** Walks the top-level fields of a document without reading their values. */
export function* rawFields(bytes: Buffer): Generator<RawField> {
  const last = checkedSize(bytes, 0) - 1;
  let at = 4;
  while (at < last) {
    const type = bytes[at] ?? 0;
    const zero = endOfName(bytes, at + 1, last);
    const end = valueEnd(bytes, type, zero + 1, last);
    yield { type, name: bytes.toString('utf8', at + 1, zero), value: zero + 1, end };
    at = end;
  }
}
