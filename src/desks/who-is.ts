import type { ChatState, Who } from '../chats/desk.ts';
import type { ChatId, PersonId } from '../core/ids.ts';
import type { WhoIs } from './desks.ts';

export interface WhoIsDeps {
  /** The role a chat proved, by the settings or by a code; gone as soon as it was taken away. */
  roleOf(chat: ChatId): Who | undefined;
  /** The customer behind a chat, met now if never before; the same chat is always the same person. */
  meet(chat: ChatState): Promise<PersonId>;
}

/** Creates the one who says who a chat is: never a name or a number, only what that very chat has proved. */
export function createWhoIs({ roleOf, meet }: WhoIsDeps): WhoIs {
  return {
    async prove(chat) {
      const role = roleOf(chat.id);
      if (role) return role;
      return chat.who?.desk === 'customer' ? chat.who : { desk: 'customer', id: await meet(chat) };
    },
    guess: (chat) => roleOf(chat.id)?.desk ?? 'customer',
  };
}
