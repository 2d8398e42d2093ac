/** What travels between Telegram and a bot, as far as this loopback server speaks it. */
export interface TgUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface TgChat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly first_name?: string;
  readonly title?: string;
}

interface TgFile {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
}

export interface TgPhotoSize extends TgFile {
  readonly width: number;
  readonly height: number;
}

export interface TgDocument extends TgFile {
  readonly file_name?: string;
  readonly mime_type?: string;
}

export interface TgButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

export interface TgKeyboard {
  readonly inline_keyboard: readonly (readonly TgButton[])[];
}

export interface TgMessage {
  readonly message_id: number;
  readonly from: TgUser;
  readonly chat: TgChat;
  /** Seconds. */
  readonly date: number;
  readonly edit_date?: number;
  readonly text?: string;
  readonly caption?: string;
  readonly photo?: readonly TgPhotoSize[];
  readonly document?: TgDocument;
  readonly entities?: readonly object[];
  readonly reply_markup?: TgKeyboard;
  readonly reply_to_message?: TgMessage;
  readonly media_group_id?: string;
  /** Whatever else a message may hold: sticker, contact, location, voice. */
  readonly [field: string]: unknown;
}

interface TgCallback {
  readonly id: string;
  readonly from: TgUser;
  readonly message: TgMessage;
  readonly chat_instance: string;
  readonly data: string;
}

export interface TgUpdate {
  readonly update_id: number;
  readonly message?: TgMessage;
  readonly edited_message?: TgMessage;
  readonly callback_query?: TgCallback;
  readonly [kind: string]: unknown;
}

/** A file that came as a part of a form. */
export interface Upload {
  readonly bytes: Buffer;
  readonly name: string;
  readonly mime: string;
}

/** The parameters of one call, JSON parts decoded; what was uploaded stands under the name of its part. */
export interface Params {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** One call of the bot, in the order of arrival. */
export interface Call {
  readonly method: string;
  /** The fields as they came; uploads are named `attach://...` and described in `uploads`. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly uploads: readonly { readonly part: string; readonly name: string; readonly size: number }[];
  readonly at: number;
  /** What the bot was told: `ok`, an HTTP code, or how the line broke; undefined while it is being answered. */
  answer?: 'ok' | number | 'reset' | 'ghost' | 'cut' | 'gone';
}

/** The refusal of a call, answered as Telegram does. */
export class TgRefusal extends Error {
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;
  constructor(code: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** `Bad Request: <what>`. */
export const bad = (what: string, parameters?: Readonly<Record<string, number>>): TgRefusal =>
  new TgRefusal(400, `Bad Request: ${what}`, parameters);

/** A field of a form or of JSON as text. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
