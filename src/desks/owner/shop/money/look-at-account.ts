import { z } from 'zod';
import type { Action } from '../../../../dialogue/action.ts';
import { withProblems } from '../../../../dialogue/problems.ts';
import type { Problem } from '../../../../dialogue/talk.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { digitsOf, isWallet } from './bank-digits.ts';

const input = z.object({
  bank: z.string(),
  nomor: z.string(),
  nama: z.string(),
  accepted: z.array(z.string()).optional(),
});
type Deps = Pick<OwnerShopDeps, 'settings' | 'house'>;

/** Looks at a new account: a number of another length than the bank's is asked about, never refused. */
export const lookAtAccount = (deps: Deps): Action<z.infer<typeof input>, 'fine' | 'problems'> => ({
  name: 'look-at-account',
  kind: 'looks',
  input,
  outcomes: ['fine', 'problems'],
  run({ bank, nomor }, { language }) {
    const label = sayIn(deps.house, language)('toko.rekening.tombol-tetap');
    const choices = [{ value: 'accept', label }];
    const digits = digitsOf(bank);
    const problems: Problem[] = [];
    if (digits && !digits.includes(nomor.length)) {
      const values = { bank, nomor, jumlah: nomor.length, biasanya: digits.join(' / ') };
      problems.push({ field: 'nomor', text: 'toko.rekening.panjang-lain', with: values, choices });
    }
    if (isWallet(bank) && !/^(?:08|628)\d{7,11}$/.test(nomor))
      problems.push({ field: 'nomor', text: 'toko.rekening.bukan-hp', with: { bank, nomor }, choices });
    const there = deps.settings.profile().accounts.find((one) => one.number === nomor && one.active);
    if (there)
      problems.push({ field: 'nomor', text: 'toko.rekening.sudah-ada', with: { bank: there.bank, nomor }, choices });
    return Promise.resolve(
      problems.length > 0 ? { outcome: 'problems', data: withProblems(problems) } : { outcome: 'fine' },
    );
  },
});
