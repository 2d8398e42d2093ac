import { fieldValue, isSettled, unfill } from './filled.ts';
import type { FormStep } from './flow.ts';
import type { Talk } from './talk.ts';

// A list depends on what was filled before it (couriers on the address), so a pick after a change is looked up anew: it
// stays if its list still has it.
/** The talk with the picks behind changed fields to be looked up anew. */
export function withLaterPicks(before: Talk, talk: Talk, form: FormStep, changed: readonly string[]): Talk {
  const first = form.fields.findIndex((field) => changed.includes(field.name) && isSettled(before, form, field));
  if (first === -1) return talk;
  return form.fields.slice(first + 1).reduce((so, field) => {
    const value = fieldValue(so, form, field.name);
    if (!('pick' in field.as) || value === undefined || changed.includes(field.name)) return so;
    const said = { ...so.said, [field.name]: { picked: value } };
    return Object.assign({}, unfill(so, form, field.name), { said });
  }, talk);
}
