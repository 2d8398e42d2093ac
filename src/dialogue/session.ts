import type { Turn, Who } from '../chats/desk.ts';
import { type Key, keyOf } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import type { Language } from '../core/language.ts';
import type { At, ChatChange, List, Outcome } from './action.ts';
import { DialogueBug } from './bug.ts';
import type { DeskParts, FactsAt } from './desk-facts.ts';
import type { Facts } from './facts.ts';
import { inputFor, misfits } from './input.ts';
import { stored, talksOf } from './stored-talk.ts';
import type { Filled, Line, Move, Talk } from './talk.ts';

/** One turn under way: the talks as they are now, what is to be said, and the doors to the desk's actions and lists. */
export interface Session {
  talk: readonly Talk[];
  lines: readonly Line[];
  set: ChatChange;
  language: Language;
  /** A flow ended in `human`: the bot is silent from now on. */
  human: boolean;
  readonly handOver: string | undefined;
  readonly shown: Turn['chat']['shown'];
  readonly met: boolean;
  readonly first: Key;
  facts(): Facts;
  /** Takes over what a move decided. */
  take(move: Move): Move;
  list(name: string, filled: Filled): ReturnType<List>;
  kept(): Promise<Filled>;
  /** Calls an action; what does not fit its input comes back as the names of the fields to ask anew. */
  call(flow: string, step: string, action: string, input: Json): Promise<Called>;
}

export type Called =
  | { readonly type: 'came'; readonly outcome: Outcome }
  | { readonly type: 'misfit'; readonly form: string; readonly fields: readonly string[] };

/** Opens the session of a turn. */
export function openSession<S>(
  parts: DeskParts<S> & { readonly handOver?: string },
  factsAt: FactsAt,
  turn: Turn,
  who: Who,
  spoken: Language,
): Session {
  const first = turn.run[0]?._id ?? keyOf('none');
  const at = (session: Session, ...rest: readonly string[]): At => ({
    // key: <first message of the run>/<flow>/<step>, so that a repeated turn finds its own effect again
    key: keyOf(first, ...rest),
    chat: turn.chat.id,
    who: session.set.who ?? who,
    language: session.language,
    now: turn.now,
  });
  let facts: Facts | undefined;
  const session: Session = {
    talk: talksOf(turn.chat.talk),
    lines: [],
    set: {},
    language: spoken,
    human: false,
    handOver: parts.handOver,
    shown: turn.chat.shown,
    met: turn.chat.met,
    first,
    facts: () => {
      if (facts?.language !== session.language) facts = factsAt(session.language, turn.now);
      return facts;
    },
    take: (move) => {
      session.talk = move.talk;
      session.lines = [...session.lines, ...move.answers];
      return move;
    },
    list: (name, filled) => known(parts.wiring.lists[name], 'list', name)(at(session, 'list', name), filled),
    kept: () => parts.wiring.kept(session.set.who ?? who),
    call: async (flow, step, name, input) => {
      const action = known(parts.wiring.actions[name], 'action', name);
      const wanted = inputFor(action, input);
      if (!wanted.success) return misfits(session.facts(), flow, step, name, wanted.error);
      if (action.kind === 'acts') {
        await turn.before({
          run: turn.run.map((mail) => mail._id),
          talk: stored(session.talk),
          answers: stored(session.lines),
          flow,
          step,
          action: name,
          input,
          ...(Object.keys(session.set).length > 0 && { set: stored(session.set) }),
        });
      }
      const outcome = await action.run(wanted.data, at(session, flow, step));
      session.set = { ...session.set, ...outcome.set };
      session.language = session.set.language ?? session.language;
      return { type: 'came', outcome };
    },
  };
  return session;
}

function known<T>(found: T | undefined, what: string, name: string): T {
  if (found === undefined) throw new DialogueBug(`the desk has no ${what} "${name}"`);
  return found;
}
