import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import { SECOND } from '../../core/clock.ts';
import type { Json } from '../../core/json.ts';
import type { Logger } from '../../core/logger.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { At } from '../at.ts';
import { knows, nextEntry, withEntry } from '../history.ts';
import {
  type Account,
  accountShape,
  EMPTY_PROFILE,
  type Profile,
  type ProfileFields,
  profileFields,
} from './profile.ts';
import { createSettingsStore } from './settings-store.ts';

interface BadSetting {
  readonly code: 'bad-setting';
  /** The fields that cannot be so. */
  readonly fields: readonly string[];
}

/** What the shop says of itself; read in memory, changed with a key and a trace. */
export interface Settings {
  /** The profile as last read; at most a few seconds old, after an own change at once. */
  profile(): ProfileFields;
  change(fields: Partial<ProfileFields>, at: At): Promise<Result<Profile, BadSetting>>;
  /** Adds an account or changes the one with its id; an account that orders name is never removed, only not offered. */
  putAccount(account: Account, at: At): Promise<Result<Profile, BadSetting>>;
  /** Accounts that customers may pay to now. */
  accounts(): readonly Account[];
  /** An account by its id, also one that is not offered any more. */
  account(id: string): Account | undefined;
  /** The profile with who changed what and when. */
  read(): Promise<Profile>;
  start(stop: AbortSignal): Promise<void>;
}

interface Deps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly log: Logger;
}

const REFRESH_MS = 5 * SECOND;

/** Creates the settings on a connection. */
export function createSettings({ connection, clock, log }: Deps): Settings {
  const store = createSettingsStore(connection);
  let now: ProfileFields = EMPTY_PROFILE;

  const read = async (): Promise<Profile> => {
    const profile = (await store.find()) ?? { ...EMPTY_PROFILE, _id: 'shop', v: 1, rev: 0, history: [] };
    now = profile;
    return profile;
  };

  const edit = async (
    fieldsOf: (profile: Profile) => Partial<ProfileFields>,
    { key, by }: At,
  ): Promise<Result<Profile, BadSetting>> => {
    for (;;) {
      const old = await read();
      if (knows(old.history, key)) return ok(old);
      const fields = fieldsOf(old);
      const checked = profileFields.safeParse({ ...old, ...fields });
      if (!checked.success) return err({ code: 'bad-setting', fields: checked.error.issues.map(nameOf) });
      const data = traceOf(old, fields);
      const entry = nextEntry(old.history, { key, at: clock.now(), by, event: 'change', data });
      const history = withEntry(old.history, entry);
      if (await store.save(old.rev, { ...old, ...checked.data, rev: old.rev + 1, history })) return ok(await read());
    }
  };

  return {
    profile: () => now,
    change: (fields, at) => edit(() => fields, at),
    putAccount(account, at) {
      const checked = accountShape.safeParse(account);
      if (!checked.success)
        return Promise.resolve(err({ code: 'bad-setting', fields: checked.error.issues.map(nameOf) }));
      return edit(({ accounts }) => ({ accounts: [...accounts.filter(({ id }) => id !== account.id), account] }), at);
    },
    accounts: () => now.accounts.filter(({ active }) => active),
    account: (id) => now.accounts.find((one) => one.id === id),
    read,
    async start(stop) {
      await read();
      void (async () => {
        while (!stop.aborted) {
          await clock.sleep(REFRESH_MS, stop);
          if (!stop.aborted) await read().catch((error: unknown) => log.warn({ err: error }, 'settings not read'));
        }
      })();
    },
  };
}

// What an auditor wants to see: the fields as they were and as they were set.
function traceOf(old: ProfileFields, fields: Partial<ProfileFields>): { readonly [name: string]: Json } {
  const names = (Object.keys(fields) as (keyof ProfileFields)[]).filter(
    (name) => JSON.stringify(old[name]) !== JSON.stringify(fields[name]),
  );
  const valuesOf = (whole: Partial<ProfileFields>, other: Partial<ProfileFields>) =>
    Object.fromEntries(
      names.map((name) => [name, name === 'accounts' ? without(whole, other) : (whole[name] ?? null)]),
    );
  return { fields: names, was: asJson(valuesOf(old, fields)), is: asJson(valuesOf(fields, old)) };
}

/** The accounts that are not the same in the other profile. */
const without = ({ accounts = [] }: Partial<ProfileFields>, other: Partial<ProfileFields>): readonly Account[] =>
  accounts.filter((one) => !other.accounts?.some((same) => JSON.stringify(same) === JSON.stringify(one)));

// Settings hold nothing but texts, flags and lists of them.
const asJson = (values: object): Json => JSON.parse(JSON.stringify(values));

const nameOf = ({ path }: { readonly path: readonly PropertyKey[] }): string => path.map(String).join('.');
