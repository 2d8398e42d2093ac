import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asChatId, asKey, type Code } from '../../src/core/ids.ts';
import { aPhoto } from '../support/story/files.ts';
import { labelsOf } from '../support/story/stage.ts';
import { StoryPlatform } from '../support/story/story-platform.ts';
import { startWorld, type World } from '../support/story/world.ts';

// Long enough, or with a space: a short word stands by chance in the base64 of a picture now and then.
const CANARY = /kenari|cucakrowo|85566667777|5566-6677|kepodang|murai batu/i;
/** Where an order, a proof, a relay and a hand-over leave traces; the test must see each, or it looks at nothing. */
const KEEPING = ['calls', 'cases', 'chats', 'customers', 'mail', 'orders', 'purchases'];
const DAY_MS = 24 * 3600_000;
const owner = 'pemilik';
const supplier = 'pemasok';
const customer = 'pembeli';
/** Their name on the platform is looked for too. */
const NAMED = { name: 'Kenari M' };

let world: World;
let platform: StoryPlatform;
let order: string;

beforeEach(async () => {
  platform = new StoryPlatform('simulator', true);
  world = await startWorld({
    clock: new Date('2026-01-05T09:00:00+07:00'),
    language: 'id',
    owners: [asChatId(`simulator/test/${owner}`)],
    channels: () => [platform.channel()],
    onItsWay: () => platform.waiting > 0,
    settleMs: 3,
  });
  await world.idle();
  const { shop } = world.app;
  await shop.suppliers.refresh();
  for (const one of shop.suppliers.all().slice(0, 1)) {
    const role = { role: 'supplier', holder: one._id, name: one.name } as const;
    const invite = await shop.staff.invite(role, { key: asKey('invite'), by: { desk: 'owner' } });
    await shop.staff.redeem(invite.text, asChatId(`simulator/test/${supplier}`), asKey('redeem'));
  }
});
afterEach(() => world.close());

const says = async (who: string, text: string): Promise<void> => {
  platform.say(who, { type: 'text', text }, who === customer ? NAMED : {});
  await world.idle();
};
const taps = async (who: string, label: string): Promise<void> => {
  const message = platform.messagesOf(who).findLast((one) => labelsOf(one.message.choices).includes(label));
  const choice = message?.message.choices?.find((one) => one.label === label);
  if (!message || !choice)
    throw new Error(`${who} sees no [${label}]: ${platform.messagesOf(who).at(-1)?.message.text}`);
  platform.say(who, { type: 'tap', ...choice.tap }, { quotes: message.ref });
  await world.idle();
};
const sendsPhoto = async (who: string, name: string, caption: string): Promise<void> => {
  platform.sendFile(who, 'image', await aPhoto(name), caption);
  await world.idle();
};
const hears = (who: string): string => platform.messagesOf(who).at(-1)?.message.text ?? '';

const collection = (name: string) => world.app.house.connection.collection<{ _id: string }>(name);
/** The lines of the store, a document each, in which a canary sits. */
const leaks = async (): Promise<string[]> => {
  const all = (await world.app.house.connection.db?.collections()) ?? [];
  const lines = await Promise.all(
    all.map(async (one) => (await one.find().toArray()).map((doc) => `${one.collectionName}: ${JSON.stringify(doc)}`)),
  );
  return lines.flat().filter((line) => CANARY.test(line));
};
const asCode = (text: string): Code => text as Code;
const pictures = () => collection('blobs.chunks').countDocuments();

async function ordersAndPays(): Promise<void> {
  await says(
    customer,
    'order dompet kulit 1\nNama: Kenari Merdu\nHP: 085566667777\nAlamat: Jl. Cucakrowo 77 dekat kepodang, Kel. Turangga, Kec. Lengkong, Kota Bandung 40264\nKurir: JNE\nBayar: BCA\nCatatan: titip di murai batu',
  );
  await says(customer, 'ya');
  order = (await collection('orders').findOne({}, { sort: { at: -1 } }))?._id ?? '';
  await sendsPhoto(customer, 'bukti kenari', 'sudah transfer, kenari');
}
async function isServed(): Promise<void> {
  await says(owner, `/terima ${order}`);
  await says(owner, `/teruskan ${order}`);
  await says(supplier, `ok ${order}`);
  await says(supplier, `resi ${order} JNE 0123456789012345`);
  await says(owner, `/sampai ${order}`);
}
async function asksToBeForgotten(): Promise<void> {
  await says(customer, 'menu');
  await says(customer, 'hapus data');
  await taps(customer, 'Hapus data saya');
}

async function complains(): Promise<void> {
  await says(customer, 'komplain, jahitan kenari lepas semua');
  await sendsPhoto(customer, 'jahitan kenari', '');
  await says(customer, 'uang kembali semua');
  await says(customer, 'ya');
}

describe('who asks to be forgotten', () => {
  it('waits for an open complaint, then leaves nothing in any collection, is told, and no rupiah moves', async () => {
    const before = await pictures();
    await ordersAndPays();
    await isServed();
    await complains();
    await says(customer, 'cs');
    await says(customer, 'kenari mau tanya, ini kenari merdu');
    await says(owner, '/cari kenari');
    await says(owner, '/ekspor pesanan');
    const { shop } = world.app;
    const sums = await shop.ledger.sums({});
    const paid = await shop.orders.find(asCode(order));
    expect(new Set((await leaks()).map((line) => line.split(':')[0]))).toEqual(new Set(KEEPING));

    await asksToBeForgotten();
    expect(hears(customer)).toContain('begitu semuanya selesai, data Kakak kami hapus');
    await taps(owner, 'Tolak');
    await says(owner, 'bekas pakai');
    // The complaint is decided, the order is done by itself, and the wish is looked at again within six hours.
    await world.later(30 * DAY_MS);
    await world.later(DAY_MS);
    expect(hears(customer)).toContain('data Kakak kami hapus seperti yang Kakak minta');
    expect(await leaks()).toEqual([]);
    expect(await pictures()).toBe(before);
    expect(await shop.ledger.sums({})).toEqual(sums);
    expect((await shop.orders.find(asCode(order)))?.totals).toEqual(paid?.totals);
  }, 60_000);
});
