import type { Channel, ReadFile } from '../channels/channel.ts';
import type { PhoneMedia } from '../channels/simulator/phones.ts';
import { createPhoneStore } from '../channels/simulator/phones-store.ts';
import { createSimulatorChannel, type SimulatorChannel } from '../channels/simulator/simulator.ts';
import { createTelegramChannel, type TelegramChannel } from '../channels/telegram/channel.ts';
import type { Config } from '../config.ts';
import { asFileId } from '../core/ids.ts';
import { MENUS } from './menus.ts';
import type { House } from './open-house.ts';

/** The channels that the settings switch on. */
export interface Channels {
  readonly all: readonly Channel[];
  readonly simulator?: { readonly channel: SimulatorChannel; readonly media: PhoneMedia };
  readonly telegram?: TelegramChannel;
}

/** Creates the channels that the settings switch on; nothing is connected yet. */
export function buildChannels(config: Config, house: House, suppliers: readonly string[]): Channels {
  const { clock, log, files } = house;
  const readFile: ReadFile = (id) => files.read(id);
  const simulator = config.simulator.on ? buildSimulator(house, suppliers) : undefined;
  const telegram =
    config.telegram &&
    createTelegramChannel({
      token: config.telegram.token,
      ...(config.telegram.apiRoot !== undefined && { apiRoot: config.telegram.apiRoot }),
      ownerChats: config.telegram.ownerIds,
      menus: MENUS,
      mode: config.telegram.webhook ? { type: 'webhook', ...config.telegram.webhook } : { type: 'polling' },
      readFile,
      clock,
      log,
    });
  return {
    all: [simulator?.channel, telegram].filter((channel) => channel !== undefined),
    ...(simulator && { simulator }),
    ...(telegram && { telegram }),
  };
}

function buildSimulator({ connection, clock, log, files }: House, suppliers: readonly string[]) {
  const media: PhoneMedia = {
    put: async (bytes, mime) => files.put(bytes, { mime, name: 'halaman', about: ['simulator/phones'] }),
    get: async (id) => {
      const file = await files.find(asFileId(id));
      const bytes = file && (await files.read(file.id));
      return file && bytes ? { bytes, mime: file.mime } : undefined;
    },
  };
  const channel = createSimulatorChannel({ phones: createPhoneStore(connection), media, clock, log, suppliers });
  return { channel, media };
}
