import { EJSON } from 'bson';
import { typeOf, type Value } from './value.ts';

/** A value as error messages show it, cut where it gets long. */
export function show(value: Value | undefined): string {
  if (value === undefined) return 'missing';
  const text = isPlain(value) ? JSON.stringify(value) : EJSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}

const isPlain = (value: Value): boolean => ['string', 'bool', 'null', 'int'].includes(typeOf(value));
