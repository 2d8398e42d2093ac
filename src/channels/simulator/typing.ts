import { type Clock, SECOND } from '../../core/clock.ts';

/** Who is waiting for an answer and so sees the shop typing. */
export interface Typing {
  begin(person: string): void;
  end(person: string): void;
  is(person: string): boolean;
}

/** An answer that takes longer than this is not being typed any more; the page lets its dots go after the same time. */
const TYPING_MS = 8 * SECOND;

/** Creates the typing marks; `tell` hears each change but the running out of time. */
export function createTyping(clock: Clock, tell: (person: string, on: boolean) => void): Typing {
  const began = new Map<string, number>();
  return {
    begin(person) {
      began.set(person, clock.monotonic());
      tell(person, true);
    },
    end(person) {
      if (began.delete(person)) tell(person, false);
    },
    is: (person) => clock.monotonic() - (began.get(person) ?? Number.NEGATIVE_INFINITY) < TYPING_MS,
  };
}
