import { BSONRegExp } from 'bson';
import type { Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';

/** Turns MongoDB's regular expression into JavaScript's; refuses what JavaScript does not have. */
function compilePattern(pattern: string, options: string): RegExp {
  const flags = new Set(['u']);
  let source = pattern;
  for (const option of options) {
    if (option === 'i' || option === 'm' || option === 's') flags.add(option);
    else if (option === 'x') source = withoutComments(source);
    else if (option !== 'u') throw new CommandError('BadValue', `invalid flag in regex options: ${option}`);
  }
  // PCRE takes a leading (?i) that JavaScript does not know.
  const inline = /^\(\?([ims]+)\)/.exec(source);
  for (const option of inline?.[1] ?? '') flags.add(option);
  if (inline) source = source.slice(inline[0].length);
  return build(source, flags);
}

// `u` reads code points as PCRE does but is strict about needless escapes such as `\-`, which PCRE allows: then without it.
function build(source: string, flags: ReadonlySet<string>): RegExp {
  try {
    return new RegExp(source, [...flags].join(''));
  } catch {
    try {
      return new RegExp(source, [...flags].filter((flag) => flag !== 'u').join(''));
    } catch (cause) {
      throw new CommandError('BadValue', `Regular expression is invalid: ${String(cause)}`);
    }
  }
}

function withoutComments(source: string): string {
  return source.replace(/\\.|\[(?:\\.|[^\]])*\]|#[^\n]*|\s+/gs, (piece) => (/^(\s|#)/.test(piece) ? '' : piece));
}

/** A test of one value against a regular expression: texts that match it, and the same expression itself. */
export function patternTest(regex: BSONRegExp): (value: Value | undefined) => boolean {
  const compiled = compilePattern(regex.pattern, regex.options);
  return (value) => {
    if (typeof value === 'string') return compiled.test(value);
    return value instanceof BSONRegExp && value.pattern === regex.pattern && value.options === regex.options;
  };
}

/** The literal text that every match of a regular expression begins with; undefined when there is none or it ignores case. */
export function prefixOf(regex: BSONRegExp): string | undefined {
  if (/[imx]/.test(regex.options) || regex.pattern.includes('|') || !regex.pattern.startsWith('^')) return undefined;
  const literal = /^\^((?:[\w\- /:@,;=!<>'"&%#~]|[\u0080-\uffff]|\\[^\w])*)(.?)/s.exec(regex.pattern);
  const text = (literal?.[1] ?? '').replace(/\\(.)/gs, '$1');
  // What follows may make the last character optional: `^ab?`, `^ab*`, `^ab{0}`.
  const kept = /^[?*{]$/.test(literal?.[2] ?? '') ? Array.from(text).slice(0, -1).join('') : text;
  return kept === '' ? undefined : kept;
}
