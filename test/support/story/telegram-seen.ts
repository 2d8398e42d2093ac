import type { Seen as OnPhone } from '../telegram/start-telegram.ts';
import type { Seen } from './stage.ts';

/** What a story calls the messages on a Telegram phone: rows of buttons are choices, a picture and the long text under it one. */
export function onTelegram(
  said: readonly { readonly to: number; readonly seen: OnPhone }[],
  nameOf: (id: number) => string,
): readonly Seen[] {
  const shown: Seen[] = [];
  for (const { to, seen } of said) {
    const who = nameOf(to);
    const file = seen.photo ? 'foto' : seen.document?.name;
    const last = shown.at(-1);
    // A text too long to stand under its picture follows it.
    const bare = last?.who === who && last.file !== undefined && last.text === '' ? shown.pop()?.file : undefined;
    const whole = file ?? bare;
    shown.push({
      who,
      text: seen.text,
      choices: seen.buttons.flat(),
      edited: seen.edited,
      ...(whole !== undefined && { file: whole }),
    });
  }
  return shown;
}
