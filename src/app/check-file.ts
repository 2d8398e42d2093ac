import type { CheckFile } from '../chats/media.ts';
import type { ChatId } from '../core/ids.ts';
import { createReceiveFile } from '../shop/files/receive-file.ts';
import type { Files } from '../store/files.ts';

/** Looks through what people send before it is kept; tables are taken only from chats that proved a role. */
export function createCheckFile(files: Files, hasRole: (chat: ChatId) => boolean): CheckFile {
  const receive = createReceiveFile(files);
  // The mail keeps the file until what it belongs to (a payment, a case) does.
  return (bytes, mail) => receive({ bytes, about: `mail/${mail._id}`, tables: hasRole(mail.chat) });
}
