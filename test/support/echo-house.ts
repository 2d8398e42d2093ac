import { createChatStore } from '../../src/chats/chat-store.ts';
import { createChats } from '../../src/chats/chats.ts';
import type { Desk } from '../../src/chats/desk.ts';
import { createMailStore } from '../../src/chats/mail-store.ts';
import { createClock } from '../../src/core/clock.ts';
import { createLogger } from '../../src/core/logger.ts';
import { createBuried } from '../../src/store/buried.ts';
import { connectStore, prepareStore } from '../../src/store/connect.ts';
import { createFiles } from '../../src/store/files.ts';
import { createLeases } from '../../src/store/leases.ts';
import { createWriter } from '../../src/store/writer.ts';
import type { TestPlatform } from './test-channel.ts';

/** A house with chats and a desk and nothing else, for tests of the walk. */
export async function startEchoHouse(
  uri: string,
  platform: TestPlatform,
  desk: Desk,
  options: { settleMs?: number; voidOld?: boolean } = {},
) {
  const log = createLogger(process.env.TEST_LOG ?? 'silent');
  const clock = createClock();
  const store = await connectStore(uri, log);
  const writer = createWriter(store.connection, 500);
  const leases = createLeases(store.connection, `house-${Math.random()}`, clock, { voidOld: options.voidOld ?? true });
  const buried = createBuried(store.connection);
  const mail = createMailStore(store.connection, writer, createFiles(store.connection, clock));
  const chatStore = createChatStore(store.connection, writer);
  await prepareStore(store.connection);
  const chats = createChats({
    clock,
    log,
    chats: chatStore,
    mail,
    desk,
    leases,
    buried,
    checkFile: async () => ({ type: 'failed', reason: 'not-allowed' }),
    sorry: () => ({ text: 'sorry' }),
    settleMs: options.settleMs ?? 5,
    lookMs: 20,
  });
  const stop = new AbortController();
  const channel = platform.channel();
  const served = chats.serve(channel, stop.signal);
  return {
    connection: store.connection,
    clock,
    chats,
    mail,
    chatStore,
    writer,
    buried,
    /** As if the power went: nothing of this house reaches the platform any more. */
    die: () => {
      channel.dead = true;
    },
    async close() {
      stop.abort();
      await served;
      await store.close();
    },
    /** Throws the connection away, whatever is under way. */
    async abandon() {
      channel.dead = true;
      stop.abort();
      await store.connection.close(true);
    },
  };
}
