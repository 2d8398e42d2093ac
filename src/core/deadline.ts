import type { ErrorCode } from './errors.ts';

/** Something took longer than it may; what it was doing may still happen. */
export class DeadlinePassed extends Error {
  readonly code = 'deadline-passed' satisfies ErrorCode;
  constructor(what: string, ms: number) {
    super(`${what} took longer than ${ms} ms`);
    this.name = 'DeadlinePassed';
  }
}

/**
 * The promise, or a DeadlinePassed after `ms`. For waits that nothing else ends: the MongoDB driver (7.8) waits for ever when it
 * writes onto a socket that was destroyed a moment before, for neither 'drain' nor 'error' comes then.
 */
export async function withDeadline<T>(what: string, ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlinePassed(what, ms)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
