import { createTelegramChannel } from '../../src/channels/telegram/channel.ts';
import { startTelegram } from '../support/telegram/start-telegram.ts';
import { type ChannelDeps, type ChannelWorld, channelContract } from './channel.contract.ts';

const ANI = 7_000_000_001;

channelContract('telegram', setup);

async function setup(deps: ChannelDeps): Promise<ChannelWorld> {
  const telegram = await startTelegram();
  const channel = createTelegramChannel({
    token: telegram.token,
    apiRoot: telegram.root,
    ownerChats: [],
    menus: { customer: [], owner: [], supplier: [] },
    mode: { type: 'polling' },
    ...deps,
  });
  const ani = telegram.user(ANI, { firstName: 'Ani' });
  const at = (person: number) => ({ channel: 'telegram', account: channel.account, person: String(person) }) as const;
  return {
    channel,
    nobody: at(7_999_999_999),
    person: {
      address: at(ANI),
      says: (text) => ani.says(text),
      quotes: (ref, text) => ani.quotes({ id: Number(ref) }, text),
      taps: (ref, label) => ani.taps({ id: Number(ref) }, label),
      sendsPicture: (bytes, caption) => ani.sendsPhoto(bytes, caption),
      sees: () =>
        ani.chat.map(({ id, from, text, buttons, photo, document }) => {
          const file = photo ?? document?.bytes;
          return { ref: String(id), fromShop: from === 'bot', text, buttons: buttons.flat(), ...(file && { file }) };
        }),
    },
    faults: {
      busy: () => telegram.faults.tooMany(3, { method: 'sendMessage' }),
      broken: () => telegram.faults.add({ type: 'code', code: 500 }, { method: 'sendMessage' }),
      lost: () => telegram.faults.add({ type: 'ghost' }, { method: 'sendMessage' }),
      blocked: () => ani.blocks(),
      again: () => telegram.push({ message: telegram.updates[0]?.message }),
    },
    close: async () => await telegram.stop(),
  };
}
