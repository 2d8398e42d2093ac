import type { Value } from './value.ts';

/** A document that is BSON already and is passed on as it is. */
export class Raw {
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

/** What can be written as BSON: values, ready-made documents, and plain objects of them. */
export type Writable = Value | Raw | readonly Writable[] | { readonly [name: string]: Writable | undefined };
