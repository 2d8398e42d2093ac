import type { Connection } from 'mongoose';
import { type Clock, HOUR, MINUTE } from '../../core/clock.ts';
import { type Code, codeOf, type Key, keyOf, type PersonId } from '../../core/ids.ts';
import { ok } from '../../core/result.ts';
import type { Buried } from '../../store/buried.ts';
import type { Clockworked } from '../../store/clockworked.ts';
import { type Change, createDocuments } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import type { At } from '../at.ts';
import { HOUSE, nextEntry, noticeOf, withEntry } from '../history.ts';
import type { PrivateRooms } from './privacy.ts';
import { type PrivacyRequest, privacyRequestShape } from './privacy-request.ts';

/** The law gives 3 x 24 hours; the owner hears of a wish that still waits after two days. */
const WARN_MS = 48 * HOUR;
const AGAIN_MS = 6 * HOUR;

/** Wishes to be forgotten, each followed until every room has done its part. */
export interface Forgetting {
  /** Starts at once; what must wait (a parcel on its way) is tried again by the clockwork. */
  forget(person: PersonId, at: At): Promise<PrivacyRequest>;
  find(code: Code): Promise<PrivacyRequest | undefined>;
  open(limit: number): Promise<readonly PrivacyRequest[]>;
  readonly clockwork: Clockworked;
}

export interface ForgettingDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly rooms: PrivateRooms;
}

/** Creates the wishes to be forgotten on a connection; a person is forgotten once no room needs them any more. */
export function createForgetting(deps: ForgettingDeps): Forgetting {
  const { clock, rooms } = deps;
  const store = createDocuments<PrivacyRequest>({
    ...deps,
    name: 'privacy_requests',
    schema: privacyRequestShape,
    indexes: [{ fields: { state: 1, askedAt: 1 } }],
    due: dueOf,
    onDue: async (request) => {
      await work(request);
    },
  });

  const work = async (request: PrivacyRequest): Promise<PrivacyRequest> => {
    const all = rooms.all();
    const needs = await Promise.all(
      all.map(async (room) => ((await room.needs?.(request.person)) ?? []).map((why) => `${room.room}: ${why}`)),
    );
    const waits = needs.flat();
    // All or nothing: half a person is of no use to anybody, and each room is asked again after a crash.
    const how = { key: keyOf('forget', request._id), waited: request.waited };
    if (waits.length === 0) for (const room of all) await room.erase(request.person, how);
    const done = waits.length === 0 ? all.map(({ room }) => room) : [];
    const saved = await store.change(request._id, (now) => ok(worked(now, done, waits, clock.now())));
    return saved.ok ? saved.value : request;
  };

  return {
    async forget(person, { key, by }) {
      const now = clock.now();
      for (let attempt = 0; ; attempt++) {
        const _id = codeOf(keyOf('forget', key), attempt);
        const history = [nextEntry([], { key, at: now, by, event: 'ask' })];
        const fresh = {
          _id,
          v: 1,
          key,
          person,
          askedAt: now,
          state: 'open',
          rooms: [],
          waits: [],
          warned: false,
          waited: false,
        } as const;
        await store.insert({ ...fresh, history });
        const there = await store.find(_id);
        if (there?.key !== key) continue;
        return there.state === 'open' ? work(there) : there;
      }
    },
    find: (code) => store.find(code),
    open: (limit) => store.many({ state: 'open' }, { sort: { askedAt: 1 }, limit }),
    clockwork: store.clockwork,
  };
}

/** When a wish is looked at again. */
function dueOf(request: PrivacyRequest): Date | undefined {
  if (request.state === 'done') return undefined;
  return new Date(request.triedAt ? request.triedAt.getTime() + AGAIN_MS : request.askedAt.getTime() + MINUTE);
}

function worked(
  request: PrivacyRequest,
  done: readonly string[],
  waits: readonly string[],
  now: Date,
): Change<PrivacyRequest> {
  if (request.state === 'done') return { type: 'unchanged' };
  const rooms = [...new Set([...request.rooms, ...done])];
  const late = now.getTime() - request.askedAt.getTime() >= WARN_MS;
  const state = waits.length === 0 ? 'done' : 'open';
  const event = state === 'done' ? 'done' : late && !request.warned ? 'late' : undefined;
  const doc = {
    ...request,
    rooms,
    waits: [...waits],
    triedAt: now,
    state,
    warned: request.warned || late,
    waited: request.waited || waits.length > 0,
  } as const;
  if (event === undefined) return { type: 'changed', doc, owes: [] };
  // key: <code>/<event>: each is told once.
  const key: Key = keyOf(request._id, event);
  const entry = nextEntry(request.history, { key, at: now, by: HOUSE, event: `privacy_${event}` });
  const whole = { ...doc, history: withEntry(request.history, entry) };
  return { type: 'changed', doc: whole, owes: [noticeOf('shop', request._id, entry)] };
}
