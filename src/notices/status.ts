import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RANKS } from '../chats/mail-document.ts';
import { LANGUAGES } from '../core/language.ts';
import type { Mistake } from '../core/yaml/mistake.ts';
import { readYaml, type YamlPart } from '../core/yaml/yaml-source.ts';
import { mistakesOf } from '../core/yaml/zod-mistakes.ts';
import { FlowError } from '../dialogue/flow-error.ts';
import { placeholders, type Texts } from '../dialogue/texts.ts';

const text = z.string({ error: 'must be the name of a text, like status.placed' });

const tellShape = z.strictObject({
  to: z.enum(['customer', 'owner', 'supplier']),
  /** The text to send; without it a card is sent as it now looks. */
  text: text.optional(),
  card: z.enum(['order', 'payment', 'case', 'purchase']).optional(),
  /** Only edits the card that is there; without one, or where nothing can be edited, nobody is told. */
  edit: z.boolean().default(false),
  rank: z.enum(RANKS).default('status'),
  choices: z
    .array(
      z.strictObject({
        label: text,
        tap: z.string(),
        /** What to type before the code where there are no buttons; else the verb itself. */
        word: z.string().optional(),
        row: z.number().optional(),
      }),
    )
    .optional(),
  /** Held back during the quiet hours of the shop. */
  quiet: z.boolean().default(false),
  /** Pointless after this long. */
  good_hours: z.number().positive().optional(),
  /** Unsent earlier pushes of the same document with the same word have no more sense. */
  replaces: z.string().optional(),
  /** Sends the file that belongs to the entry along. */
  file: z.boolean().default(false),
});
const statusShape = z.record(z.string(), z.record(z.string(), z.array(tellShape)));

/** Who is told what of one kind of entry. */
export type Tell = z.infer<typeof tellShape>;
/** `about` -> event -> who is told what. */
export type Status = Readonly<Record<string, Readonly<Record<string, readonly Tell[]>>>>;

/** What the entries of documents may be told of: by what they are about, the events and the names their texts may use. */
export interface Tellable {
  readonly events: readonly string[];
  readonly values: readonly string[];
  /** Names that only a text for the owner may use. */
  readonly ownerValues?: readonly string[];
  /** The only names that a text for a supplier may use; absent: the same as for customers. */
  readonly supplierValues?: readonly string[];
}

/** Loads `status.yaml`; throws a FlowError with every mistake: unknown event, text or placeholder, each with its place. */
export function loadStatus(dir: string, texts: Texts, tellable: Readonly<Record<string, Tellable>>): Status {
  const file = 'status.yaml';
  const { parts, mistakes } = readYaml(file, readFileSync(join(dir, file), 'utf8'));
  const part = parts[0];
  if (mistakes.length > 0 || !part) throw new FlowError(mistakes);
  const read = statusShape.safeParse(part.value);
  if (!read.success) throw new FlowError(mistakesOf(read.error, part, [], part.value));
  const wrong = Object.entries(read.data).flatMap(([about, events]) =>
    check(part, texts, about, events, tellable[about]),
  );
  if (wrong.length > 0) throw new FlowError(wrong);
  return read.data;
}

function check(
  part: YamlPart,
  texts: Texts,
  about: string,
  events: Readonly<Record<string, readonly Tell[]>>,
  known: Tellable | undefined,
): Mistake[] {
  if (!known) return [part.mistake([about], `nothing tells of '${about}'`, undefined, 'key')];
  return Object.entries(events).flatMap(([event, tells]) => {
    const unknown = known.events.includes(event)
      ? []
      : [
          part.mistake(
            [about, event],
            `no event '${event}' of ${about}`,
            `right would be one of ${known.events.join(', ')}`,
            'key',
          ),
        ];
    return [
      ...unknown,
      ...tells.flatMap((tell, i) => checkTell(part, texts, [about, event, i], tell, namesFor(tell, known))),
    ];
  });
}

function namesFor({ to }: Tell, { values, ownerValues = [], supplierValues }: Tellable): readonly string[] {
  switch (to) {
    case 'customer':
      return values;
    case 'owner':
      return [...values, ...ownerValues];
    case 'supplier':
      return supplierValues ?? values;
  }
}

function checkTell(
  part: YamlPart,
  texts: Texts,
  path: readonly (string | number)[],
  tell: Tell,
  values: readonly string[],
): Mistake[] {
  const one =
    tell.text === undefined && tell.card === undefined ? [part.mistake(path, 'neither a text nor a card')] : [];
  const named = [
    ...(tell.text === undefined ? [] : [[tell.text, [...path, 'text']] as const]),
    ...(tell.choices ?? []).map((choice, i) => [choice.label, [...path, 'choices', i, 'label']] as const),
  ];
  const missing = named.flatMap(([key, at]) =>
    LANGUAGES.flatMap((language) => {
      const found = texts.find(key, language);
      if (found === undefined) return [part.mistake(at, `no text '${key}' in ${language}`)];
      const strange = placeholders(found).filter((name) => !values.includes(name));
      return strange.map((name) =>
        part.mistake(
          at,
          `the text '${key}' wants '${name}', which is not known here`,
          `known are ${values.join(', ')}`,
        ),
      );
    }),
  );
  return [...one, ...missing];
}
