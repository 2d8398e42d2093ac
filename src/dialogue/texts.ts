import type { Json } from '../core/json.ts';
import { LANGUAGES, type Language } from '../core/language.ts';
import { rupiah } from '../core/money.ts';
import { DialogueBug } from './bug.ts';
import type { TextKey } from './flow.ts';
import type { Filled } from './talk.ts';

/** The words of the house in every language, by `area.what`. */
export interface Texts {
  find(key: TextKey, language: Language): string | undefined;
  readonly keys: readonly TextKey[];
}

/** Texts held in memory, by language. */
export function createTexts(byLanguage: Readonly<Record<Language, ReadonlyMap<TextKey, string>>>): Texts {
  const keys = [...new Set(LANGUAGES.flatMap((language) => [...byLanguage[language].keys()]))];
  return { find: (key, language) => byLanguage[language].get(key), keys };
}

/** Lays texts that were edited from a chat over those of the files; what is not edited shows through. */
export const layOver = (texts: Texts, edited: (key: TextKey, language: Language) => string | undefined): Texts => ({
  find: (key, language) => edited(key, language) ?? texts.find(key, language),
  keys: texts.keys,
});

/** The area of a desk's own wording: `for-owner.engine.lanjut` is what the owner reads for `engine.lanjut`. */
const OWN_WORDING = /^for-([a-z]+)\.(.+)$/;

/** The text that a desk's own wording stands for; undefined for any other text. */
export const rewordedBy = (key: TextKey): TextKey | undefined => OWN_WORDING.exec(key)?.[2];

/** The texts as a desk says them: in its own wording where there is one, else in everybody's. */
export const textsFor = (desk: string, texts: Texts): Texts =>
  layOver(texts, (key, language) => texts.find(`for-${desk}.${key}`, language));

const PLACEHOLDER = /\{([a-z][\w.-]*)(?:\|([a-z]+))?\}/gi;

/** The names that a text wants values for. */
export const placeholders = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')),
];

/** Formats a text may ask for: `{total|rp}` writes whole rupiah as `Rp150.347`. */
export const FORMATS: Readonly<Record<string, (value: number) => string>> = { rp: rupiah };

/** The formats that a text names, known or not. */
export const formatsOf = (text: string): readonly string[] =>
  [...text.matchAll(PLACEHOLDER)].flatMap((match) => match[2] ?? []);

/** A text in a language with its values put in; values are plain, so nothing a person wrote can change the text around it. */
export function say(texts: Texts, key: TextKey, language: Language, values: Filled = {}): string {
  const text = texts.find(key, language);
  if (text === undefined) throw new DialogueBug(`no text "${key}" in ${language}`);
  return text.replace(PLACEHOLDER, (_, name: string, format?: string) => written(key, name, format, values[name]));
}

function written(key: TextKey, name: string, format: string | undefined, value: Json | undefined): string {
  if (value === undefined || value === null || typeof value === 'object') {
    throw new DialogueBug(`the text "${key}" wants "${name}", which is ${value === undefined ? 'missing' : 'no text'}`);
  }
  const write = format === undefined ? undefined : FORMATS[format];
  return write !== undefined && typeof value === 'number' ? write(value) : String(value);
}
