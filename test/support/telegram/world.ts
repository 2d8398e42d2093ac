import { Chats } from './chats.ts';
import { Files } from './files.ts';
import type { TgUser } from './shapes.ts';
import { Updates } from './updates.ts';

/** A tap as the server remembers it. */
export interface TapMade {
  readonly id: string;
  readonly at: number;
  readonly user: number;
  /** What the bot answered it with, once it did. */
  answer?: { readonly text?: string };
}

/** Commands shown in the menu of one scope and language. */
export type Menu = readonly { readonly command: string; readonly description: string }[];

/** Everything that one server knows. */
export interface TgWorld {
  readonly bot: TgUser;
  readonly chats: Chats;
  readonly files: Files;
  readonly updates: Updates;
  readonly taps: Map<string, TapMade>;
  /** Menus by `<scope>/<language>`: `all_private_chats/`, `chat:7000000001/en`. */
  readonly menus: Map<string, Menu>;
  /** Groups that the bot has left. */
  readonly left: number[];
  readonly nowMs: () => number;
  nextTap: number;
  album: number;
}

export function createWorld(token: string, nowMs: () => number): TgWorld {
  return {
    bot: { id: Number(token.split(':')[0]), is_bot: true, first_name: 'Toko', username: 'toko_bot' },
    chats: new Chats(() => Math.floor(nowMs() / 1_000)),
    files: new Files(),
    updates: new Updates(nowMs),
    taps: new Map(),
    menus: new Map(),
    left: [],
    nowMs,
    nextTap: 1,
    album: 1,
  };
}
