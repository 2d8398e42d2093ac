import type { Choice, OutMessage } from '../channels/channel.ts';
import type { Push } from '../chats/mail-document.ts';
import { HOUR } from '../core/clock.ts';
import { type Key, keyOf } from '../core/ids.ts';
import { waLink } from '../core/phone.ts';
import { say, type Texts } from '../dialogue/texts.ts';
import type { NoticeBody } from '../shop/history.ts';
import type { Paid, Payer } from '../store/duties.ts';
import { afterQuiet, type QuietHours } from './quiet-hours.ts';
import type { Status, Tell } from './status.ts';
import { tidyText } from './tidy-text.ts';
import type { Card, Listener, Listeners, Teller, Told } from './told.ts';

export interface NoticesDeps {
  readonly status: Status;
  readonly texts: Texts;
  readonly tellers: Readonly<Record<string, Teller>>;
  readonly cards: Readonly<Record<NonNullable<Tell['card']>, Card>>;
  readonly listeners: Listeners;
  readonly quiet: QuietHours;
  push(push: Push): Promise<void>;
}

/**
 * Pays the duty `notice`: looks up in `status.yaml` who is told of the entry, renders the text once in each one's language and
 * puts it into the mail. Key of each push: `<document>/<history n>/notice/<chat>`, so that paying twice tells once.
 */
export function createNoticePayer(deps: NoticesDeps): Payer {
  return async (body, key, now) => {
    const notice = body as unknown as NoticeBody;
    const tells = deps.status[notice.about]?.[notice.event] ?? [];
    if (tells.length === 0) return PAID;
    const told = await deps.tellers[notice.about]?.(notice);
    if (!told) return PAID;
    for (const [i, tell] of tells.entries()) {
      if (tell.card === undefined && told.silent?.includes(tell.to) === true) continue;
      for (const listener of await listenersOf(deps, tell, told))
        await tellOne(deps, { key, i, tell, told, listener, now });
    }
    return PAID;
  };
}

/** What stands above words that an owner passes on. */
export const PASS_ON = 'status.owner.teruskan';

const PAID: Paid = { type: 'paid' };

interface Telling {
  readonly key: Key;
  readonly i: number;
  readonly tell: Tell;
  readonly told: Told;
  readonly listener: Listener;
  readonly now: Date;
}

async function tellOne(deps: NoticesDeps, { key, i, tell, told, listener, now }: Telling): Promise<void> {
  const message = await render(deps, tell, told, listener);
  if (!message) return;
  await deps.push({
    _id: keyOf(key, listener.chat, i),
    chat: listener.chat,
    message,
    // A card has a thread of its own, so that an edited card and a told status do not wait for each other.
    thread: tell.card ? `card/${told.code}` : told.thread,
    about: told.code,
    rank: tell.rank,
    ...(tell.card && { card: true }),
    ...(tell.card && tell.edit && { edits: true }),
    ...(tell.quiet && { notBefore: afterQuiet(now, deps.quiet) }),
    ...(tell.good_hours !== undefined && { goodUntil: new Date(now.getTime() + tell.good_hours * HOUR) }),
    ...(tell.replaces !== undefined && { replaces: tell.replaces }),
  });
}

async function listenersOf(deps: NoticesDeps, tell: Tell, told: Told): Promise<readonly Listener[]> {
  switch (tell.to) {
    case 'customer':
      if (told.customer) return [{ chat: told.customer, language: await deps.listeners.languageOf(told.customer) }];
      if (told.passOn === undefined || tell.text === undefined) return [];
      return (await deps.listeners.owners()).map((owner) => ({ ...owner, passesOn: true }));
    case 'owner':
      return deps.listeners.owners();
    case 'supplier': {
      const found = await Promise.all(
        (told.suppliers ?? []).map(async (supplier) => {
          const chat = await deps.listeners.supplier(supplier);
          return chat ? [{ ...chat, supplier }] : [];
        }),
      );
      return found.flat();
    }
  }
}

async function render(
  deps: NoticesDeps,
  tell: Tell,
  told: Told,
  { language, supplier, passesOn }: Listener,
): Promise<OutMessage | undefined> {
  if (tell.card) return deps.cards[tell.card](told.code, language, tell.to);
  if (tell.text === undefined) return undefined;
  const values = told.values(language, tell.to, supplier);
  const words = tidyText(say(deps.texts, tell.text, language, values));
  if (passesOn === true) {
    const tautan = waLink(told.passOn?.phone ?? '', words);
    return { text: say(deps.texts, PASS_ON, language, { kode: told.code, isi: words, tautan }), about: told.code };
  }
  const offered = (tell.choices ?? []).filter(({ tap }) => told.offers?.(tap, tell.to) ?? true);
  const choices = offered.map(
    (choice): Choice => ({
      label: say(deps.texts, choice.label, language, values),
      tap: { verb: choice.tap, code: told.code, rev: told.rev },
      // Bare numbers belong to the talk, so without buttons a push is answered by a word with its code.
      word: `${choice.word ?? choice.tap} ${told.code}`,
      ...(choice.row !== undefined && { row: choice.row }),
    }),
  );
  return {
    text: words,
    about: told.code,
    ...(choices.length > 0 && { choices }),
    ...(tell.file && told.file && { file: told.file }),
  };
}
