import { addressOf } from '../channels/channel.ts';
import type { Decision, Turn, Who } from '../chats/desk.ts';
import type { Language } from '../core/language.ts';
import { say, type Texts } from '../dialogue/texts.ts';
import type { Staff } from '../shop/staff/staff.ts';
import type { Tries } from '../store/tries.ts';

export interface ProveRoleDeps {
  readonly staff: Pick<Staff, 'redeem' | 'roleOf'>;
  readonly tries: Tries;
  readonly texts: Texts;
  readonly language: Language;
  /** Who a chat is after it proved a role. */
  whoIs(chat: Turn['chat']['id']): Who | undefined;
}

/** Two codes with a dash between, alone or behind the link that brings them. */
const ROLE_CODE = /^(?:\/start r_)?([2-9A-Z]{6}-[2-9A-Z]{6})$/i;
const MOST_TRIES = 10;

/**
 * Answers what a chat says of itself: a code makes it staff or a supplier, `/id` tells the number that the settings want.
 * Undefined when it says neither. The code is taken under the message's own key, so a repeated turn hears the same again.
 */
export function createProveRole(deps: ProveRoleDeps): (turn: Turn) => Promise<Decision | undefined> {
  return async ({ chat, run, now }) => {
    const [mail] = run;
    if (mail?.body.type !== 'text' || mail.by !== 'person') return undefined;
    const words = mail.body.text.trim();
    const tell = (key: string, values = {}): string => say(deps.texts, key, chat.language ?? deps.language, values);
    const stay = { talk: chat.talk, shown: chat.shown };
    if (words === '/id')
      return { ...stay, answers: [{ text: tell('house.id', { nomor: addressOf(chat.id).person }) }] };

    const code = ROLE_CODE.exec(words)?.[1];
    if (code === undefined) return undefined;
    if (!(await deps.tries.allow('role-code', chat.id, mail._id, MOST_TRIES, now)))
      return { ...stay, answers: [{ text: tell('house.kode-terlalu-sering') }] };
    const taken = await deps.staff.redeem(code, chat.id, mail._id);
    if (!taken.ok) return { ...stay, answers: [{ text: tell(`house.${taken.error.code}`) }] };
    const who = deps.whoIs(chat.id);
    if (!who) return { ...stay, answers: [{ text: tell('house.invite-unknown') }] };
    const menu = who.desk === 'supplier' ? 'supplier' : 'owner';
    // What was being talked about as a customer ends here: another desk answers from now on.
    return {
      talk: [],
      shown: [],
      who,
      answers: [{ text: tell(`house.peran-${menu}`, { nama: taken.value.name }), menu }],
    };
  };
}
