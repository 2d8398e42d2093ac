import { z } from 'zod';
import { DESKS } from '../chats/desk.ts';
import { describe } from '../core/yaml/describe.ts';
import { QUESTIONS } from './talk.ts';

// The shapes of the files in `flows/`, as a person writes them. Text must be text: a plain `5` or `true` is refused, because
// YAML would turn an unquoted 00912 into another number than was written.

const words = (what: string) =>
  z.string({ error: (issue) => `${what} must be text, found ${describe(issue.input)}` }).min(1, `${what} is empty`);

const name = (what: string) =>
  words(what).regex(/^[a-z][a-z0-9-]*$/, `${what} must be small letters, digits and dashes, beginning with a letter`);

const step = name('a step');
const text = words('a text').regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/, 'a text must be named area.what');
/** One or several; a single one need not be a list. */
const some = <T extends z.ZodType>(one: T) => z.union([one.transform((item) => [item]), z.array(one).min(1)]);

const yes = z.literal(true).exactOptional();

const doors = z.strictObject({
  words: some(words('a start word')).exactOptional(),
  intent: some(words('an intent')).exactOptional(),
  tap: some(name('a verb')).exactOptional(),
  link: some(words('a link prefix')).exactOptional(),
  media: some(z.enum(['image', 'pdf', 'file', 'audio', 'video'])).exactOptional(),
  cart: yes,
  place: yes,
  unsupported: yes,
  command: some(words('a command').transform((word) => word.replace(/^\//, ''))).exactOptional(),
  code: yes,
  first: yes,
  forwarded: yes,
  fallback: yes,
  always: yes,
});

const values = z.record(z.string(), some(words('a value')));

const field = z.strictObject({
  name: words('a field')
    .regex(/^[a-z][a-z0-9_-]*$/, 'a field must be small letters, digits, dashes and underscores')
    .refine(
      (it) => !QUESTIONS.some((question) => question === it),
      `a field must not be called ${QUESTIONS.join(', ')}`,
    ),
  as: z.union([
    words('a kind').transform((kind) => ({ kind })),
    z
      .strictObject({ pick: name('a list'), many: z.boolean().exactOptional() })
      .transform(({ pick, many }) => ({ pick, many: many === true })),
  ]),
  called: some(words('a name')).exactOptional(),
  ask: text.exactOptional(),
  label: text.exactOptional(),
  many: z.strictObject({ min: z.int().min(0), max: z.int().min(1) }).exactOptional(),
  optional: z.boolean().default(false),
  only: values.exactOptional(),
  unless: values.exactOptional(),
  keep: z.literal('person').exactOptional(),
  none: step.exactOptional(),
});
const include = z.strictObject({ include: name('a form file') });

const id = step.exactOptional();
const go = step.exactOptional();

/** The shapes of steps by the key that tells them apart. */
export const STEPS = {
  say: z.strictObject({ id, say: text, go }),
  form: z.strictObject({
    id,
    form: name('a form'),
    fields: z.array(z.unknown()).min(1),
    reader: name('a reader').exactOptional(),
    format: text.exactOptional(),
    check: name('an action').exactOptional(),
    confirm: text.exactOptional(),
    give_up: step.exactOptional(),
    idle: z.strictObject({ hours: z.number().positive(), go: step }).exactOptional(),
    go,
  }),
  choose: z.strictObject({
    id,
    choose: name('a choice'),
    text,
    options: z.union([
      z.array(z.strictObject({ value: words('a value'), label: text, go })).min(1),
      z.strictObject({ from: name('a list'), go, none: go }),
    ]),
  }),
  call: z.strictObject({
    id,
    call: name('an action'),
    with: z
      .union([
        words('what an action is called with').regex(/^\$[a-z]/, 'must be $form or an object of names'),
        z.record(z.string(), words('a value')),
      ])
      .exactOptional(),
    save: name('a saved outcome').exactOptional(),
    on: z.record(z.string(), step),
  }),
  when: z.strictObject({
    id,
    when: z.array(z.strictObject({ if: values, go: step })).min(1),
    otherwise: step,
  }),
  end: z.strictObject({ id, end: z.enum(['done', 'cancelled', 'human']) }),
} as const;

export const FIELD = field;
export const INCLUDE = include;

/** A flow's document; its steps are read one by one, so that each mistake is told in the words of its own step. */
export const FLOW = z.strictObject({
  flow: name('a flow'),
  for: z.enum(DESKS),
  start: doors.default({}),
  steps: z.array(z.unknown()).min(1),
});
