import type { Connection } from 'mongoose';
import { type Clock, DAY } from '../../core/clock.ts';
import { type ChatId, codeOf, type Key, keyOf, newSecret, readCode } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Buried } from '../../store/buried.ts';
import { createDocuments, type NotFound } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import type { At } from '../at.ts';
import { nextEntry, withEntry } from '../history.ts';
import { type Invite, type InviteRefused, inviteShape, type Role } from './role.ts';

const LASTS_MS = 7 * DAY;

/** Who is invited to be what. */
interface Invitation {
  readonly role: Role;
  readonly holder: string;
  readonly name: string;
}

/** Codes by which a chat proves who it is. */
export interface Invites {
  /** Makes a code; the same key gives the same one. The code is only ever shown to who asked for it. */
  make(invitation: Invitation, at: At): Promise<Invite & { readonly text: string }>;
  /** Takes the code a chat sent: the first chat gets it, and hears the same again when its message is handled again. */
  take(text: string, chat: ChatId, key: Key): Promise<Result<Invite, InviteRefused>>;
}

interface Deps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
}

/** Creates the invitations on a connection. */
export function createInvites(deps: Deps): Invites {
  const { clock } = deps;
  const store = createDocuments<Invite>({
    ...deps,
    name: 'invites',
    schema: inviteShape,
    indexes: [],
    due: () => undefined,
  });

  return {
    async make(invitation, { key, by }) {
      const now = clock.now();
      for (let attempt = 0; ; attempt++) {
        const _id = codeOf(keyOf('invite', key), attempt);
        // The code that people see is made from its cause, so it could be guessed; the second half comes from nothing.
        const token = codeOf(keyOf(newSecret()));
        const history = [nextEntry([], { key, at: now, by, event: 'invite' })];
        const until = new Date(now.getTime() + LASTS_MS);
        await store.insert({ _id, v: 1, key, ...invitation, token, until, at: now, history });
        const there = await store.find(_id);
        if (there?.key === key) return { ...there, text: `${_id}-${there.token ?? ''}` };
      }
    },
    async take(text, chat, key) {
      const halves = text.trim().split(/[-\s]+/);
      const [id, token] = halves.length === 2 ? halves.map((half) => readCode(half)) : [];
      if (id === undefined || token === undefined) return err({ code: 'invite-unknown' });
      const now = clock.now();
      const taken = await store.change<InviteRefused>(id, (invite) => {
        if (invite.used)
          return invite.used.chat === chat && invite.used.key === key ? ok({ type: 'unchanged' }) : refused('used');
        if (invite.token !== token) return refused('unknown');
        if (invite.until <= now) return refused('expired');
        const entry = nextEntry(invite.history, { key, at: now, by: { desk: 'customer', id: chat }, event: 'use' });
        const doc = {
          ...invite,
          token: undefined,
          used: { chat, at: now, key },
          history: withEntry(invite.history, entry),
        };
        return ok({ type: 'changed', doc, owes: [] });
      });
      return taken.ok ? taken : err(unknownIfMissing(taken.error));
    },
  };
}

const refused = (why: 'used' | 'unknown' | 'expired'): Result<never, InviteRefused> => err({ code: `invite-${why}` });

const unknownIfMissing = (error: InviteRefused | NotFound): InviteRefused =>
  error.code === 'not-found' ? { code: 'invite-unknown' } : error;
