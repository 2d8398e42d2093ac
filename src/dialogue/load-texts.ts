import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../core/language.ts';
import { describe } from '../core/yaml/describe.ts';
import type { Mistake } from '../core/yaml/mistake.ts';
import { type Path, readYaml, type YamlPart } from '../core/yaml/yaml-source.ts';
import { createTexts, type Texts } from './texts.ts';

/** Texts with where each one stands, so that checks can point at it. */
export interface PlacedTexts {
  readonly texts: Texts;
  place(key: string, language: Language): { readonly part: YamlPart; readonly path: Path } | undefined;
  readonly mistakes: readonly Mistake[];
}

interface PlacedText {
  readonly key: string;
  readonly text: string;
  readonly part: YamlPart;
  readonly path: Path;
}

/** Loads `texts/<language>.yaml` and `texts/<language>/*.yaml`; nested keys make `area.what`. */
export function loadTexts(dir: string, files: readonly string[]): PlacedTexts {
  const mistakes: Mistake[] = [];
  const places = { id: new Map<string, PlacedText>(), en: new Map<string, PlacedText>() };
  for (const file of files) {
    const language = LANGUAGES.find((one) => file === `texts/${one}.yaml` || file.startsWith(`texts/${one}/`));
    const read = readYaml(file, readFileSync(join(dir, file), 'utf8'));
    mistakes.push(...read.mistakes);
    for (const part of read.parts) {
      if (language === undefined)
        mistakes.push(part.mistake([], 'no language of the house', `there are: ${LANGUAGES.join(', ')}`));
      else mistakes.push(...collect(part, places[language]));
    }
  }
  const plain = (language: Language): ReadonlyMap<string, string> =>
    new Map([...places[language].values()].map(({ key, text }) => [key, text]));
  return {
    texts: createTexts({ id: plain('id'), en: plain('en') }),
    place: (key, language) => places[language].get(key),
    mistakes,
  };
}

function collect(part: YamlPart, into: Map<string, PlacedText>): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name]);
      return;
    }
    const key = path.join('.');
    if (typeof value !== 'string') {
      const right =
        typeof value === 'number' || typeof value === 'boolean' ? `put it in quotes: "${String(value)}"` : undefined;
      mistakes.push(part.mistake(path, `the text "${key}" must be text, found ${describe(value)}`, right));
      return;
    }
    const there = into.get(key);
    if (there !== undefined)
      mistakes.push(part.mistake(path, `the text "${key}" is already in ${there.part.file}`, undefined, 'key'));
    else into.set(key, { key, text: value.replace(/\n+$/, ''), part, path });
  };
  walk(part.value, []);
  return mistakes;
}
