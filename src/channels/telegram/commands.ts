import type { Language } from '../../core/language.ts';
import type { Logger } from '../../core/logger.ts';
import type { OutMessage } from '../channel.ts';
import { type Line, within } from './line.ts';
import { problemOf } from './outcome.ts';

type MenuName = NonNullable<OutMessage['menu']>;

/** A command in the menu beside the text field, without its slash. */
interface MenuEntry {
  readonly command: string;
  readonly description: Readonly<Record<Language, string>>;
}

/** The commands each kind of person sees. */
export type Menus = Readonly<Record<MenuName, readonly MenuEntry[]>>;

const MENU_MS = 8_000;
const REMEMBERED = 10_000;

/** Shows each chat the commands that are of use in it: the customer's everywhere, the owner's and supplier's by chat. */
export interface CommandMenus {
  /** From now on menus are set, until `stop`. */
  open(stop: AbortSignal): void;
  /** Sets the menu of everybody who has none of their own. */
  showEverybody(): void;
  /** Sets the menu of one chat, once; nobody waits for it, a menu is not worth a message. */
  show(chat: string, menu: MenuName): void;
  /** Resolves when no menu is on its way any more. */
  idle(): Promise<void>;
}

type Scope = { readonly type: 'all_private_chats' } | { readonly type: 'chat'; readonly chat_id: number };

export function createCommandMenus({ line, menus, log }: { line: Line; menus: Menus; log: Logger }): CommandMenus {
  const shown = new Map<string, MenuName>();
  const running = new Set<Promise<void>>();
  let until: AbortSignal | undefined;
  return {
    open: (stop) => {
      until = stop;
    },
    showEverybody: () => track(set({ type: 'all_private_chats' }, 'customer')),
    show: (chat, menu) => {
      if (shown.get(chat) === menu) return;
      if (shown.size >= REMEMBERED) shown.clear();
      shown.set(chat, menu);
      track(showChat(chat, menu));
    },
    idle: async () => {
      await Promise.all(running);
    },
  };

  function track(work: Promise<unknown>): void {
    const tracked = work.then(() => {
      running.delete(tracked);
    });
    running.add(tracked);
  }

  // A chat that never wrote is not there yet; it gets its menu when it writes.
  async function showChat(chat: string, menu: MenuName): Promise<void> {
    if (!(await set({ type: 'chat', chat_id: Number(chat) }, menu))) shown.delete(chat);
  }

  async function set(scope: Scope, menu: MenuName): Promise<boolean> {
    try {
      await within(MENU_MS, until, async (limit) => {
        const api = line.api(limit);
        await api.setMyCommands(entries(menus[menu], 'id'), { scope });
        await api.setMyCommands(entries(menus[menu], 'en'), { scope, language_code: 'en' });
      });
      return true;
    } catch (error) {
      log.info({ menu, problem: problemOf(error) }, 'a command menu was not set');
      return false;
    }
  }
}

const entries = (menu: readonly MenuEntry[], language: Language) =>
  menu.map(({ command, description }) => ({ command, description: description[language] }));
