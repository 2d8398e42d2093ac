import mongoose from 'mongoose';
import { DeadlinePassed } from '../core/deadline.ts';
import type { ErrorCode } from '../core/errors.ts';

/** Somebody else saved first, again and again: decided anew five times without luck. */
export class StaleWrite extends Error {
  readonly code = 'stale-write' satisfies ErrorCode;
  constructor(where: string) {
    super(`${where} was saved by somebody else in between, five times in a row`);
    this.name = 'StaleWrite';
  }
}

/** The store answered, and would not take this document; trying again changes nothing. */
export class DocumentRefused extends Error {
  readonly code = 'document-refused' satisfies ErrorCode;
  constructor(message: string) {
    super(message);
    this.name = 'DocumentRefused';
  }
}

/** True for the server's refusal of a key that is there already. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && error.code === 11000;

/** True when the store could not be reached, as against an answer that it gave. */
export const isStoreDown = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoNetworkError ||
  error instanceof mongoose.mongo.MongoServerSelectionError ||
  error instanceof mongoose.mongo.MongoTopologyClosedError ||
  error instanceof mongoose.mongo.MongoNotConnectedError ||
  error instanceof mongoose.mongo.MongoClientClosedError ||
  error instanceof DeadlinePassed ||
  // A write onto a socket that has just gone (EPIPE) comes through the driver as Node's own error.
  (error instanceof Error && 'syscall' in error);
