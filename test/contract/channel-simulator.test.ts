import type { SendOutcome } from '../../src/channels/channel.ts';
import type { PhoneMedia } from '../../src/channels/simulator/phones.ts';
import { createSimulatorChannel } from '../../src/channels/simulator/simulator.ts';
import { asFileId } from '../../src/core/ids.ts';
import { memoryMedia, memoryPhones } from '../support/memory-phones.ts';
import { until } from '../support/until.ts';
import { type ChannelDeps, type ChannelWorld, channelContract } from './channel.contract.ts';

const ANI = 'pembeli-1';

channelContract('simulator', setup, {
  again: 'a message posted again is the message that is there, so nothing is handed in a second time',
});

function setup({ readFile, clock, log }: ChannelDeps): Promise<ChannelWorld> {
  const phones = memoryPhones();
  const media = withStored(memoryMedia(), readFile);
  const faults: Exclude<SendOutcome, { type: 'sent' }>[] = [];
  const channel = createSimulatorChannel({ phones, media, clock, log, faults: () => faults.shift() });
  const at = (person: string) => ({ channel: 'simulator', account: channel.account, person }) as const;
  let posts = 0;
  const post = async (what: Partial<Parameters<typeof channel.post>[0]>) => {
    await until('the phone to be there', () => phones.phone(ANI));
    const posted = await channel.post({ person: ANI, id: `post-${++posts}`, text: '', ...what });
    if (!posted.ok) throw new Error(posted.error.code);
  };
  return Promise.resolve({
    channel,
    nobody: at('pembeli-77'),
    person: {
      address: at(ANI),
      says: (text) => post({ text }),
      quotes: (ref, text) => post({ text, quotes: Number(ref) }),
      async taps(ref, label) {
        const choice = (await phones.message(ANI, Number(ref)))?.choices?.find((one) => one.label === label);
        if (!choice) throw new Error(`no button ${label}`);
        await post({ text: label, tap: { ...choice.tap, on: Number(ref) } });
      },
      sendsPicture: (bytes, caption) => post({ text: caption, file: { bytes, mime: 'image/png', name: 'foto.png' } }),
      async sees() {
        const all = await phones.messages(ANI, 1_000);
        return Promise.all(
          all.map(async ({ id, from, text, choices = [], file }) => {
            const bytes = file && (await media.get(file.id))?.bytes;
            const buttons = choices.map(({ label }) => label);
            return { ref: String(id), fromShop: from === 'shop', text, buttons, ...(bytes && { file: bytes }) };
          }),
        );
      },
    },
    faults: {
      busy: () => faults.push({ type: 'retry', afterMs: 3_000, reason: 'slow down' }),
      broken: () => faults.push({ type: 'retry', afterMs: 1_000, reason: 'the server failed' }),
      lost: () => faults.push({ type: 'unknown', reason: 'no answer' }),
      blocked: () => faults.push({ type: 'refused', reason: 'blocked' }),
    },
    close: () => Promise.resolve(),
  });
}

/** What people sent, and the files that the shop keeps. */
function withStored(media: PhoneMedia, readFile: ChannelDeps['readFile']): PhoneMedia {
  return {
    put: (bytes, mime) => media.put(bytes, mime),
    async get(id) {
      const bytes = await readFile(asFileId(id));
      return bytes ? { bytes, mime: 'application/octet-stream' } : media.get(id);
    },
  };
}
