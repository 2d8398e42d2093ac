import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { LineChoice } from '../../../dialogue/talk.ts';
import { sayIn } from '../../../notices/house-words.ts';
import type { OwnerDeps } from '../deps.ts';

const input = z.object({});
type Deps = Pick<OwnerDeps, 'house'>;

/** What the menu offers, a verb a button. */
const MENU: readonly (readonly string[])[] = [
  ['kerja', 'pesanan'],
  ['pesan-untuk', 'cari'],
  ['hari', 'produk'],
  ['pemasok', 'rekening'],
  ['staf', 'ekspor'],
  ['impor'],
];

/** The owner's menu: everything that can be begun, without knowing a command. */
export const showMenu = ({ house }: Deps): Action<z.infer<typeof input>, 'shown'> => ({
  name: 'show-menu',
  kind: 'looks',
  input,
  outcomes: ['shown'],
  run(_, { language }) {
    const say = sayIn(house, language);
    const choices = MENU.flatMap((row, i) =>
      row.map(
        (verb): LineChoice => ({ label: { words: say(`owner.menu-${verb}`) }, tap: { verb, code: '-' }, row: i }),
      ),
    );
    return Promise.resolve({ outcome: 'shown', lines: [{ text: 'owner.menu', choices }] });
  },
});

/** All commands with what they are for; each is also a button somewhere. */
export const showHelp: Action<z.infer<typeof input>, 'shown'> = {
  name: 'show-help',
  kind: 'looks',
  input,
  outcomes: ['shown'],
  run: () => Promise.resolve({ outcome: 'shown', lines: [{ text: 'owner.bantuan' }] }),
};
