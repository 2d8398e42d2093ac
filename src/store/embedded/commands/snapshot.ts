import { CommandError } from '../errors.ts';
import type { Command } from './context.ts';

/**
 * `pesanSnapshot`: the one command that MongoDB has not. A backup asks for it while the bot runs, because nobody else may open
 * the file; the copy lies in the store's own directory.
 */
export const snapshot: Command = ({ body }, context) => {
  const { name } = body;
  if (typeof name !== 'string' || !/^[a-z0-9-]+\.sqlite$/.test(name))
    throw new CommandError('BadValue', `no name for a snapshot: ${typeof name}`);
  context.snapshot(name);
  return { name };
};
