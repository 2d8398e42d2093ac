import type { Connection } from 'mongoose';
import { z } from 'zod';
import { type Clock, DAY, HOUR } from '../core/clock.ts';
import type { Logger } from '../core/logger.ts';
import { ok } from '../core/result.ts';
import type { Buried } from './buried.ts';
import type { Clockworked } from './clockworked.ts';
import { createDocuments, type Stored } from './documents.ts';
import type { Payers } from './duties.ts';
import type { AreGone, Files } from './files.ts';
import { storedShape } from './model.ts';

/** Files that were made to be handed out once, such as exports; nobody keeps them past the next sweep. */
export const MADE = 'desk/made';

/** Collections whose documents keep files; a name of any other kind (`demo`, the page's phones) keeps its file for good. */
const KEEPERS: ReadonlySet<string> = new Set(['mail', 'payments', 'cases', 'purchases', 'imports', 'products']);

interface Chore extends Stored {
  /** When it was last done. */
  readonly doneAt: Date;
}

export interface FileSweepDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly log: Logger;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly files: Files;
}

/** The nightly sweep of files that nobody keeps any more: one document that falls due each night, so one process does it. */
export interface FileSweep {
  readonly collection: string;
  readonly documents: Clockworked;
  /** Makes sure that it falls due. */
  start(): Promise<void>;
}

/** Creates the sweep on a connection. */
export function createFileSweep(deps: FileSweepDeps): FileSweep {
  const { connection, clock, log, files } = deps;
  const chores = createDocuments<Chore>({
    ...deps,
    name: 'chores',
    schema: z.object({ ...storedShape, doneAt: z.date() }),
    indexes: [],
    due: ({ doneAt }) => nightAfter(doneAt),
    async onDue({ _id }, now) {
      const erased = await files.sweep(now, areGone(connection));
      log.info({ key: `chores/${_id}`, erased }, 'files swept');
      await chores.change(_id, (chore) => ok({ type: 'changed', doc: { ...chore, doneAt: now }, owes: [] }));
    },
  });
  return {
    collection: chores.name,
    documents: chores.clockwork,
    start: async () => void (await chores.insert({ _id: 'files', v: 1, doneAt: clock.now() })),
  };
}

/** 20.00 UTC is three at night in Jakarta. */
const nightAfter = (at: Date): Date => new Date(Math.floor((at.getTime() + 4 * HOUR) / DAY) * DAY + DAY - 4 * HOUR);

/** Looks which of the documents that kept a file are there no more. */
const areGone =
  (connection: Connection): AreGone =>
  async (about) => {
    const gone: string[] = [];
    for (const name of about) if (name === MADE || (await isGone(connection, name))) gone.push(name);
    return gone;
  };

async function isGone(connection: Connection, about: string): Promise<boolean> {
  const [collection = '', ...parts] = about.split('/');
  if (!KEEPERS.has(collection) || parts.length === 0) return false;
  // What an answer to a message made is named below that message: `mail/<key>/<flow>/<step>`.
  const ids = parts.map((_, i) => parts.slice(0, i + 1).join('/'));
  return (await connection.collection<{ _id: string }>(collection).countDocuments({ _id: { $in: ids } })) === 0;
}
