import { didYouMean } from '../core/nearest.ts';
import type { Mistake } from '../core/yaml/mistake.ts';
import type { Path, YamlPart } from '../core/yaml/yaml-source.ts';
import { mistakesOf } from '../core/yaml/zod-mistakes.ts';
import type { Field, Flow, Step } from './flow.ts';
import { FIELD, FLOW, INCLUDE, STEPS } from './schema.ts';

/** A place in a file of `flows/`. */
interface Place {
  readonly part: YamlPart;
  readonly path: Path;
}

/** A flow together with where each of its steps and fields stands. */
export interface PlacedFlow {
  readonly flow: Flow;
  readonly part: YamlPart;
  /** By `<step index>/<field>`: in the flow's own document, or in the form file that it is included from. */
  readonly fields: ReadonlyMap<string, Place>;
}

/** The lists of fields that flows include, by name. */
export type FormFiles = ReadonlyMap<string, Place & { readonly items: readonly unknown[] }>;

/** Reads one flow from its document; what cannot be read comes back as mistakes. */
export function readFlow(part: YamlPart, forms: FormFiles): { flow?: PlacedFlow; mistakes: readonly Mistake[] } {
  const parsed = FLOW.safeParse(part.value);
  if (!parsed.success) return { mistakes: mistakesOf(parsed.error, part, [], part.value, Object.keys(FLOW.shape)) };
  const { flow: name, for: desk, start, steps: raw } = parsed.data;
  const mistakes: Mistake[] = [];
  const fields = new Map<string, Place>();
  const steps: Step[] = [];
  for (const [index, item] of raw.entries()) {
    const read = readStep(part, index, item, forms);
    mistakes.push(...read.mistakes);
    for (const [field, place] of read.places) fields.set(`${index}/${field}`, place);
    if (read.step !== undefined) steps.push(read.step);
  }
  if (mistakes.length > 0) return { mistakes };
  return { flow: { flow: { name, desk, start, steps }, part, fields }, mistakes: [] };
}

interface StepRead {
  readonly step?: Step;
  readonly places: readonly (readonly [string, Place])[];
  readonly mistakes: readonly Mistake[];
}

function readStep(part: YamlPart, index: number, item: unknown, forms: FormFiles): StepRead {
  const path = ['steps', index];
  const failed = (error: Parameters<typeof mistakesOf>[0], keys: readonly string[]): StepRead => ({
    places: [],
    mistakes: mistakesOf(error, part, path, item, keys),
  });
  const done = (step: Step): StepRead => ({ step, places: [], mistakes: [] });
  const has = (key: string): boolean => typeof item === 'object' && item !== null && Object.hasOwn(item, key);

  if (has('say')) {
    const { success, data, error } = STEPS.say.safeParse(item);
    if (!success) return failed(error, Object.keys(STEPS.say.shape));
    const { id = `say-${index + 1}`, say: text, ...rest } = data;
    return done({ type: 'say', id, text, ...rest });
  }
  if (has('form')) return readForm(part, path, item, forms);
  if (has('choose')) {
    const { success, data, error } = STEPS.choose.safeParse(item);
    if (!success) return failed(error, Object.keys(STEPS.choose.shape));
    const { choose, id = choose, ...rest } = data;
    return done({ type: 'choose', id, name: choose, ...rest });
  }
  if (has('call')) {
    const { success, data, error } = STEPS.call.safeParse(item);
    if (!success) return failed(error, Object.keys(STEPS.call.shape));
    const { call: action, id = action, ...rest } = data;
    return done({ type: 'call', id, action, ...rest });
  }
  if (has('when')) {
    const { success, data, error } = STEPS.when.safeParse(item);
    if (!success) return failed(error, Object.keys(STEPS.when.shape));
    const { when: cases, id = `when-${index + 1}`, otherwise } = data;
    return done({ type: 'when', id, cases, otherwise });
  }
  if (has('end')) {
    const { success, data, error } = STEPS.end.safeParse(item);
    if (!success) return failed(error, Object.keys(STEPS.end.shape));
    const { end: how, id = `end-${index + 1}` } = data;
    return done({ type: 'end', id, how });
  }
  const keys = typeof item === 'object' && item !== null ? Object.keys(item) : [];
  const wrong = keys.find((key) => key !== 'id' && key !== 'go') ?? keys[0];
  const right = wrong === undefined ? undefined : didYouMean(wrong, Object.keys(STEPS));
  return { places: [], mistakes: [part.mistake(path, `a step must say, form, choose, call, when or end`, right)] };
}

function readForm(part: YamlPart, path: Path, item: unknown, forms: FormFiles): StepRead {
  const parsed = STEPS.form.safeParse(item);
  if (!parsed.success)
    return { places: [], mistakes: mistakesOf(parsed.error, part, path, item, Object.keys(STEPS.form.shape)) };
  const { form, id = form, fields: raw, ...rest } = parsed.data;
  const read = raw.flatMap((field, i) => readField({ part, path: [...path, 'fields', i] }, field, forms));
  const fields = read.flatMap(({ field, place }) => (field === undefined ? [] : [{ field, place }]));
  const mistakes = read.flatMap((one) => one.mistakes);
  for (const [i, { field, place }] of fields.entries()) {
    if (fields.findIndex((other) => other.field.name === field.name) < i) {
      mistakes.push(place.part.mistake([...place.path, 'name'], `the field "${field.name}" is there twice`));
    }
  }
  return {
    step: { type: 'form', id, name: form, fields: fields.map(({ field }) => field), ...rest },
    places: fields.map(({ field, place }) => [field.name, place] as const),
    mistakes,
  };
}

interface FieldRead {
  readonly field?: Field;
  readonly place: Place;
  readonly mistakes: readonly Mistake[];
}

function readField(place: Place, item: unknown, forms: FormFiles): readonly FieldRead[] {
  const { part, path } = place;
  const included =
    typeof item === 'object' && item !== null && Object.hasOwn(item, 'include') ? INCLUDE.safeParse(item) : undefined;
  if (included !== undefined && !included.success) {
    return [{ place, mistakes: mistakesOf(included.error, part, path, item, ['include']) }];
  }
  if (included !== undefined) {
    const file = forms.get(included.data.include);
    if (file !== undefined) {
      return file.items.flatMap((one, i) => readField({ part: file.part, path: [...file.path, i] }, one, new Map()));
    }
    const right = didYouMean(included.data.include, [...forms.keys()]);
    return [
      { place, mistakes: [part.mistake([...path, 'include'], `unknown form file "${included.data.include}"`, right)] },
    ];
  }
  const parsed = FIELD.safeParse(item);
  if (!parsed.success)
    return [{ place, mistakes: mistakesOf(parsed.error, part, path, item, Object.keys(FIELD.shape)) }];
  const field = parsed.data;
  if (field.ask === undefined && !field.optional) {
    return [
      { place, mistakes: [part.mistake(path, `the field "${field.name}" needs \`ask\``, 'or `optional: true`')] },
    ];
  }
  if (field.keep !== undefined && 'pick' in field.as) {
    return [
      {
        place,
        mistakes: [part.mistake([...path, 'keep'], 'a pick cannot be kept', 'its list shows what is there now')],
      },
    ];
  }
  return [{ field, place, mistakes: [] }];
}
