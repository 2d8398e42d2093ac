import mongoose, { type Connection, type Model } from 'mongoose';
import { z } from 'zod';
import { dutySchema } from './duties.ts';

/** An index a query of the product relies on. */
export interface Index {
  readonly fields: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean;
  readonly sparse?: boolean;
  readonly partial?: Readonly<Record<string, unknown>>;
  /** Seconds after which a document whose date field is past is removed. */
  readonly expireAfterSeconds?: number;
}

/** A collection behind a model, for guarded field-wise writes; mongoose's `save()` is never used, for it replaces what others wrote. */
export interface RawCollection {
  insertOne(doc: object): Promise<unknown>;
  updateOne(
    filter: object,
    update: object,
    options?: { upsert?: boolean; arrayFilters?: object[] },
  ): Promise<{ matchedCount: number }>;
  deleteOne(filter: object): Promise<{ deletedCount: number }>;
}

/** The plain collection of a model. */
export const rawOf = <T>(model: Model<T>): RawCollection => model.collection as unknown as RawCollection;

/**
 * A condition with operators that our own code wrote (`{ $lte: now }`). Everything else that a filter holds is compared as it
 * is, so that what a person sent can never become an operator.
 */
export const where = <T extends object>(condition: T): T => mongoose.trusted(condition as never) as unknown as T;

/** The fields that every document made by `createDocuments` has. */
export const storedShape = {
  _id: z.string(),
  v: z.number(),
  rev: z.number(),
  duties: z.array(dutySchema),
  dueAt: z.date().optional(),
  fails: z.number().optional(),
};

/**
 * The mongoose model of a zod object: one shape, told once. Top-level fields become typed paths, so that mongoose casts every
 * filter and refuses unknown fields; what lies deeper is checked by zod alone.
 */
export function modelOf<T>(
  connection: Connection,
  name: string,
  shape: z.ZodObject,
  indexes: readonly Index[],
): Model<T> {
  const paths = Object.fromEntries(Object.entries(shape.shape).map(([field, type]) => [field, pathOf(type)]));
  const schema = new mongoose.Schema(paths, {
    collection: name,
    strict: 'throw',
    strictQuery: 'throw',
    minimize: false,
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
  });
  for (const { fields, unique, sparse, partial, expireAfterSeconds } of indexes) {
    schema.index(fields, {
      ...(unique && { unique }),
      ...(sparse && { sparse }),
      ...(partial && { partialFilterExpression: partial as Record<string, never> }),
      ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
    });
  }
  return connection.model(name, schema) as unknown as Model<T>;
}

function pathOf(type: unknown): { type: unknown } {
  const inner = unwrapped(type);
  if (inner instanceof z.ZodString || inner instanceof z.ZodEnum) return { type: String };
  if (inner instanceof z.ZodLiteral) return { type: typeof inner.value === 'number' ? Number : String };
  if (inner instanceof z.ZodNumber) return { type: Number };
  if (inner instanceof z.ZodBoolean) return { type: Boolean };
  if (inner instanceof z.ZodDate) return { type: Date };
  if (inner instanceof z.ZodArray) return { type: [pathOf(inner.element).type] };
  return { type: mongoose.Schema.Types.Mixed };
}

function unwrapped(type: unknown): unknown {
  if (type instanceof z.ZodOptional || type instanceof z.ZodNullable || type instanceof z.ZodDefault)
    return unwrapped(type.unwrap());
  if (type instanceof z.ZodReadonly) return unwrapped(type.unwrap());
  return type;
}
