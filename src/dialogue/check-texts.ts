import { LANGUAGES } from '../core/language.ts';
import { didYouMean } from '../core/nearest.ts';
import type { Mistake } from '../core/yaml/mistake.ts';
import type { Path, YamlPart } from '../core/yaml/yaml-source.ts';
import type { Catalog } from './check.ts';
import { ENGINE_TEXTS } from './engine-texts.ts';
import type { Field, Step, TextKey } from './flow.ts';
import type { PlacedTexts } from './load-texts.ts';
import type { PlacedFlow } from './read-flow.ts';
import { rootsOf } from './roots.ts';
import { FORMATS, formatsOf, placeholders, rewordedBy } from './texts.ts';

/** Texts that are missing in a language, and placeholders that differ between languages or that nothing fills. */
export function checkTexts(
  placed: readonly PlacedFlow[],
  texts: PlacedTexts,
  catalogs: readonly Catalog[],
): readonly Mistake[] {
  return [
    ...placed.flatMap((one) =>
      checkFlowTexts(
        one,
        texts,
        catalogs.find(({ desk }) => desk === one.flow.desk),
      ),
    ),
    ...Object.entries(ENGINE_TEXTS).flatMap(([key, names]) => checkHouseText(key, texts, names)),
    ...catalogs.flatMap((catalog) => (catalog.texts ?? []).flatMap((key) => checkHouseText(key, texts))),
    ...texts.texts.keys.flatMap((key) => [...checkLanguages(key, texts), ...checkReworded(key, texts)]),
  ];
}

// Other areas have too many texts to list, and a mistyped one is mostly of the same area.
function nearestText(key: TextKey, keys: readonly TextKey[]): string {
  const [area = ''] = key.split('.');
  const own = keys.filter((one) => one.startsWith(`${area}.`));
  return own.length > 0 ? didYouMean(key, own) : `there is no area "${area}" in texts/`;
}

interface Use {
  readonly key: TextKey;
  readonly part: YamlPart;
  readonly path: Path;
  /** Values are given by a look, so any name may be filled. */
  readonly open?: boolean;
}

function checkFlowTexts(placed: PlacedFlow, texts: PlacedTexts, catalog: Catalog | undefined): readonly Mistake[] {
  const known = [...rootsOf(placed.flow.steps), ...(catalog?.names ?? []), 'ringkasan', 'label', 'nilai'];
  return placed.flow.steps
    .flatMap((step, i) => usesOf(placed, step, i))
    .flatMap(({ key, part, path, open = false }): readonly Mistake[] => {
      if (!texts.texts.keys.includes(key))
        return [part.mistake(path, `no text "${key}"`, nearestText(key, texts.texts.keys))];
      if (open) return [];
      return LANGUAGES.flatMap((language) => {
        const place = texts.place(key, language);
        if (place === undefined) return [];
        return placeholders(texts.texts.find(key, language) ?? '')
          .filter((name) => !known.includes(name.split('.')[0] ?? ''))
          .map((name) =>
            place.part.mistake(
              place.path,
              `nothing fills "{${name}}" of "${key}" in the flow "${placed.flow.name}"`,
              didYouMean(name, known),
            ),
          );
      });
    });
}

function usesOf(placed: PlacedFlow, step: Step, index: number): readonly Use[] {
  const { part } = placed;
  const use = (key: TextKey | undefined, ...path: Path): readonly Use[] =>
    key === undefined ? [] : [{ key, part, path: ['steps', index, ...path] }];
  switch (step.type) {
    case 'say':
      return use(step.text, 'say');
    case 'form':
      return [
        ...use(step.format, 'format'),
        ...use(step.confirm, 'confirm').map((it) => ({ ...it, open: step.check !== undefined })),
        ...step.fields.flatMap((field) => fieldUses(placed, index, field)),
      ];
    case 'choose':
      return [
        ...use(step.text, 'text'),
        ...('from' in step.options ? [] : step.options.flatMap(({ label }, i) => use(label, 'options', i, 'label'))),
      ];
    case 'call':
    case 'when':
    case 'end':
      return [];
  }
}

function fieldUses(placed: PlacedFlow, step: number, field: Field): readonly Use[] {
  const place = placed.fields.get(`${step}/${field.name}`);
  if (place === undefined) return [];
  return (['ask', 'label'] as const).flatMap((name) => {
    const key = field[name];
    return key === undefined ? [] : [{ key, part: place.part, path: [...place.path, name] }];
  });
}

// A text that code says has no place in a flow; the mistake stands in the language's own main file.
function checkHouseText(key: TextKey, texts: PlacedTexts, names?: readonly string[]): readonly Mistake[] {
  if (!texts.texts.keys.includes(key)) {
    return [
      { file: `texts/${LANGUAGES[0]}.yaml`, line: 1, column: 1, found: `no text "${key}"`, right: 'the house says it' },
    ];
  }
  return LANGUAGES.flatMap((language) => {
    const place = texts.place(key, language);
    if (place === undefined || names === undefined) return [];
    return placeholders(texts.texts.find(key, language) ?? '')
      .filter((name) => !names.includes(name))
      .map((name) => place.part.mistake(place.path, `nothing fills "{${name}}" of "${key}"`, didYouMean(name, names)));
  });
}

// A desk's own wording of a text that nobody says, or with values that the text is not given, would never show.
function checkReworded(key: TextKey, texts: PlacedTexts): readonly Mistake[] {
  const original = rewordedBy(key);
  if (original === undefined) return [];
  return LANGUAGES.flatMap((language): readonly Mistake[] => {
    const place = texts.place(key, language);
    const text = texts.texts.find(original, language);
    if (place === undefined) return [];
    if (text === undefined)
      return [
        place.part.mistake(place.path, `"${key}" rewords no text`, nearestText(original, texts.texts.keys), 'key'),
      ];
    return checkHouseText(key, texts, ENGINE_TEXTS[original] ?? placeholders(text));
  });
}

function checkLanguages(key: TextKey, texts: PlacedTexts): readonly Mistake[] {
  const there = LANGUAGES.flatMap((language) => {
    const place = texts.place(key, language);
    const text = texts.texts.find(key, language);
    return place === undefined || text === undefined
      ? []
      : [{ language, place, text, names: placeholders(text).toSorted().join(', ') }];
  });
  const [first, ...others] = there;
  if (first === undefined) return [];
  const missing = LANGUAGES.filter((language) => !there.some((one) => one.language === language)).map((language) =>
    first.place.part.mistake(first.place.path, `the text "${key}" is missing in ${language}`, undefined, 'key'),
  );
  const formats = there.flatMap(({ text, place }) =>
    formatsOf(text)
      .filter((format) => !Object.hasOwn(FORMATS, format))
      .map((format) =>
        place.part.mistake(place.path, `unknown format "${format}"`, didYouMean(format, Object.keys(FORMATS))),
      ),
  );
  const differing = others
    .filter(({ names }) => names !== first.names)
    .map(({ language, place, names }) =>
      place.part.mistake(
        place.path,
        `"${key}" in ${language} has {${names}}`,
        `in ${first.language} it has {${first.names}}`,
      ),
    );
  return [...missing, ...formats, ...differing];
}
