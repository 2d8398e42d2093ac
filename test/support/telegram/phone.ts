import type { TgRoom } from './chats.ts';
import { type Seen, seen } from './seen.ts';
import type { TgButton, TgMessage, TgUser } from './shapes.ts';
import type { TgWorld } from './world.ts';

/** The Telegram app of one person, in the chat with the bot. */
export class Phone {
  readonly user: TgUser;
  readonly #room: TgRoom;
  readonly #world: TgWorld;

  constructor(world: TgWorld, user: TgUser) {
    this.user = user;
    this.#world = world;
    this.#room = world.chats.open(user);
  }

  /** The chat as this person sees it now: edited messages in place, deleted ones gone. */
  get chat(): readonly Seen[] {
    return [...this.#room.messages.values()].map((message) => seen(message, this.#world));
  }

  /** What the bot said, as it stands now. */
  get heard(): readonly Seen[] {
    return this.chat.filter((message) => message.from === 'bot');
  }

  get last(): Seen | undefined {
    return this.chat.at(-1);
  }

  /** Pressed Start some day before, so the bot may write; nothing of that is left to read. */
  startedBefore(): void {
    this.#room.started = true;
  }

  says(text: string): Seen {
    return this.sends({ text, ...commandEntity(text) });
  }

  quotes(message: Pick<Seen, 'id'>, text: string): Seen {
    return this.sends({ text, reply_to_message: this.#original(message.id) });
  }

  sendsPhoto(bytes: Uint8Array, caption?: string): Seen {
    return this.sends({ photo: this.#world.files.photo(Buffer.from(bytes)), ...captioned(caption) });
  }

  sendsDocument(bytes: Uint8Array, name: string, mime: string, caption?: string): Seen {
    return this.sends({ document: this.#world.files.document(Buffer.from(bytes), name, mime), ...captioned(caption) });
  }

  /** Sends 2 to 10 photos as one album; the caption stands on the first. */
  sendsAlbum(photos: readonly Uint8Array[], caption?: string): readonly Seen[] {
    const media_group_id = `album-${this.#world.album++}`;
    return photos.map((bytes, i) =>
      this.sends({
        photo: this.#world.files.photo(Buffer.from(bytes)),
        media_group_id,
        ...captioned(i === 0 ? caption : undefined),
      }),
    );
  }

  /** Sends anything else, by its field: `{ contact: {...} }`, `{ location: {...} }`, `{ voice: {...} }`. */
  sends(content: Partial<TgMessage>): Seen {
    this.#room.started = true;
    const message = this.#world.chats.post(this.#room, this.user, content);
    this.#world.updates.create({ message });
    return seen(message, this.#world);
  }

  /** A voice note; its file is read like any other. */
  sendsVoice(bytes: Uint8Array, caption?: string): Seen {
    const voice = { ...this.#world.files.any(Buffer.from(bytes), 'voice'), duration: 3, mime_type: 'audio/ogg' };
    return this.sends({ voice, ...captioned(caption) });
  }

  edits(message: Pick<Seen, 'id'>, text: string): Seen {
    const old = this.#original(message.id);
    if (old.from.id !== this.user.id) throw new Error('a person edits only what they wrote themselves');
    const content = old.text === undefined ? { caption: text } : { text };
    const edited_message = this.#world.chats.edit(this.#room, old, content);
    this.#world.updates.create({ edited_message });
    return seen(edited_message, this.#world);
  }

  /** Taps the button with this label; the button must stand on the message as it is now. */
  taps(message: Pick<Seen, 'id'>, label: string): string {
    const shown = this.#original(message.id);
    const buttons = (shown.reply_markup?.inline_keyboard ?? []).flat();
    const button = buttons.find(({ text }) => text === label);
    if (!button) {
      const labels = buttons.map(({ text }) => `[${text}]`).join(' ') || 'none';
      throw new Error(`message ${message.id} has no button [${label}]; its buttons: ${labels}`);
    }
    return this.#press(shown, button);
  }

  /** Sends a tap that no shown button stands for: one that was edited away meanwhile, or forged. */
  forgesTap(message: Pick<Seen, 'id'>, data: string): string {
    return this.#press(this.#original(message.id), { text: '', callback_data: data });
  }

  /** Blocks the bot; it hears of that too. */
  blocks(): void {
    this.#room.blocked = true;
    this.#member('member', 'kicked');
  }

  unblocks(): void {
    this.#room.blocked = false;
    this.#member('kicked', 'member');
  }

  /** The account is gone. */
  deactivates(): void {
    this.#room.deactivated = true;
  }

  deletes(message: Pick<Seen, 'id'>): void {
    this.#room.messages.delete(message.id);
  }

  #press(message: TgMessage, button: TgButton): string {
    const id = `${this.user.id}${(this.#world.nextTap++).toString().padStart(8, '0')}`;
    this.#world.taps.set(id, { id, at: this.#world.nowMs(), user: this.user.id });
    this.#world.updates.create({
      callback_query: { id, from: this.user, message, chat_instance: '-42', data: button.callback_data ?? '' },
    });
    return id;
  }

  #member(before: string, after: string): void {
    const status = (is: string) => ({ user: this.#world.bot, status: is });
    const date = Math.floor(this.#world.nowMs() / 1_000);
    this.#world.updates.create({
      my_chat_member: {
        chat: this.#room.chat,
        from: this.user,
        date,
        old_chat_member: status(before),
        new_chat_member: status(after),
      },
    });
  }

  #original(id: number): TgMessage {
    const message = this.#room.messages.get(id);
    if (!message) throw new Error(`there is no message ${id} in this chat any more`);
    return message;
  }
}

const captioned = (caption: string | undefined): Partial<TgMessage> => (caption === undefined ? {} : { caption });

// Without this entity a bot's command filters do not see a command.
function commandEntity(text: string): Partial<TgMessage> {
  const command = /^\/[a-z0-9_@]+/i.exec(text)?.[0];
  return command === undefined ? {} : { entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
}
