import { pino } from 'pino';
import type { Door, InMessage, Receipt } from '../../../../src/channels/channel.ts';
import { createSimulatorChannel, type SimulatorOptions } from '../../../../src/channels/simulator/simulator.ts';
import { createClock } from '../../../../src/core/clock.ts';
import { memoryMedia, memoryPhones } from '../../../support/memory-phones.ts';

/** A simulator whose door writes down what came in; `shut` makes the door refuse as when the store is away. */
export function simulatorWorld(options: Partial<SimulatorOptions> = {}) {
  const phones = memoryPhones();
  const media = memoryMedia();
  const came: InMessage[] = [];
  const receipts: Receipt[] = [];
  const desk = { shut: false };
  const door: Door = {
    accept: (messages) => {
      if (desk.shut) return Promise.reject(new Error('the store is away'));
      came.push(...messages);
      return Promise.resolve();
    },
    receipt: (receipt) => {
      receipts.push(receipt);
    },
  };
  const log = pino({ level: 'silent' });
  const build = () => createSimulatorChannel({ phones, media, clock: createClock(), log, ...options });
  return { phones, media, came, receipts, desk, door, build, channel: build() };
}

/** Starts a channel and resolves once it is up; `stop` ends it. */
export async function started(channel: ReturnType<typeof createSimulatorChannel>, door: Door) {
  const life = new AbortController();
  const running = channel.start(door, life.signal);
  while (!channel.health().up) await new Promise((resolve) => setImmediate(resolve));
  return async () => {
    life.abort();
    await running;
  };
}
