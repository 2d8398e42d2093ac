import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { LineChoice } from '../../../dialogue/talk.ts';

const input = z.object({ text: z.string() });

/** Shows what can be done here, under the words that the flow names. */
export const showMenu: Action<z.infer<typeof input>, 'shown'> = {
  name: 'show-menu',
  kind: 'looks',
  input,
  outcomes: ['shown'],
  run: ({ text }) => Promise.resolve({ outcome: 'shown', lines: [{ text, choices: MENU }] }),
};

/** The code of a button that is about no document; a word of the house, so that no question takes it for an answer. */
export const NO_CODE = 'menu';

/** The verb of each choice of the menu is the door of its flow; its text is `menu.<verb>`. */
export const MENU_VERBS = ['katalog', 'pesan', 'status', 'bukti', 'ongkir', 'komplain', 'lagi', 'cs'] as const;

const MENU: readonly LineChoice[] = MENU_VERBS.map((verb, i) => ({
  label: { text: `menu.${verb}` },
  tap: { verb, code: NO_CODE },
  row: Math.floor(i / 2),
}));
