import type { Channel } from '../channels/channel.ts';
import type { Chats } from '../chats/chats.ts';
import { withDeadline } from '../core/deadline.ts';
import type { Language } from '../core/language.ts';
import type { HouseWords } from '../notices/house-words.ts';
import type { HealthReport } from '../web/health.ts';
import type { Metric } from '../web/metrics.ts';
import { readBoard } from './board.ts';
import type { Shop } from './build-shop.ts';
import type { House } from './open-house.ts';

export interface WebPortsParts {
  readonly house: House;
  readonly shop: Shop;
  readonly chats: Chats;
  readonly channels: readonly Channel[];
  readonly words: HouseWords;
  readonly language: Language;
}

const LOOK_MS = 2_000;

/** What the web room is told of the house. */
export function webPorts({ house, shop, chats, channels, words, language }: WebPortsParts) {
  async function storeHealth(): Promise<HealthReport['store']> {
    try {
      await withDeadline('a look at the store', LOOK_MS, Promise.resolve(house.connection.db?.command({ ping: 1 })));
      return { up: house.connection.readyState === 1, detail: house.alone ? 'embedded' : 'mongodb' };
    } catch {
      return { up: false, detail: 'the store does not answer' };
    }
  }

  return {
    async health(): Promise<HealthReport> {
      const store = await storeHealth();
      const known = channels.map((channel) => ({ name: channel.name, account: channel.account, ...channel.health() }));
      return { up: store.up, store, channels: known, lanes: [{ name: 'all', open: chats.backlog() }] };
    },
    async metrics(): Promise<readonly Metric[]> {
      const gauge = (name: string, help: string, value: number): Metric => ({
        name,
        help,
        type: 'gauge',
        samples: [{ value }],
      });
      return [
        gauge('pesan_open_mail', 'Messages and pushes that wait in this process.', chats.backlog()),
        gauge('pesan_store_up', '1 while the store answers.', (await storeHealth()).up ? 1 : 0),
        {
          name: 'pesan_channel_up',
          help: '1 while a channel is connected.',
          type: 'gauge',
          samples: channels.map((channel) => ({
            labels: { channel: channel.name },
            value: channel.health().up ? 1 : 0,
          })),
        },
        gauge('process_resident_memory_bytes', 'Resident memory.', process.memoryUsage.rss()),
      ];
    },
    board: () => readBoard(shop.orders, words, language),
  };
}
