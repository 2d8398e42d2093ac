import { type Logger, pino } from 'pino';

export type { Logger };

// Whatever carries what a person wrote or a secret is cut at the door of the log, in case a caller forgets.
const HIDDEN = [
  'text',
  '*.text',
  'caption',
  '*.caption',
  'token',
  '*.token',
  'phone',
  '*.phone',
  'address',
  '*.address',
];

/** Creates the logger: one JSON line an event, objects first, a key in every line; never message text or a full number. */
export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = { level, base: null, redact: { paths: HIDDEN, censor: '[hidden]' } };
  return destination ? pino(options, destination) : pino(options);
}
