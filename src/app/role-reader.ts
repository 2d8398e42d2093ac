import type { ChatState, Who } from '../chats/desk.ts';
import type { Shop } from './build-shop.ts';

/** Reads the role that a chat has proved, in the desks' words; undefined for customers. */
export function roleReader(shop: Shop): (chat: ChatState['id']) => Who | undefined {
  return (chat) => {
    const role = shop.staff.roleOf(chat);
    if (!role) return undefined;
    return role.role === 'supplier'
      ? { desk: 'supplier', id: role.holder }
      : { desk: 'owner', id: role.holder, role: role.role };
  };
}
