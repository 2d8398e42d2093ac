import { z } from 'zod';
import { foldText } from '../../../../core/text.ts';
import type { Action } from '../../../../dialogue/action.ts';
import type { Account } from '../../../../shop/settings/profile.ts';
import { byOwner } from '../../by-owner.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { isWallet } from './bank-digits.ts';

const input = z.object({ bank: z.string(), nomor: z.string(), nama: z.string() });
type Deps = Pick<OwnerShopDeps, 'settings' | 'staff'>;

/** Adds an account; the same number again is the same account, offered anew. */
export const addAccount = ({ settings, staff }: Deps): Action<z.infer<typeof input>, 'done' | 'refused'> => ({
  name: 'add-account',
  kind: 'acts',
  input,
  outcomes: ['done', 'refused'],
  async run({ bank, nomor, nama }, at) {
    const { accounts } = await settings.read();
    const id = accounts.find((one) => one.number === nomor)?.id ?? idFor(bank, accounts);
    const account: Account = {
      id,
      bank,
      number: nomor,
      holder: nama,
      kind: isWallet(bank) ? 'ewallet' : 'bank',
      active: true,
    };
    const put = await settings.putAccount(account, { key: at.key, by: byOwner(staff, at) });
    if (!put.ok) return { outcome: 'refused', lines: [{ text: 'toko.rekening.tidak-bisa' }] };
    return { outcome: 'done', lines: [{ text: 'toko.rekening.ditambah', with: { bank, nomor, nama } }] };
  },
});

/** `bca-2`: short and lasting, because orders and their unique amounts name it. */
function idFor(bank: string, accounts: readonly Account[]): string {
  const name =
    foldText(bank)
      .replaceAll(' ', '')
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 14) || 'bank';
  for (let n = 1; ; n++) {
    const id = `${name}-${n}`;
    if (!accounts.some((one) => one.id === id)) return id;
  }
}
