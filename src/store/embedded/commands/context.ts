import type { Doc } from '../bson/value.ts';
import type { Writable } from '../bson/writable.ts';
import type { Catalog } from '../storage/catalog.ts';
import type { GroupCommit } from '../storage/group-commit.ts';
import type { Cursors } from './cursors.ts';

/** One command as it came over the wire. */
export interface Request {
  readonly name: string;
  readonly database: string;
  readonly body: Doc;
  /** Documents sent beside the body, still as BSON: `documents`, `updates`, `deletes`. */
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
}

/** What commands work with. */
export interface Context {
  readonly catalog: Catalog;
  readonly commit: GroupCommit;
  readonly cursors: Cursors;
  readonly now: () => Date;
  /** Writes a consistent copy of the whole store into its own directory, under a plain name. */
  readonly snapshot: (name: string) => void;
}

/** The fields of an answer; `ok` is added by who sends it. */
export type Reply = { readonly [name: string]: Writable | undefined };

/** Does one command. Refusals are thrown as `CommandError`, before anything is written. */
export type Command = (request: Request, context: Context) => Reply;
