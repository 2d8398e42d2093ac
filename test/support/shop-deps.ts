import type { Clock } from '../../src/core/clock.ts';
import { createLogger } from '../../src/core/logger.ts';
import { type Acts, createActs } from '../../src/store/acts.ts';
import { type Buried, createBuried } from '../../src/store/buried.ts';
import { type Claims, createClaims } from '../../src/store/claims.ts';
import { connectStore, type OpenStore, prepareStore } from '../../src/store/connect.ts';
import { createPayers, DUTY_KINDS, type Duty, type DutyKind, type Payers } from '../../src/store/duties.ts';
import { atEndOfFile } from './end-of-file.ts';
import { openTestStore } from './test-store.ts';

/** A clock whose business time stands until it is moved. */
interface StandingClock extends Clock {
  move(ms: number): Date;
  set(at: Date): void;
}

/** Creates a clock that stands at a Monday morning in Jakarta. */
function standingClock(at = new Date('2026-11-23T03:00:00Z')): StandingClock {
  let now = at;
  return {
    now: () => now,
    monotonic: () => performance.now(),
    sleep: () => Promise.resolve(),
    set: (to) => {
      now = to;
    },
    move: (ms) => {
      now = new Date(now.getTime() + ms);
      return now;
    },
  };
}

/** What a shop's room is given, on a store of its own, and what was paid so far. */
export interface ShopDeps {
  readonly connection: OpenStore['connection'];
  readonly clock: StandingClock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly claims: Claims;
  readonly acts: Acts;
  readonly log: ReturnType<typeof createLogger>;
  /** Every duty that a payer without a room of its own was given, in order. */
  readonly paid: readonly Pick<Duty, 'kind' | 'key' | 'body'>[];
  /** Makes the collections of all rooms created so far. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

// Making the collections and their indexes costs more than most tests: a file makes them once, and empties them after each test.
interface Lent {
  readonly open: OpenStore;
  /** The rooms' collections that stand already. */
  readonly made: Set<string>;
}
const free: Lent[] = [];

async function lend(): Promise<Lent> {
  const known = free.pop();
  if (known) return known;
  const store = await openTestStore();
  const open = await connectStore(store.uri, createLogger('silent'));
  atEndOfFile(async () => {
    free.splice(0);
    await open.close();
    await store.close();
  });
  return { open, made: new Set() };
}

async function giveBack(lent: Lent): Promise<void> {
  const { connection } = lent.open;
  connection.deleteModel(/./);
  for (const { collectionName } of (await connection.db?.collections()) ?? [])
    await connection.collection(collectionName).deleteMany({});
  free.push(lent);
}

/** Opens a store of its own for a test; `own` names the kinds of duties that the tested rooms pay themselves. */
export async function openShopDeps(own: readonly DutyKind[] = []): Promise<ShopDeps> {
  const log = createLogger('silent');
  const lent = await lend();
  const payers = createPayers();
  const paid: Pick<Duty, 'kind' | 'key' | 'body'>[] = [];
  for (const kind of DUTY_KINDS.filter((one) => !own.includes(one))) {
    payers.register(kind, (body, key) => {
      paid.push({ kind, key, body });
      return Promise.resolve({ type: 'paid' });
    });
  }
  const { connection } = lent.open;
  return {
    connection,
    clock: standingClock(),
    payers,
    buried: createBuried(connection),
    claims: createClaims(connection),
    acts: createActs(connection),
    log,
    paid,
    ready: async () => {
      if (Object.keys(connection.models).every((name) => lent.made.has(name))) return;
      await prepareStore(connection);
      for (const name of Object.keys(connection.models)) lent.made.add(name);
    },
    close: () => giveBack(lent),
  };
}
