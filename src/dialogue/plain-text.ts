import type { Json } from '../core/json.ts';

/** A value as text: words and numbers as they are, anything else as it is stored. */
export const plainText = (value: Json): string =>
  typeof value === 'string'
    ? value
    : value === null || typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
