import { z } from 'zod';
import type { Action, List } from '../../../../dialogue/action.ts';
import { byOwner } from '../../by-owner.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { accountWords } from './show-accounts.ts';

const input = z.object({ rekening: z.string(), pakai: z.enum(['ya', 'tidak']) });
type Deps = Pick<OwnerShopDeps, 'settings' | 'staff'>;

/** Offers an account to customers, or does so no more; orders that name it are still paid to it. */
export const switchAccount = ({ settings, staff }: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'switch-account',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ rekening, pakai }, at) {
    const { accounts } = await settings.read();
    const account = accounts.find(({ id }) => id === rekening);
    if (!account) return { outcome: 'refused', lines: [{ text: 'toko.rekening.tidak-ada' }] };
    const active = pakai === 'ya';
    const put = await settings.putAccount({ ...account, active }, { key: at.key, by: byOwner(staff, at) });
    if (!put.ok) return { outcome: 'refused', lines: [{ text: 'toko.rekening.tidak-bisa' }] };
    const text = active
      ? 'toko.rekening.nyala'
      : put.value.accounts.some((one) => one.active)
        ? 'toko.rekening.mati'
        : 'toko.rekening.mati-semua';
    return { outcome: 'done', lines: [{ text, with: accountWords(account) }] };
  },
});

/** The accounts that are offered now, or those that are not. */
export const accountsThat =
  ({ settings }: Pick<Deps, 'settings'>, active: boolean): List =>
  () =>
    Promise.resolve(
      settings
        .profile()
        .accounts.filter((one) => one.active === active)
        .map((one) => ({ value: one.id, label: `${one.bank} ${one.number}`, words: [one.bank, one.number] })),
    );
