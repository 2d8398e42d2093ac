import type { Connection } from 'mongoose';
import { modelOf, rawOf } from '../../store/model.ts';
import { isDuplicateKey } from '../../store/store-errors.ts';
import { withoutUndefined } from '../../store/without-undefined.ts';
import { type Profile, profileShape } from './profile.ts';

export interface SettingsStore {
  find(): Promise<Profile | undefined>;
  /** Saves over the number that was read; false when somebody else saved first. */
  save(rev: number, profile: Profile): Promise<boolean>;
}

/** Creates the settings' collection on a connection. */
export function createSettingsStore(connection: Connection): SettingsStore {
  const model = modelOf<Profile>(connection, 'settings', profileShape, []);
  return {
    async find() {
      const raw = await model.findById('shop').lean().exec();
      return raw ? profileShape.parse(raw) : undefined;
    },
    async save(rev, profile) {
      const { _id, ...fields } = withoutUndefined(profile);
      if (rev > 0) return (await rawOf(model).updateOne({ _id, rev }, { $set: fields })).matchedCount === 1;
      try {
        await rawOf(model).insertOne({ _id, ...fields });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
}
