import { z } from 'zod';
import type { Code, FileId, Key } from '../../core/ids.ts';
import type { Duty } from '../../store/duties.ts';
import { storedShape } from '../../store/model.ts';
import { byShape, historyShape } from '../history.ts';

const IMPORT_KINDS = ['products', 'resi'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** A file that was looked through and found right; applied only when the owner says so, and remembered how far that is. */
export const importShape = z.object({
  ...storedShape,
  key: z.string(),
  kind: z.enum(IMPORT_KINDS),
  /** The stored file; its rows are read from it again, so nothing of it lies here twice. */
  file: z.string(),
  /** Whose price list it is. */
  supplier: z.string().optional(),
  /** Hide variants of the supplier that its list names no more. */
  hideGone: z.boolean(),
  state: z.enum(['checked', 'applying', 'applied', 'cancelled']),
  rows: z.number(),
  /** Rows applied so far. */
  done: z.number(),
  /** Rows that the shop refused when they were applied. */
  refused: z.array(z.object({ row: z.number(), why: z.string() }).readonly()).readonly(),
  gone: z.array(z.string()).readonly(),
  by: byShape,
  at: z.date(),
  workedAt: z.date(),
  history: historyShape,
});
export type Import = Readonly<Omit<z.infer<typeof importShape>, '_id' | 'key' | 'file' | 'duties'>> & {
  readonly _id: Code;
  readonly key: Key;
  readonly file: FileId;
  readonly duties: readonly Duty[];
};
