import { bad, type TgChat, type TgMessage, TgRefusal, type TgUser } from './shapes.ts';

/** One chat as the server keeps it: message ids count per chat, so they collide between chats. */
export interface TgRoom {
  readonly chat: TgChat;
  readonly user: TgUser;
  /** Messages as they are seen now, in the order they were sent. */
  readonly messages: Map<number, TgMessage>;
  nextId: number;
  /** The person has written to the bot, so the bot may write to them. */
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
}

/** All private chats of the bot. */
export class Chats {
  /** Every message as it was sent and as it was edited, in that order. */
  readonly log: TgMessage[] = [];
  readonly #rooms = new Map<number, TgRoom>();
  readonly #seconds: () => number;

  constructor(seconds: () => number) {
    this.#seconds = seconds;
  }

  /** Opens the chat of a person, or finds it. */
  open(user: TgUser): TgRoom {
    const found = this.#rooms.get(user.id);
    if (found) return found;
    const room: TgRoom = {
      chat: { id: user.id, type: 'private', first_name: user.first_name },
      user,
      messages: new Map(),
      nextId: 1,
      started: false,
      blocked: false,
      deactivated: false,
    };
    this.#rooms.set(user.id, room);
    return room;
  }

  /** The chat that a call names, if the bot may write there. */
  writable(id: unknown): TgRoom {
    const room = this.#rooms.get(Number(id));
    if (!room) throw bad('chat not found');
    if (room.deactivated) throw new TgRefusal(403, 'Forbidden: user is deactivated');
    if (room.blocked) throw new TgRefusal(403, 'Forbidden: bot was blocked by the user');
    if (!room.started) throw new TgRefusal(403, "Forbidden: bot can't initiate conversation with a user");
    return room;
  }

  known(id: unknown): TgRoom {
    const room = this.#rooms.get(Number(id));
    if (!room) throw bad('chat not found');
    return room;
  }

  /** Adds a message to a chat. */
  post(room: TgRoom, from: TgUser, content: Partial<TgMessage>): TgMessage {
    const message: TgMessage = {
      message_id: room.nextId++,
      from,
      chat: room.chat,
      date: this.#seconds(),
      ...content,
    };
    room.messages.set(message.message_id, message);
    this.log.push(message);
    return message;
  }

  /** Puts the content of an edit in the place of the old one; no two edits of a message have the same date. */
  edit(room: TgRoom, old: TgMessage, content: Partial<TgMessage>): TgMessage {
    const edited: TgMessage = {
      ...old,
      ...content,
      edit_date: Math.max(this.#seconds(), (old.edit_date ?? 0) + 1),
    };
    room.messages.set(old.message_id, edited);
    this.log.push(edited);
    return edited;
  }
}
