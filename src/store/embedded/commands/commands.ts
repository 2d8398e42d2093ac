import { CommandError } from '../errors.ts';
import { aggregate } from './aggregate.ts';
import { create, drop, dropDatabase, listCollections } from './collections.ts';
import type { Command } from './context.ts';
import { remove } from './delete.ts';
import { explain } from './explain.ts';
import { find, getMore, killCursors } from './find.ts';
import { findAndModify } from './find-and-modify.ts';
import { buildInfo, hello, nothing, serverStatus } from './greetings.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { insert } from './insert.ts';
import { count, distinct } from './read.ts';
import { snapshot } from './snapshot.ts';
import { update } from './update.ts';

/** Every command there is; the others are refused. */
const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['hello', hello],
  ['isMaster', hello],
  ['ismaster', hello],
  ['ping', nothing],
  ['endSessions', nothing],
  ['buildInfo', buildInfo],
  ['buildinfo', buildInfo],
  ['serverStatus', serverStatus],
  ['insert', insert],
  ['update', update],
  ['delete', remove],
  ['findAndModify', findAndModify],
  ['findandmodify', findAndModify],
  ['find', find],
  ['getMore', getMore],
  ['killCursors', killCursors],
  ['aggregate', aggregate],
  ['explain', explain],
  ['count', count],
  ['distinct', distinct],
  ['create', create],
  ['createIndexes', createIndexes],
  ['dropIndexes', dropIndexes],
  ['deleteIndexes', dropIndexes],
  ['listIndexes', listIndexes],
  ['listCollections', listCollections],
  ['drop', drop],
  ['dropDatabase', dropDatabase],
  ['pesanSnapshot', snapshot],
]);

/** The command of this name. */
export function commandOf(name: string): Command {
  const command = COMMANDS.get(name);
  if (!command)
    throw new CommandError('CommandNotFound', `no such command: '${name}' (not supported by the embedded store)`);
  return command;
}
