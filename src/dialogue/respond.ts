import type { Doing } from '../chats/desk.ts';
import { shortHash } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import { advance } from './advance.ts';
import { wishesIn, withoutQuestion } from './asked-too.ts';
import { DialogueBug } from './bug.ts';
import { type Opened, plainDoor } from './doors.ts';
import { questionOf } from './question.ts';
import { reopen } from './reopen.ts';
import { type Route, route } from './route.ts';
import type { Session } from './session.ts';
import { changeOf, heldReply, linesOf, stored, talksOf } from './stored-talk.ts';
import type { Line, Move, Reply } from './talk.ts';
import type { GlobalWord } from './words.ts';

/** Answers a reply: decides where it goes and walks until everything waits. */
export async function respond(session: Session, reply: Reply): Promise<void> {
  const first = session.met || session.talk.length > 0 ? undefined : plainDoor(session.facts(), 'first', '');
  if (first !== undefined) return open(session, first, { text: '', files: [] }, stored(reply));
  await findPlaces(session);
  await follow(session, route(session.facts(), session.talk, session.shown, reply), reply);
}

// After a changed file a talk may stand nowhere: it is over, or it is put where its flow lacks something, before the reply is
// read; what it would have asked there shows as soon as the reply is no answer to it.
async function findPlaces(session: Session): Promise<void> {
  const facts = session.facts();
  session.talk = session.talk.filter((talk) => facts.flows.has(talk.flow));
  const talk = session.talk.at(-1);
  if (talk === undefined || questionOf(facts, talk) !== undefined) return;
  await settle(session, advance(facts, session.talk, { type: 'come-back' }));
  session.lines = [];
}

/** Goes on where an earlier try of the same run had got to: the same act under the same key, and on from its outcome. */
export async function resume(session: Session, doing: Doing): Promise<void> {
  session.talk = talksOf(doing.talk);
  session.lines = linesOf(doing.answers);
  session.set = changeOf(doing.set);
  session.language = session.set.language ?? session.language;
  await act(session, doing.flow, doing.step, doing.action, doing.input);
}

async function follow(session: Session, to: Route, reply: Reply): Promise<void> {
  switch (to.type) {
    case 'meaning':
      return settle(session, advance(session.facts(), session.talk, { type: 'meaning', meaning: to.meaning }));
    case 'start': {
      const { wish, question } = wishesIn(session.facts(), to.opened, session.talk.length > 0, reply.text);
      await open(session, wish, reply);
      return question === undefined ? undefined : answerToo(session, wish, question, reply);
    }
    case 'global':
      return globally(session, to.word);
    case 'idle': {
      const before = session.talk.length;
      await settle(session, advance(session.facts(), session.talk, { type: 'idle' }));
      if (session.talk.length < before && session.talk.length === 0 && !session.human) await respond(session, reply);
      return;
    }
    case 'aside':
      return settle(session, advance(session.facts(), session.talk, { type: 'again', lines: to.lines }));
  }
}

async function open(session: Session, { flow, start, text }: Opened, reply: Reply, held?: Json): Promise<void> {
  const again = reopen(session.facts(), session.talk, { flow, start, text }, reply);
  if (again !== undefined) return settle(session, again);
  const about = reply.about === undefined ? {} : { about: reply.about };
  await settle(
    session,
    advance(session.facts(), session.talk, {
      type: 'start',
      flow,
      id: shortHash(`${session.first}/${flow}`).slice(0, 8),
      start: { ...start, ...about, text: text.slice(0, LONGEST_KEPT).toWellFormed() },
      opening: { ...reply, text },
      ...(held !== undefined && { held }),
    }),
  );
}

