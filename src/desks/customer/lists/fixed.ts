import type { List } from '../../../dialogue/action.ts';
import type { TextKey } from '../../../dialogue/flow.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { CustomerDeps } from '../deps.ts';

/** A list that is the same for everybody: values with the texts that name them. */
export const fixed =
  ({ house }: Pick<CustomerDeps, 'house'>, choices: Readonly<Record<string, TextKey>>): List =>
  ({ language }) => {
    const say = sayIn(house, language);
    return Promise.resolve(Object.entries(choices).map(([value, text]) => ({ value, label: say(text) })));
  };

/** Why a customer cancels. */
export const CANCEL_REASONS = {
  'salah-pesan': 'batal.alasan-salah-pesan',
  'berubah-pikiran': 'batal.alasan-berubah-pikiran',
  'terlalu-lama': 'batal.alasan-terlalu-lama',
  'ketemu-lain': 'batal.alasan-ketemu-lain',
  lain: 'batal.alasan-lain',
} as const;

/** What of an order can be changed. */
export const CHANGES = {
  alamat: 'ubah.apa-alamat',
  penerima: 'ubah.apa-penerima',
  telepon: 'ubah.apa-telepon',
  lainnya: 'ubah.apa-lainnya',
} as const;

/** The languages of the house. */
export const LANGUAGE_CHOICES = { id: 'bahasa.indonesia', en: 'bahasa.inggris' } as const;
