import type { ChatState, Decision, Desk, DeskName, Turn, Who } from '../chats/desk.ts';
import { readGlobalWord } from '../understanding/global-word.ts';

export interface DesksDeps {
  readonly desks: Readonly<Record<DeskName, Desk>>;
  readonly whoIs: WhoIs;
  /** Answers what a chat says of itself: a role's code. Undefined when it says nothing of the kind. */
  proveRole(turn: Turn): Promise<Decision | undefined>;
  /** Hands what a customer wrote to the people of the shop while the bot is silent; repeated, it tells them once. */
  relay(turn: Turn, who: Who): Promise<void>;
}

/** Says who a chat is, by proof. */
export interface WhoIs {
  /** Looks at the bindings: a role that was taken away is gone at the next message. */
  prove(chat: ChatState): Promise<Who>;
  /** The desk as it was last known, for deciding how long to wait for more. */
  guess(chat: ChatState): DeskName;
}

/** One desk before all others: who talks decides who answers; where a person has taken over, nobody does. */
export function createDesks({ desks, whoIs, proveRole, relay }: DesksDeps): Desk {
  return {
    async answer(turn) {
      const proved = await proveRole(turn);
      if (proved) return proved;
      const who = await whoIs.prove(turn.chat);
      const known = { ...turn, chat: { ...turn.chat, who } };
      const quiet = who.desk === 'customer' && isQuiet(turn);
      const called = quiet && callsBot(turn);
      if (quiet && !called && !desks[who.desk].insists(known)) {
        await relay(known, who);
        return { talk: turn.chat.talk, shown: turn.chat.shown, answers: [], who };
      }
      const decision = await desks[who.desk].answer(known);
      return { ...decision, ...(called && { quiet: decision.quiet ?? null }), ...newcomer(turn, decision, who) };
    },
    complete: (chat, run) => desks[whoIs.guess(chat)].complete(chat, run),
    insists: (turn) => desks[whoIs.guess(turn.chat)].insists(turn),
  };
}

// A silence that is over ends by itself; nobody has to remember to end it.
const isQuiet = ({ chat, now }: Turn): boolean => chat.quiet !== undefined && chat.quiet.until > now;

// Who waits for a person was told that this word brings the bot back.
const callsBot = ({ run }: Turn): boolean =>
  run.some(({ body }) => body.type === 'text' && readGlobalWord(body.text) === 'menu');

const newcomer = (turn: Turn, decision: Decision, who: Who): Partial<Decision> =>
  decision.who === undefined && !sameWho(turn.chat.who, who) ? { who } : {};

const sameWho = (a: Who | undefined, b: Who): boolean => a?.desk === b.desk && a.id === b.id && a.role === b.role;
