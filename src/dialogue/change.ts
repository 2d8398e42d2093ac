import { foldText } from '../core/text.ts';
import type { Facts } from './facts.ts';
import type { Field, FormStep } from './flow.ts';
import { changeable } from './summary.ts';
import type { Talk } from './talk.ts';
import { bare } from './words.ts';

const VERBS = 'ubah|ganti|edit|koreksi|perbaiki|ralat|revisi|salah|keliru|change|correct|wrong|update';
const VERB = new RegExp(`\\b(${VERBS})(?:in|kan)?\\b`, 'i');
// What stands between the name of a field and its new value: "alamatnya salah, harusnya Jl. Mawar 5".
const BRIDGE = new RegExp(
  `^(?:[\\s,.:;=-]|\\b(?:nya|${VERBS}|jadi|menjadi|ke|to|dengan|pakai|harusnya|seharusnya|yang benar|yg benar|yg bener|yang bener|adalah|itu|is|should be|kak|ya|min|dong|aja|saja|deh)\\b)+`,
  'i',
);

/** Which field a person wants to change by words (`ubah kurir`, `eh alamatnya salah, ...`), and into what if that was said. */
export function changeOf(
  facts: Facts,
  talk: Talk,
  form: FormStep,
  text: string,
): { readonly field: Field; readonly words?: string } | undefined {
  if (!VERB.test(text) || text.length > 2000) return undefined;
  const number = new RegExp(`^(?:${VERBS})(?:in|kan)? (?:no |nomor |yang |yg )?(\\d{1,2})$`).exec(bare(text))?.[1];
  const numbered = number === undefined ? undefined : changeable(facts, talk, form)[Number(number) - 1];
  if (numbered !== undefined) return { field: numbered.field };

  const named = form.fields
    .flatMap((field) => namesOf(facts, field).map((name) => ({ field, name, at: mention(text, name) })))
    .filter(({ at }) => at !== undefined)
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (named === undefined) return undefined;
  const words = text.slice(named.at).replace(BRIDGE, '').trim();
  return { field: named.field, ...(/[\p{L}\p{N}]/u.test(words) && { words }) };
}

/** The names people call a field by: its own, and its label in the chat's language. */
const namesOf = (facts: Facts, field: Field): readonly string[] =>
  [
    field.name.replaceAll(/[-_]/g, ' '),
    ...(field.label === undefined ? [] : [facts.say(field.label)]),
    ...(field.called ?? []),
  ]
    .map(foldText)
    .filter((name) => name.length >= 2);

// Where the text goes on after the name of a field; undefined when it does not name it.
function mention(text: string, name: string): number | undefined {
  const words = name.split(' ').map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
  const match = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?:nya)?(?![\\p{L}\\p{N}])`, 'iu').exec(
    text,
  );
  return match === null ? undefined : match.index + match[0].length;
}
