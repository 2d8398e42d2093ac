import type { Connection } from 'mongoose';
import { type Clock, SECOND } from '../../core/clock.ts';
import { type ChatId, codeOf, type Key, keyOf } from '../../core/ids.ts';
import type { Logger } from '../../core/logger.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Buried } from '../../store/buried.ts';
import { createDocuments, type NotFound } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import type { At } from '../at.ts';
import { knows, nextEntry, withEntry } from '../history.ts';
import { createInvites, type Invites } from './invites.ts';
import { type Binding, bindingShape, type InviteRefused, type Role } from './role.ts';

/** Who a chat is, by proof. */
interface RoleOf {
  readonly role: Role;
  readonly holder: string;
  readonly name: string;
}

/** Owner, staff and suppliers: chats that proved it. Kept in memory, so that asking costs nothing on every message. */
export interface Staff {
  /** A removal made here is effective at once, one made on another machine within seconds. */
  roleOf(chat: ChatId): RoleOf | undefined;
  /** Chats that may be written to for a role: the owner's, all staff's, one supplier's. */
  chatsOf(role: Role, holder?: string): readonly ChatId[];
  all(): readonly Binding[];
  readonly invite: Invites['make'];
  /** The code that a chat sent makes it what the code says. */
  redeem(text: string, chat: ChatId, key: Key): Promise<Result<RoleOf, InviteRefused>>;
  remove(chat: ChatId, at: At): Promise<Result<Binding, NotFound>>;
  refresh(): Promise<void>;
  start(stop: AbortSignal): Promise<void>;
}

export interface StaffDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly log: Logger;
  /** Chats that the settings name as the owner's; they cannot be removed from a chat. */
  readonly owners: readonly ChatId[];
}

const REFRESH_MS = 3 * SECOND;

/** Creates the roles on a connection. */
export function createStaff(deps: StaffDeps): Staff {
  const { clock, log, owners } = deps;
  const invites = createInvites(deps);
  const store = createDocuments<Binding>({
    ...deps,
    name: 'roles',
    schema: bindingShape,
    indexes: [],
    due: () => undefined,
  });
  let known: ReadonlyMap<ChatId, Binding> = new Map();
  const refresh = async (): Promise<void> => {
    known = new Map((await store.many({})).map((one) => [one._id, one]));
  };

  const bind = async (chat: ChatId, role: RoleOf, at: At): Promise<void> => {
    const now = clock.now();
    const entry = nextEntry([], { key: at.key, at: now, by: at.by, event: 'bind', data: { ...role } });
    const fresh = { _id: chat, v: 1, ...role, active: true, at: now, history: [entry] };
    if ((await store.insert(fresh)) === 'inserted') return;
    await store.change(chat, (binding) => {
      if (knows(binding.history, at.key)) return ok({ type: 'unchanged' });
      const again = nextEntry(binding.history, { key: at.key, at: now, by: at.by, event: 'bind', data: { ...role } });
      const doc = { ...binding, ...role, active: true, history: withEntry(binding.history, again) };
      return ok({ type: 'changed', doc, owes: [] });
    });
  };

  return {
    roleOf(chat) {
      if (owners.includes(chat)) return { role: 'owner', holder: 'owner', name: '' };
      const binding = known.get(chat);
      return binding?.active === true ? { role: binding.role, holder: binding.holder, name: binding.name } : undefined;
    },
    chatsOf(role, holder) {
      const bound = [...known.values()].filter(
        (one) => one.active && one.role === role && (holder === undefined || one.holder === holder),
      );
      const set = role === 'owner' ? owners : [];
      return [...new Set([...set, ...bound.map((one) => one._id)])];
    },
    all: () => [...known.values()],
    invite: (invitation, at) => {
      // Who is staff gets an id of its own with the invitation; a supplier has one already.
      const holder = invitation.holder || codeOf(keyOf('staff', at.key));
      return invites.make({ ...invitation, holder }, at);
    },
    async redeem(text, chat, key) {
      const taken = await invites.take(text, chat, key);
      if (!taken.ok) return taken;
      const { role, holder, name } = taken.value;
      await bind(chat, { role, holder, name }, { key, by: { desk: 'customer', id: chat } });
      await refresh();
      return ok({ role, holder, name });
    },
    async remove(chat, { key, by }) {
      if (!known.has(chat)) await refresh();
      const now = clock.now();
      const done = await store.change<NotFound>(chat, (binding) => {
        if (!binding.active || knows(binding.history, key)) return ok({ type: 'unchanged' });
        const entry = nextEntry(binding.history, { key, at: now, by, event: 'remove' });
        const doc = { ...binding, active: false, history: withEntry(binding.history, entry) };
        return ok({ type: 'changed', doc, owes: [] });
      });
      await refresh();
      return done.ok ? done : err({ code: 'not-found' });
    },
    refresh,
    async start(stop) {
      await refresh();
      void (async () => {
        while (!stop.aborted) {
          await clock.sleep(REFRESH_MS, stop);
          if (!stop.aborted) await refresh().catch((error: unknown) => log.warn({ err: error }, 'roles not read'));
        }
      })();
    },
  };
}