// The wish is open; what was asked beside it is answered, and then the wish goes on.
async function answerToo(session: Session, wish: Opened, question: Opened, reply: Reply): Promise<void> {
  const { talk, lines } = session;
  const talking = talk.at(-1);
  if (session.human || talking?.flow !== wish.flow) return;
  session.lines = withoutQuestion(session.facts(), talking, lines);
  await open(session, question, reply);
  const answered = !session.human && session.talk.length === talk.length && session.talk.at(-1)?.flow === wish.flow;
  // What cannot be answered at once is no reason to leave the wish: that flow only looked, so it is as if it never began.
  if (!answered) Object.assign(session, { talk, lines, human: false });
}

async function globally(session: Session, word: GlobalWord): Promise<void> {
  const nothing = session.talk.length === 0;
  switch (word) {
    case 'batal':
      return nothing
        ? aside(session, 'engine.tidak-ada-yang-dibatalkan')
        : settle(session, advance(session.facts(), session.talk, { type: 'cancel' }));
    case 'kembali':
      return nothing
        ? aside(session, 'engine.bantuan')
        : settle(session, advance(session.facts(), session.talk, { type: 'back' }));
    case 'menu':
    case 'bantuan':
      return aside(session, 'engine.bantuan');
    case 'cs':
      return session.facts().people ? callPerson(session, 'engine', 'cs') : aside(session, 'engine.bantuan');
  }
}

const aside = (session: Session, text: string): Promise<void> =>
  settle(session, advance(session.facts(), session.talk, { type: 'again', lines: [{ text } satisfies Line] }));

/** As much of the opening words as a talk keeps; its first form reads all of them. */
const LONGEST_KEPT = 4_000;

/** Longer than any turn: an end to what would never end. */
const MOST_MOVES = 50;

async function settle(session: Session, started: Move): Promise<void> {
  let move = session.take(started);
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const { next } = move;
    switch (next.type) {
      case 'wait':
        return;
      case 'list': {
        const choices = await session.list(next.list, next.filled);
        move = session.take(advance(session.facts(), session.talk, { type: 'choices', choices }));
        break;
      }
      case 'kept': {
        const kept = await session.kept();
        move = session.take(advance(session.facts(), session.talk, { type: 'kept', kept }));
        break;
      }
      case 'look':
      case 'act':
        move = await called(session, next.flow, next.step, next.action, next.input);
        break;
      case 'end':
        if (next.how === 'human') return callPerson(session, next.flow, next.step);
        if (next.held !== undefined)
          return follow(
            session,
            route(session.facts(), session.talk, session.shown, heldReply(next.held)),
            heldReply(next.held),
          );
        return;
    }
  }
  throw new DialogueBug(`a turn that does not end in "${session.talk.at(-1)?.flow}"`);
}

async function called(session: Session, flow: string, step: string, action: string, input: Json): Promise<Move> {
  const came = await session.call(flow, step, action, input);
  if (came.type === 'misfit') return session.take(advance(session.facts(), session.talk, came));
  const { outcome, data, lines } = came.outcome;
  const facts = { outcome, ...(data !== undefined && { data }), ...(lines !== undefined && { lines }) };
  return session.take(advance(session.facts(), session.talk, { type: 'outcome', ...facts }));
}

async function act(session: Session, flow: string, step: string, action: string, input: Json): Promise<void> {
  if (action === session.handOver) return callPerson(session, flow, step);
  const move = await called(session, flow, step, action, input);
  // The move is taken already; taking its answers twice would say them twice.
  await settle(session, { ...move, answers: [] });
}

// The bot falls silent for a person; whoever has to know is told by the desk's own act.
async function callPerson(session: Session, flow: string, step: string): Promise<void> {
  session.human = true;
  // A flow that said in its own words that a person comes needs no second word of the house.
  const told = session.lines.at(-1)?.text.startsWith('engine.') === false;
  const word: readonly Line[] = told ? [] : [{ text: 'engine.manusia' }];
  if (session.handOver === undefined) {
    session.lines = [...session.lines, ...word];
    return;
  }
  const came = await session.call(flow, step, session.handOver, { flow });
  if (came.type === 'misfit') throw new DialogueBug(`${session.handOver} wants more than the flow`);
  session.lines = [...session.lines, ...(came.outcome.lines ?? word)];
}
