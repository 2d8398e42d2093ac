import type { ChatStore } from '../chats/chat-store.ts';
import type { ChatId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { Listener, Listeners } from '../notices/told.ts';
import type { Staff } from '../shop/staff/staff.ts';

/** Who listens where: owners and staff, suppliers, each in the language of their chat. */
export function createListeners(chats: ChatStore, staff: Staff, shopLanguage: Language): Listeners {
  const languageOf = async (chat: ChatId): Promise<Language> => (await chats.load(chat))?.language ?? shopLanguage;
  const listener = async (chat: ChatId): Promise<Listener> => ({ chat, language: await languageOf(chat) });
  return {
    languageOf,
    owners: () => Promise.all([...staff.chatsOf('owner'), ...staff.chatsOf('staff')].map(listener)),
    async supplier(id) {
      const [chat] = staff.chatsOf('supplier', id);
      return chat === undefined ? undefined : listener(chat);
    },
  };
}
