/**
 * Every code that an error of ours carries, the class it belongs to and what it means; `docs/operations.md` says what to do about
 * each, and a test holds the two together. Refusals to people are values, not errors, and are not here.
 */
export const ERRORS = {
  'config-error': {
    name: 'ConfigError',
    means: 'settings cannot be used; each with what was found and what would be right',
  },
  'flow-error': {
    name: 'FlowError',
    means: 'a file in `flows/` cannot be used; each mistake with file, line and column',
  },
  'store-busy': { name: 'StoreBusy', means: 'another bot owns `DATA_DIR`; its process number is named' },
  'backup-error': {
    name: 'BackupError',
    means: 'the file is no backup, was cut or changed, or the store is not empty',
  },
  'deadline-passed': { name: 'DeadlinePassed', means: 'the store or a turn took longer than it may' },
  'document-refused': {
    name: 'DocumentRefused',
    means: 'the store would not take a document, for example a message that is too large',
  },
  'stale-write': { name: 'StaleWrite', means: 'somebody else saved first, five times in a row' },
  'not-ours': { name: 'NotOurs', means: 'a chat was written by another process' },
  bug: { name: 'DialogueBug', means: 'a flow asked for something that the check should have found' },
} as const;

/** A code of the table; an error class says `satisfies ErrorCode`, so that a new one gets its line. */
export type ErrorCode = keyof typeof ERRORS;
