import { intentDoor, type Opened } from './doors.ts';
import type { Facts } from './facts.ts';
import { questionOf } from './question.ts';
import type { Line, Talk } from './talk.ts';

/** A wish, and a question that one message asks beside it. */
export interface Wishes {
  readonly wish: Opened;
  readonly question?: Opened;
}

/** Tells a wish from the question beside it, whichever of them opened the talk: "mau kaos 2, ongkir ke Malang berapa?" */
export function wishesIn(facts: Facts, opened: Opened, talking: boolean, text: string): Wishes {
  const alone = { wish: opened };
  if (!ASKS.test(text) || text.length > LONGEST) return alone;
  const clauses = text.split(CLAUSE).filter((clause) => clause.trim() !== '');
  if (clauses.length < 2) return alone;
  const others = clauses
    .map((clause) => ({ clause, door: intentDoor(facts, clause, true) }))
    .flatMap(({ clause, door }) => (door === undefined || door.flow === opened.flow ? [] : [{ clause, door }]));
  if (!onlyLooks(facts, opened.flow)) {
    const question = others.find(({ clause, door }) => ASKS.test(clause) && onlyLooks(facts, door.flow))?.door;
    return question === undefined ? alone : { wish: opened, question: { ...question, text } };
  }
  const wish = others.find(({ clause, door }) => !IF.test(clause) && !onlyLooks(facts, door.flow))?.door;
  if (wish === undefined || talking) return alone;
  // The words of the question are no part of the wish: whoever reads them with it takes all of it for the question.
  const rest = clauses.filter((clause) => intentDoor(facts, clause, true)?.flow !== opened.flow);
  return { wish: { ...wish, text: rest.join(', ').trim() }, question: opened };
}

/** What was said without the open question at its end, which comes again when the other one is answered. */
export function withoutQuestion(facts: Facts, talk: Talk | undefined, lines: readonly Line[]): readonly Line[] {
  const asked = talk === undefined ? 0 : (questionOf(facts, talk)?.lines.length ?? 0);
  return lines.slice(0, lines.length - asked);
}

const ASKS = /\?|\b(?:berapa|brp|gimana|bagaimana|bisa (?:ga|gak|nggak|tidak)|how much|how long)\b/i;
// A question mark stays with the clause that asks; "hi" beside a wish asks nothing.
const CLAUSE = /[,.;!\n]+|(?<=\?)\s*|\s(?:dan|sama|trus|terus|btw|oh ya|and)\s/i;
// "kalau beli 2, ongkirnya berapa?" orders nothing.
const IF = /^\s*(?:kalau|kalo|klo|kl|misal(?:nya)?|seandainya|if)\b/i;
// What is longer is a form that was filled in, and has no question in it that is not about itself.
const LONGEST = 300;

/** True for a flow that only tells: it calls nothing that acts, and ends without anybody. */
function onlyLooks(facts: Facts, name: string): boolean {
  const steps = facts.flows.get(name)?.steps ?? [];
  return steps.every(
    (step) => (step.type !== 'call' || facts.looks(step.action)) && (step.type !== 'end' || step.how === 'done'),
  );
}
