import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import { asChatId, type ChatId, type Code, codeOf, type Key, keyOf } from '../../core/ids.ts';
import { ok } from '../../core/result.ts';
import { cleanText, cutText } from '../../core/text.ts';
import { type By, HOUSE, knows, nextEntry, withEntry } from '../../shop/history.ts';
import type { Buried } from '../../store/buried.ts';
import type { Clockworked } from '../../store/clockworked.ts';
import { createDocuments } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import { alarmsBy, type Call, type CallKind, type CallSop, callDue, callShape } from './call.ts';

/** What somebody wants, and where it came from. */
interface CallRequest {
  readonly kind: CallKind;
  readonly chat: ChatId;
  readonly customer: string;
  readonly name: string;
  readonly order?: string | undefined;
  readonly words: string;
}

/** Customers who wait for a person: opened by their wish, answered and closed by people of the shop. */
export interface Calls {
  /** Opens a call, or adds to the chat's open one; once per key. */
  open(request: CallRequest, key: Key): Promise<Call>;
  /** A person answered: it is the customer's turn. Opens a call when none is open, so that their next words find it. */
  answered(request: CallRequest, key: Key, by: By): Promise<Call>;
  /** The talk is over, the bot speaks again. */
  close(code: Code, key: Key, by: By): Promise<Call | undefined>;
  find(code: Code): Promise<Call | undefined>;
  ofChat(chat: ChatId): Promise<Call | undefined>;
  /** Those that wait for an answer, longest first. */
  waiting(limit: number): Promise<readonly Call[]>;
  /** All open ones, those too whose turn it is. */
  list(limit: number): Promise<readonly Call[]>;
  /** All of a customer's, closed ones too. */
  ofCustomer(customer: string): Promise<readonly Call[]>;
  /** The customer asked to be forgotten: nobody waits any more, and nothing of what was said stays. */
  forget(customer: string): Promise<void>;
  readonly clockwork: Clockworked;
}

export interface CallsDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly sop: () => CallSop;
  /** Tells the owner that somebody still waits; the same key tells once. */
  stillWaits(call: Call, key: Key): Promise<void>;
}

const WORDS = 300;

/** Creates the calls on a connection. */
export function createCalls(deps: CallsDeps): Calls {
  const { clock, sop } = deps;
  const store = createDocuments<Call>({
    ...deps,
    name: 'calls',
    schema: callShape,
    indexes: [{ fields: { chat: 1, open: 1 } }, { fields: { open: 1, at: 1 } }, { fields: { customer: 1 } }],
    due: (call) => callDue(call, sop()),
    onDue: (call) => remind(call),
  });

  async function remind(call: Call): Promise<void> {
    const key = keyOf(call._id, 'waits', call.waitsSince?.getTime() ?? 0, call.alarms);
    await deps.stillWaits(call, key);
    await store.change(call._id, (newest) =>
      knows(newest.history, key)
        ? ok({ type: 'unchanged' })
        : ok({
            type: 'changed',
            owes: [],
            doc: noted({ ...newest, alarms: alarmsBy(newest, sop(), clock.now()) }, key, HOUSE, 'waits'),
          }),
    );
  }

  const noted = (call: Call, key: Key, by: By, event: string, reason?: string): Call => ({
    ...call,
    history: withEntry(
      call.history,
      nextEntry(call.history, { key, at: clock.now(), by, event, ...(reason !== undefined && { reason }) }),
    ),
  });

  const insert = async (request: CallRequest, key: Key): Promise<Call> => {
    const now = clock.now();
    for (let attempt = 0; ; attempt++) {
      // key: call/<the message that asked>, so that a repeated turn finds its own call
      const _id = codeOf(keyOf('call', key), attempt);
      const { order, ...rest } = request;
      const draft = { ...rest, ...(order !== undefined && { order }), _id, v: 1, key, open: true, alarms: 0, at: now };
      await store.insert({ ...draft, words: shortWords(request.words), history: [] });
      const there = await store.find(_id);
      if (there?.key === key) return there;
    }
  };

  const ofChat = async (chat: ChatId): Promise<Call | undefined> =>
    (await store.many({ chat, open: true }, { sort: { at: 1 }, limit: 1 }))[0];

  const ofCustomer = (customer: string): Promise<readonly Call[]> => store.many({ customer }, { sort: { at: 1 } });

  const move = async (request: CallRequest, key: Key, change: (call: Call) => Call): Promise<Call> => {
    const call = (await ofChat(request.chat)) ?? (await insert(request, key));
    const moved = await store.change<never>(call._id, (newest) =>
      knows(newest.history, key) ? ok({ type: 'unchanged' }) : ok({ type: 'changed', doc: change(newest), owes: [] }),
    );
    return moved.ok ? moved.value : call;
  };

  return {
    open: (request, key) =>
      move(request, key, (call) => ({
        ...noted(call, key, { desk: 'customer', id: request.customer }, request.kind),
        kind: request.kind === 'message' ? call.kind : request.kind,
        words: shortWords(request.words),
        ...(request.order !== undefined && { order: request.order }),
        waitsSince: call.waitsSince ?? clock.now(),
        alarms: call.waitsSince === undefined ? 0 : call.alarms,
      })),
    answered: (request, key, by) =>
      move(request, key, (call) => ({ ...noted(call, key, by, 'answer'), waitsSince: undefined, alarms: 0 })),
    async close(code, key, by) {
      const closed = await store.change<never>(code, (call) =>
        call.open
          ? ok({
              type: 'changed',
              doc: { ...noted(call, key, by, 'close'), open: false, waitsSince: undefined },
              owes: [],
            })
          : ok({ type: 'unchanged' }),
      );
      return closed.ok ? closed.value : undefined;
    },
    find: (code) => store.find(code),
    ofChat,
    async waiting(limit) {
      const open = await store.many({ open: true }, { sort: { at: 1 }, limit: 500 });
      return open
        .filter(({ waitsSince }) => waitsSince !== undefined)
        .toSorted((a, b) => (a.waitsSince?.getTime() ?? 0) - (b.waitsSince?.getTime() ?? 0))
        .slice(0, limit);
    },
    list: (limit) => store.many({ open: true }, { sort: { at: 1 }, limit }),
    ofCustomer,
    async forget(customer) {
      for (const { _id } of await ofCustomer(customer))
        await store.change<never>(_id, (call) => ok({ type: 'changed', doc: forgotten(call), owes: [] }));
    },
    clockwork: store.clockwork,
  };
}

const forgotten = (call: Call): Call => ({
  ...call,
  chat: asChatId(''),
  name: '',
  words: '',
  open: false,
  waitsSince: undefined,
  history: call.history.map((entry) => ({ ...entry, reason: undefined, by: { desk: entry.by.desk } })),
});

const shortWords = (words: string): string => cutText(cleanText(words).replace(/\s+/g, ' '), WORDS);
