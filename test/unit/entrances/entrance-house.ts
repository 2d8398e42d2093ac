import type { InBody, OutMessage } from '../../../src/channels/channel.ts';
import { asChatId, asKey } from '../../../src/core/ids.ts';
import { createLogger } from '../../../src/core/logger.ts';
import { StoryPlatform } from '../../support/story/story-platform.ts';
import { startWorld } from '../../support/story/world.ts';

const OWNERS = 100;
const AT_ONCE = 16;
const ROOMS = ['orders', 'payments', 'purchases', 'cases', 'products', 'settings', 'suppliers', 'imports'];

/** One thing somebody says, in words or as the platform hands it over. */
export type Said = string | InBody;

/** The whole program with its log kept, many owners' chats and the three suppliers of the demo shop. */
export async function entranceHouse() {
  const platform = new StoryPlatform('simulator', true);
  const lines: string[] = [];
  const owners = ['pemilik', ...Array.from({ length: OWNERS }, (_, i) => `pemilik${i}`)];
  const world = await startWorld({
    clock: new Date('2026-01-12T03:00:00Z'),
    language: 'id',
    owners: owners.map((who) => asChatId(`simulator/test/${who}`)),
    channels: () => [platform.channel()],
    onItsWay: () => platform.waiting > 0,
    settleMs: 0,
    log: createLogger('trace', { write: (line) => void lines.push(line) }),
  });
  await world.idle();
  const { shop, house } = world.app;
  await shop.suppliers.refresh();
  const suppliers = shop.suppliers.all();
  if (suppliers.length < 3) throw new Error('the demo shop has three suppliers');
  for (const [i, supplier] of suppliers.entries()) {
    const holder = { role: 'supplier', holder: supplier._id, name: supplier.name } as const;
    const invite = await shop.staff.invite(holder, { key: asKey(`invite-${i}`), by: { desk: 'owner' } });
    await shop.staff.redeem(invite.text, asChatId(`simulator/test/pemasok${i}`), asKey(`redeem-${i}`));
  }

  const messagesTo = (who: string): readonly OutMessage[] =>
    platform.seen.filter((one) => one.who === who).map(({ message }) => message);

  /** Everybody says one thing; what each of them then got. */
  async function round(said: readonly (readonly [who: string, said: Said])[]): Promise<readonly OutMessage[][]> {
    const before = said.map(([who]) => messagesTo(who).length);
    // So many at once that a busy machine still handles them in the time that a story waits.
    for (let i = 0; i < said.length; i += AT_ONCE) {
      for (const [who, one] of said.slice(i, i + AT_ONCE))
        platform.say(who, typeof one === 'string' ? { type: 'text', text: one } : one);
      await world.idle();
    }
    return said.map(([who], i) => messagesTo(who).slice(before[i]));
  }

  /** What must not change by what is merely typed: every document of the shop's rooms, as it lies in the store. */
  async function state(): Promise<Readonly<Record<string, readonly string[]>>> {
    const rooms = await Promise.all(
      ROOMS.map(async (room) => {
        const documents = await house.connection.collection(room).find().toArray();
        return [room, documents.map((document) => JSON.stringify(document)).sort()] as const;
      }),
    );
    return Object.fromEntries(rooms);
  }

  return {
    platform,
    world,
    lines,
    round,
    state,
    messagesTo,
    suppliers,
    say: async (who: string, said: Said) => (await round([[who, said]]))[0] ?? [],
    /** What could not be handled: failed turns in the log, buried items. */
    async failures(): Promise<readonly string[]> {
      const buried = await house.buried.open(100);
      const failed = lines.filter((line) => /turn failed|"level":(?:50|60)/.test(line));
      return [...buried.map(({ where, reason }) => `${where}: ${reason}`), ...failed.map((line) => line.slice(0, 600))];
    },
    close: () => world.close(),
  };
}

export type EntranceHouse = Awaited<ReturnType<typeof entranceHouse>>;
