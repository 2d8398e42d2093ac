import { z } from 'zod';
import type { Action } from '../../../../dialogue/action.ts';
import type { LineChoice } from '../../../../dialogue/talk.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import type { Account } from '../../../../shop/settings/profile.ts';
import type { OwnerShopDeps } from '../deps.ts';

const input = z.object({});
type Deps = Pick<OwnerShopDeps, 'settings' | 'house'>;

/** Shows the accounts on which the shop receives money, those that are not offered too. */
export const showAccounts = ({ settings, house }: Deps): Action<z.infer<typeof input>, 'shown'> => ({
  name: 'show-accounts',
  kind: 'looks',
  input,
  outcomes: ['shown'],
  run(_, { language }) {
    const say = sayIn(house, language);
    const { accounts } = settings.profile();
    const isi = accounts
      .map((one) => say(one.active ? 'toko.rekening.baris' : 'toko.rekening.baris-mati', { ...accountWords(one) }))
      .join('\n');
    const choices = [...accounts.map(switchChoice), NEW_ACCOUNT];
    const line =
      accounts.length === 0
        ? { text: 'toko.rekening.kosong', choices }
        : { text: 'toko.rekening.daftar', with: { isi }, choices };
    return Promise.resolve({ outcome: 'shown', lines: [line] });
  },
});

/** The words of an account, for texts. */
export const accountWords = ({ bank, number, holder }: Account) => ({ bank, nomor: number, nama: holder });

const switchChoice = ({ id, bank, number, active }: Account): LineChoice => ({
  label: {
    text: active ? 'toko.rekening.tombol-mati' : 'toko.rekening.tombol-nyala',
    with: { bank, akhir: number.slice(-4) },
  },
  tap: { verb: active ? 'matikan-rekening' : 'nyalakan-rekening', code: id },
});

const NEW_ACCOUNT: LineChoice = {
  label: { text: 'toko.rekening.tombol-baru' },
  tap: { verb: 'rekening-baru', code: '-' },
};
