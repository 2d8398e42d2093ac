import type { Facts } from './facts.ts';
import { filledOf, isRelevant, show } from './filled.ts';
import type { Field, FormStep } from './flow.ts';
import type { Talk } from './talk.ts';

/** The fields that the numbered summary shows, in its order, with their labels. */
export function changeable(
  facts: Facts,
  talk: Talk,
  form: FormStep,
): readonly { readonly field: Field; readonly label: string }[] {
  const filled = filledOf(talk, form.name);
  return form.fields.flatMap((field) => {
    if (field.label === undefined || !isRelevant(field, filled) || filled[field.name] === undefined) return [];
    return [{ field, label: facts.say(field.label) }];
  });
}

/** The numbered summary of a form: `1. Barang: 2 x Kaos`. */
export const summaryOf = (facts: Facts, talk: Talk, form: FormStep): string =>
  changeable(facts, talk, form)
    .map(({ field, label }, i) => {
      const value = filledOf(talk, form.name)[field.name];
      const shown = value === undefined || value === null ? '-' : show(facts, talk, form, field, value);
      return `${i + 1}. ${label}:${shown.startsWith('\n') ? '' : ' '}${shown}`;
    })
    .join('\n');
