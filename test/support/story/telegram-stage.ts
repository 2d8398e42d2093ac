import { MENUS } from '../../../src/app/menus.ts';
import { createTelegramChannel } from '../../../src/channels/telegram/channel.ts';
import { asChatId, type ChatId } from '../../../src/core/ids.ts';
import { type Phone, startTelegram } from '../telegram/start-telegram.ts';
import { bindSuppliers } from './bind-suppliers.ts';
import { anAlbum, aPhoto, aVoiceNote } from './files.ts';
import { isLabel, nameOf, ODD_KINDS, type Stage } from './stage.ts';
import { onTelegram } from './telegram-seen.ts';
import { startWorld } from './world.ts';

const OWNER = 'pemilik';
const SETTLE_MS = 3;
const FIRST_ID = 7_000_000_001;

/** A stage over the Bot API: the real channel polls a loopback Telegram, people hold phones of it. */
export async function telegramStage(options: { clock: Date; language: 'id' | 'en' }): Promise<Stage> {
  let now = options.clock;
  const telegram = await startTelegram({ nowMs: () => now.getTime() });
  const account = telegram.token.split(':')[0] ?? '';
  const names = [OWNER];

  const phoneOf = (who: string): Phone => {
    if (!names.includes(who)) names.push(who);
    return telegram.user(FIRST_ID + names.indexOf(who), { firstName: nameOf(who), lang: options.language });
  };
  const chatOf = (who: string): ChatId => {
    // Who is told without having written wrote some day before.
    const phone = phoneOf(who);
    phone.startedBefore();
    return asChatId(`telegram/${account}/${phone.user.id}`);
  };

  const world = await startWorld({
    ...options,
    owners: [chatOf(OWNER)],
    channels: ({ clock, log, readFile }) => [
      createTelegramChannel({
        token: telegram.token,
        apiRoot: telegram.root,
        ownerChats: [String(phoneOf(OWNER).user.id)],
        menus: MENUS,
        mode: { type: 'polling' },
        clock,
        log,
        readFile,
      }),
    ],
    onItsWay: () => telegram.pending() > 0 || !telegram.polled(),
    settleMs: SETTLE_MS,
  });
  await bindSuppliers(world.app, chatOf);
  await world.idle();
  let heardTo = telegram.said().length;

  const messageWith = (who: string, label: string, old: boolean) => {
    const having = phoneOf(who).heard.filter(({ buttons }) => buttons.flat().some((shown) => isLabel(label, shown)));
    const message = old ? having[0] : having.at(-1);
    const button = message?.buttons.flat().find((shown) => isLabel(label, shown));
    if (!message || button === undefined) throw new Error(`${who} sees no [${label}]`);
    return { message, button };
  };

  return {
    name: 'telegram',
    edits: true,
    async say(who, text) {
      phoneOf(who).says(text);
    },
    async tap(who, label, old) {
      const { message, button } = messageWith(who, label, old);
      phoneOf(who).taps(message, button);
    },
    async send(who, what, caption) {
      const phone = phoneOf(who);
      const [kind = '', detail] = what.split(' ');
      const words = caption === '' ? undefined : caption;
      switch (kind) {
        case 'foto':
          return void phone.sendsPhoto(await aPhoto(detail ?? `${telegram.said().length}`), words);
        case 'album':
          return void phone.sendsAlbum(await anAlbum(Number(detail)), words);
        case 'suara':
          return void phone.sendsVoice(aVoiceNote(), words);
        case 'lokasi':
          return void phone.sends({ location: { latitude: -6.2, longitude: 106.8 } });
        case 'terusan':
          return void phone.sends({ text: caption.replaceAll('\\n', '\n'), forward_origin: { type: 'hidden_user' } });
        case 'lagi':
          return void telegram.push({
            message: telegram.updates.findLast((one) => one.message?.from === phone.user)?.message,
          });
        case 'rusak':
          // Telegram itself looks at photos; what is none travels only as a file.
          return void phone.sendsDocument(new TextEncoder().encode('bukan gambar'), 'bukti.jpg', 'image/jpeg', words);
        default:
          return void phone.sends({ [ODD_KINDS[kind] ?? kind]: {} });
      }
    },
    async quote(who, words, text) {
      const quoted = phoneOf(who).heard.findLast((one) => one.text.includes(words));
      if (!quoted) throw new Error(`${who} sees no message with "${words}"`);
      phoneOf(who).quotes(quoted, text);
    },
    heard() {
      const said = telegram.said();
      const fresh = said.slice(heardTo);
      heardTo = said.length;
      return onTelegram(fresh, (id) => names[id - FIRST_ID] ?? String(id));
    },
    later: async (ms) => {
      now = new Date(now.getTime() + ms);
      await world.later(ms);
    },
    restart: () => world.restart(),
    idle: () => world.idle(),
    close: async () => {
      await world.close();
      await telegram.stop();
    },
  };
}
