import { isNumeric, toDouble } from '../bson/number.ts';
import { show } from '../bson/show.ts';
import { Doc, isDoc, setField, type Value } from '../bson/value.ts';
import { CommandError, refused } from '../errors.ts';
import { elementTest } from './match.ts';

/** What is shown of a document. */
export type Projection = (doc: Doc) => Doc;

// What a projection says of one field: shown, hidden, a piece of its array, or the same for the fields below it.
type Say =
  | { readonly type: 'show' }
  | { readonly type: 'hide' }
  | { readonly type: 'slice'; readonly cut: (list: readonly Value[]) => Value[] }
  | { readonly type: 'first-match'; readonly test: (item: Value) => boolean }
  | { readonly type: 'below'; readonly fields: Map<string, Say> };

/** Reads a projection of `find`; undefined when it shows the whole document. Computed fields are refused. */
export function compileProjection(given: Value | undefined): Projection | undefined {
  if (given === undefined || given === null) return undefined;
  if (!isDoc(given)) throw new CommandError('TypeMismatch', 'a projection must be an object');
  if (Object.keys(given).length === 0) return undefined;
  const fields = new Map<string, Say>();
  const sayings = [...leaves(given, '')];
  for (const { path, say } of sayings) place(fields, path, say);
  const shows = modeOf(sayings);
  if (shows && !fields.has('_id')) fields.set('_id', { type: 'show' });
  return (doc) => (shows ? shown(doc, fields) : hidden(doc, fields));
}

interface Saying {
  readonly path: string;
  readonly say: Say;
}

function* leaves(given: Doc, above: string): Generator<Saying> {
  for (const name of Object.keys(given)) {
    const path = above + name;
    const value = given[name] ?? null;
    if (path.split('.').some((part) => part === '$' || part === '')) throw refused(`the projection '${path}'`);
    if (isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$'))
      yield* leaves(value, `${path}.`);
    else yield { path, say: sayOf(path, value) };
  }
}

function sayOf(path: string, value: Value): Say {
  if (typeof value === 'boolean') return { type: value ? 'show' : 'hide' };
  if (isNumeric(value)) return { type: toDouble(value) === 0 ? 'hide' : 'show' };
  const operator = isDoc(value) ? Object.keys(value)[0] : undefined;
  const argument = isDoc(value) && operator !== undefined ? (value[operator] ?? null) : null;
  switch (operator) {
    case '$slice':
      return { type: 'slice', cut: slicer(argument) };
    case '$elemMatch':
      if (!isDoc(argument))
        throw new CommandError('BadValue', `elemMatch: Invalid argument, object required, but got ${show(argument)}`);
      if (path.includes('.'))
        throw new CommandError('BadValue', `Cannot use $elemMatch projection on a nested field: ${path}`);
      return { type: 'first-match', test: elementTest(argument) };
    default:
      throw refused(`the projection ${path}: ${show(value)}`);
  }
}

function slicer(argument: Value): (list: readonly Value[]) => Value[] {
  const numbers = (Array.isArray(argument) ? argument : [argument]).map((part) =>
    isNumeric(part) ? toDouble(part) : Number.NaN,
  );
  const [first = 0, count] = numbers;
  if (numbers.some((number) => !Number.isInteger(number)) || numbers.length > 2)
    throw new CommandError('BadValue', `$slice needs whole numbers, not ${show(argument)}`);
  if (count === undefined) return (list) => (first >= 0 ? list.slice(0, first) : list.slice(first));
  if (count <= 0) throw new CommandError('BadValue', `$slice limit must be positive, not ${count}`);
  return (list) => {
    const start = first < 0 ? Math.max(0, list.length + first) : first;
    return list.slice(start, start + count);
  };
}

function place(fields: Map<string, Say>, path: string, say: Say): void {
  const dot = path.indexOf('.');
  const name = dot === -1 ? path : path.slice(0, dot);
  const known = fields.get(name);
  if (dot === -1) {
    if (known) throw collision(path);
    fields.set(name, say);
    return;
  }
  if (known && known.type !== 'below') throw collision(path);
  const below = known ?? { type: 'below' as const, fields: new Map<string, Say>() };
  fields.set(name, below);
  place(below.fields, path.slice(dot + 1), say);
}

const collision = (path: string): CommandError => new CommandError('ProjectionCollision', `Path collision at ${path}`);

/** Whether a projection names what is shown (else what is hidden); a mixture is refused, `_id` apart. */
function modeOf(sayings: readonly Saying[]): boolean {
  const plain = sayings.filter(({ path, say }) => path !== '_id' && (say.type === 'show' || say.type === 'hide'));
  const [first] = plain;
  const clash = plain.find(({ say }) => say.type !== first?.say.type);
  if (first && clash)
    throw new CommandError(
      'ProjectionMixed',
      `Cannot do ${clash.say.type === 'show' ? 'inclusion' : 'exclusion'} on field ${clash.path} in ${first.say.type === 'show' ? 'inclusion' : 'exclusion'} projection`,
    );
  if (first) return first.say.type === 'show';
  if (sayings.some(({ say }) => say.type === 'first-match')) return true;
  if (sayings.some(({ say }) => say.type === 'slice')) return false;
  return sayings.some(({ path, say }) => path === '_id' && say.type === 'show');
}

function shown(doc: Doc, fields: ReadonlyMap<string, Say>): Doc {
  const made = new Doc();
  for (const name of Object.keys(doc)) {
    const say = fields.get(name);
    const value = doc[name];
    if (say === undefined || value === undefined) continue;
    setField(made, name, part(value, say, true));
  }
  return made;
}

function hidden(doc: Doc, fields: ReadonlyMap<string, Say>): Doc {
  const made = new Doc();
  for (const name of Object.keys(doc)) {
    const say = fields.get(name);
    const value = doc[name];
    if (value !== undefined) setField(made, name, say === undefined ? value : part(value, say, false));
  }
  return made;
}

function part(value: Value, say: Say, shows: boolean): Value | undefined {
  switch (say.type) {
    case 'show':
      return value;
    case 'hide':
      return undefined;
    case 'slice':
      return Array.isArray(value) ? say.cut(value) : value;
    case 'first-match': {
      const found = Array.isArray(value) ? value.find((item) => say.test(item)) : undefined;
      return found === undefined ? undefined : [found];
    }
    case 'below':
      return below(value, say.fields, shows);
  }
}

function below(value: Value, fields: ReadonlyMap<string, Say>, shows: boolean): Value | undefined {
  if (isDoc(value)) return shows ? shown(value, fields) : hidden(value, fields);
  if (!Array.isArray(value)) return shows ? undefined : value;
  return value.flatMap((item) => {
    const kept = below(item, fields, shows);
    return kept === undefined ? [] : [kept];
  });
}
