import { createHash } from 'node:crypto';
import type { ChatId } from '../core/ids.ts';

/** How many parts the chats of a shared account are dealt out in. */
export const SLOTS = 64;

/** The slot of a chat: the same on every machine. */
export const slotOf = (chat: ChatId): number => (createHash('sha1').update(chat).digest()[0] ?? 0) % SLOTS;
