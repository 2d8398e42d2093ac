import type { Facts } from './facts.ts';
import { filledOf } from './filled.ts';
import type { Field, FormStep } from './flow.ts';
import type { Parsed } from './kind.ts';
import type { Meaning } from './meaning.ts';
import type { Reply, Talk } from './talk.ts';

/** Gives a reply to the parser of a field's kind; undefined for a pick, which only its list can read. */
export function readByKind(facts: Facts, talk: Talk, form: FormStep, field: Field, reply: Reply): Parsed | undefined {
  const kind = 'kind' in field.as ? facts.kinds[field.as.kind] : undefined;
  const { snapshot, language, now } = facts;
  const kept = talk.asking === field.name && talk.kept !== undefined ? { kept: talk.kept } : {};
  return kind?.parse(reply, { snapshot, language, now, filled: filledOf(talk, form.name), ...kept });
}

/** True when a parser asks back what it asked before: the same choices, or the same words where there are none. */
export function asksTheSame({ more }: Talk, meaning: Meaning | undefined): boolean {
  if (meaning?.type !== 'asked-back' || more === undefined) return false;
  const { ask, with: values, choices } = meaning.more;
  if (choices !== undefined || more.choices !== undefined)
    return JSON.stringify(choices) === JSON.stringify(more.choices);
  return ask === more.ask && JSON.stringify(values) === JSON.stringify(more.with);
}
