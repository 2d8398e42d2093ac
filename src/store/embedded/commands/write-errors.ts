import type { Writable } from '../bson/writable.ts';
import { CommandError } from '../errors.ts';

/** What became of the writes of one command. */
export interface Writes<T> {
  readonly done: readonly { readonly index: number; readonly result: T }[];
  readonly writeErrors: readonly Writable[] | undefined;
}

/** Does the writes one after the other; a refusal is noted by its place, and ends an ordered batch. */
export function eachWrite<I, T>(items: readonly I[], ordered: boolean, write: (item: I) => T): Writes<T> {
  const done: { index: number; result: T }[] = [];
  const errors: Writable[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item === undefined) continue;
    try {
      done.push({ index, result: write(item) });
    } catch (cause) {
      if (!(cause instanceof CommandError)) throw cause;
      errors.push(describe(cause, index));
      if (ordered) break;
    }
  }
  return { done, writeErrors: errors.length > 0 ? errors : undefined };
}

/** Refuses a batch that is empty or larger than MongoDB takes. */
export function refuseBatch(length: number): void {
  if (length < 1 || length > 100_000)
    throw new CommandError(
      'InvalidLength',
      `Write batch sizes must be between 1 and 100000. Got ${length} operations.`,
    );
}

const describe = (error: CommandError, index: number): Writable => ({
  index,
  code: error.code,
  ...shownDetails(error),
  errmsg: error.message,
});

/** The details of an error that go over the wire. */
export function shownDetails({ details }: CommandError): { readonly [name: string]: Writable } {
  const { keyPattern, keyValue } = details;
  return isWritable(keyPattern) && isWritable(keyValue) ? { keyPattern, keyValue } : {};
}

const isWritable = (value: unknown): value is { readonly [name: string]: Writable } =>
  typeof value === 'object' && value !== null;
