import type { Choice } from '../channels/channel.ts';
import type { ChatState, Decision, Desk, Turn } from '../chats/desk.ts';
import type { InMail } from '../chats/mail-document.ts';
import { HOUR } from '../core/clock.ts';
import type { Language } from '../core/language.ts';
import { readLanguage } from '../understanding/language.ts';
import { DialogueBug } from './bug.ts';
import { completes } from './completes.ts';
import { type DeskParts, prepareFacts } from './desk-facts.ts';
import { insists } from './insists.ts';
import { PICK_VERB } from './option.ts';
import { render, shownBy } from './render.ts';
import { replyOf } from './reply.ts';
import { respond, resume } from './respond.ts';
import { openSession, type Session } from './session.ts';
import { stored, talksOf } from './stored-talk.ts';
import { textsFor } from './texts.ts';

/** What a desk that talks by flows is made of. */
export interface DialogueDesk<S> extends DeskParts<S> {
  /** The act that calls a person to the chat when a flow ends in `human`; its outcome may set the silence and what is said. */
  readonly handOver?: string;
  readonly defaults: { readonly language: Language; readonly humanHours: number };
}

/** Creates the desk that answers runs by walking flows; it keeps nothing between turns. Who a chat is, it is told. */
export function createDialogueDesk<S>(parts: DialogueDesk<S>): Desk {
  const texts = textsFor(parts.desk, parts.texts);
  const factsAt = prepareFacts({ ...parts, texts });
  const languageOf = (chat: ChatState): Language => chat.language ?? parts.defaults.language;
  return {
    async answer(turn) {
      const { chat, run } = turn;
      if (!run.some(speaks)) return { talk: chat.talk, shown: chat.shown, answers: [] };
      if (chat.who === undefined) throw new DialogueBug(`the ${parts.desk} desk was not told who ${chat.id} is`);
      const session = openSession(parts, factsAt, turn, chat.who, languageOf(chat));
      if (turn.doing === undefined) {
        const reply = replyOf(run);
        if (!chat.met && chat.language === undefined && parts.desk === 'customer')
          speak(session, readLanguage(reply.text));
        await respond(session, reply);
      } else await resume(session, turn.doing);
      return decisionOf({ ...parts, texts }, session, turn);
    },
    complete(chat, run) {
      const facts = factsAt(languageOf(chat), run.at(-1)?.at ?? new Date(0));
      return completes(facts, talksOf(chat.talk), chat.shown, replyOf(run));
    },
    insists: ({ chat, run, now }) =>
      run.some(speaks) && insists(factsAt(languageOf(chat), now), talksOf(chat.talk), chat.shown, replyOf(run)),
  };
}

// A customer who is met for the first time is answered in the language they write, and keeps it.
function speak(session: Session, language: Language | undefined): void {
  if (language === undefined || language === session.language) return;
  session.set = { ...session.set, language };
  session.language = language;
}

/** Who is named as the cause of a silence that the customer asked for. */
const ASKED_BY = 'person';

const speaks = ({ by, body }: InMail): boolean => by === 'person' && body.type !== 'deleted';

function decisionOf<S>(parts: DialogueDesk<S>, session: Session, { chat, now }: Turn): Decision {
  const { lines, set, language, talk } = session;
  const asked = session.human
    ? { until: new Date(now.getTime() + parts.defaults.humanHours * HOUR), by: ASKED_BY }
    : undefined;
  const quiet = set.quiet === undefined ? asked : set.quiet;
  const left = talk.length > 0 ? chat.shown : chat.shown.filter(isLasting);
  return {
    talk: stored(talk),
    shown: shownBy(parts.texts, language, lines) ?? left,
    answers: render(parts.texts, language, lines),
    ...(set.who !== undefined && { who: set.who }),
    ...(set.language !== undefined && { language: set.language }),
    ...(quiet !== undefined && { quiet }),
  };
}

// A list of things stays meant by its numbers after the talk that showed it; an answer to a question that is gone does not.
const isLasting = ({ tap }: Choice): boolean => tap.verb !== PICK_VERB;
