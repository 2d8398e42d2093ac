import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Choice, OutMessage } from '../../../../src/channels/channel.ts';
import type { ChatState, Doing } from '../../../../src/chats/desk.ts';
import type { InMail, ReceivedFile } from '../../../../src/chats/mail-document.ts';
import { asChatId, asFileId, asKey, type FileId, keyOf } from '../../../../src/core/ids.ts';
import {
  type CarefulSummary,
  OWNER_SHOP_KINDS,
  OWNER_SHOP_READERS,
  OWNER_SHOP_TEXTS,
  type OwnerShopDeps,
  ownerShopActions,
  ownerShopLists,
} from '../../../../src/desks/owner/shop/parts.ts';
import { createDialogueDesk } from '../../../../src/dialogue/answer.ts';
import { catalogOf } from '../../../../src/dialogue/check.ts';
import { type Flows, loadFlows } from '../../../../src/dialogue/load.ts';
import type { Wiring } from '../../../../src/dialogue/wiring.ts';
import type { HouseWords } from '../../../../src/notices/house-words.ts';
import type { NewVariant } from '../../../../src/shop/catalog/edit.ts';
import { createCustomers } from '../../../../src/shop/customers/customers.ts';
import { createReports } from '../../../../src/shop/reports/reports.ts';
import type { Couriers } from '../../../../src/shop/shipping/couriers.ts';
import { createStaff } from '../../../../src/shop/staff/staff.ts';
import { createSuppliers } from '../../../../src/shop/suppliers/suppliers.ts';
import { createImports } from '../../../../src/shop/tables/imports.ts';
import { OWNER, openShopCore } from '../../../support/shop-core.ts';

const FLOWS = new URL('../../../../flows/', import.meta.url).pathname;
/** The texts that these flows and the code behind them say. */
const TEXTS = ['engine', 'house', 'card', 'owner', 'owner-shop'];
const ZONE = 'Asia/Jakarta';
const COURIERS: Couriers = [courier('jne', 'JNE'), courier('jnt', 'J&T')];

function courier(code: string, name: string): Couriers[number] {
  return {
    code,
    name,
    aliases: [],
    services: [{ code: 'REG', name: 'REG', aliases: [] }],
    resi: [],
    codes: {},
  };
}

/** The flows that run the shop itself, with all texts, in a folder of their own. */
function shopFlows(wiring: Wiring): Flows {
  const dir = mkdtempSync(join(tmpdir(), 'shop-flows-'));
  mkdirSync(join(dir, 'owner'), { recursive: true });
  for (const language of ['id', 'en'])
    for (const name of TEXTS) {
      const file = join('texts', language, `${name}.yaml`);
      cpSync(join(FLOWS, file), join(dir, file));
    }
  for (const file of readdirSync(join(FLOWS, 'owner')).filter((name) => name.startsWith('toko')))
    cpSync(join(FLOWS, 'owner', file), join(dir, 'owner', file));
  try {
    return loadFlows(dir, [catalogOf('owner', wiring)]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

let known: Flows | undefined;

/** A shop with an owner who talks to it: what is said goes in, what is answered comes out. */
export async function openShopDesk() {
  const core = await openShopCore();
  const { deps: base, files } = core;
  const staff = createStaff({ ...base, owners: [asChatId('simulator/local/pemilik')] });
  const suppliers = createSuppliers(base);
  const customers = createCustomers(base);
  const reports = createReports({ ...base, ledger: core.ledger, zone: ZONE });
  const imports = createImports({
    ...base,
    files,
    catalog: core.catalog,
    targets: {
      orders: core.orders,
      purchases: { named: () => Promise.resolve([]), answer: () => Promise.reject(new Error('no purchases here')) },
    },
    readAgainst: () => ({ couriers: COURIERS, supplierOf: (name) => suppliers.named(name)?._id }),
  });
  await base.ready();

  const careful: { since: Date | undefined; summary: CarefulSummary } = {
    since: undefined,
    summary: { held: 0, overdue: 0, open: 0 },
  };
  const loaded: { flows?: Flows } = {};
  const house: HouseWords = {
    texts: {
      find: (key, language) => loaded.flows?.texts.find(key, language),
      get keys() {
        return loaded.flows?.texts.keys ?? [];
      },
    },
    shop: () => ({ name: core.settings.profile().name, zone: ZONE, accounts: [] }),
    couriers: () => COURIERS,
  };
  const deps: OwnerShopDeps = {
    ...core,
    house,
    staff,
    suppliers,
    customers,
    reports,
    imports,
    acts: base.acts,
    file: async (id) => {
      const kept = await files.find(id);
      return kept && { id, mime: kept.mime, name: kept.name };
    },
    readFile: (id) => files.read(id),
    putFile: async (bytes, { name, mime }) => ({
      id: await files.put(bytes, { name, mime, about: ['export'] }),
      name,
      mime,
    }),
    keepFile: (id, about) => files.keep(id, about),
    careful: {
      since: () => careful.since,
      end: () => {
        careful.since = undefined;
        return Promise.resolve();
      },
      summary: () => Promise.resolve(careful.summary),
    },
  };
  const wiring: Wiring = {
    actions: ownerShopActions(deps),
    lists: ownerShopLists(deps),
    kinds: OWNER_SHOP_KINDS,
    readers: OWNER_SHOP_READERS,
    snapshot: () => undefined,
    kept: () => Promise.resolve({}),
    facts: () => ({ toko: core.settings.profile().name }),
    texts: OWNER_SHOP_TEXTS,
  };
  // The files are the same for every world, so they are read once.
  known ??= shopFlows(wiring);
  loaded.flows = known;
  const desk = createDialogueDesk({
    desk: 'owner',
    flows: known.of.owner,
    texts: known.texts,
    wiring,
    defaults: { language: 'id', humanHours: 12 },
  });

  let count = 0;
  const talk = (role: 'owner' | 'staff' = 'owner', language: 'id' | 'en' = 'id') => {
    let chat: ChatState = {
      id: asChatId(`simulator/local/${role === 'owner' ? 'pemilik' : 'staf'}`),
      talk: [],
      shown: [],
      who: { desk: 'owner', id: role, role },
      met: true,
      language,
    };
    let choices: readonly Choice[] = [];
    const turn = async (mail: InMail, doing?: Doing): Promise<{ answers: readonly OutMessage[]; did?: Doing }> => {
      let did: Doing | undefined;
      const decision = await desk.answer({
        chat,
        run: [mail],
        ...(doing && { doing }),
        now: base.clock.now(),
        before: (move) => {
          did = move;
          return Promise.resolve();
        },
      });
      chat = { ...chat, talk: JSON.parse(JSON.stringify(decision.talk)), shown: decision.shown };
      choices = decision.answers.flatMap((answer) => answer.choices ?? []);
      return { answers: decision.answers, ...(did && { did }) };
    };
    const mailOf = (body: InMail['body'], file?: ReceivedFile): InMail => ({
      _id: asKey(`simulator/local/${role}/${++count}`),
      v: 1,
      chat: chat.id,
      slot: 0,
      at: base.clock.now(),
      seq: count,
      open: true,
      refs: [],
      dir: 'in',
      by: 'person',
      sentAt: base.clock.now(),
      body,
      ...(file && { file }),
    });
    const told = async (mail: InMail): Promise<string> => textOf((await turn(mail)).answers);
    return {
      turn,
      mailOf,
      say: (text: string) => told(mailOf({ type: 'text', text })),
      /** What is answered whole: with files. */
      answers: async (text: string) => (await turn(mailOf({ type: 'text', text }))).answers,
      tap: (label: string): Promise<string> => {
        const choice = choices.find((one) => one.label === label);
        if (!choice) throw new Error(`no button "${label}" among: ${choices.map((one) => one.label).join(' | ')}`);
        return told(mailOf({ type: 'tap', ...choice.tap }));
      },
      button: (verb: string, code: string) => told(mailOf({ type: 'tap', verb, code })),
      send: async (name: string, bytes: Uint8Array | string, kind: 'file' | 'image' | 'pdf' = 'file') => {
        const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
        const id = await files.put(data, { name, mime: MIMES[kind], about: ['mail/test'] });
        const file: ReceivedFile = { type: 'stored', kind, file: { id, mime: MIMES[kind], name } };
        const ref = { channel: 'simulator', id: name } as const;
        const body = { type: 'media', kind: kind === 'image' ? 'image' : 'file', ref, caption: '' } as const;
        return told(mailOf(body, file));
      },
      choices: () => choices.map(({ label }) => label),
    };
  };

  let made = 0;
  let skus = 0;
  return {
    ...core,
    staff,
    suppliers,
    customers,
    imports,
    careful,
    wiring,
    talk,
    addSupplier: async (name: string) => {
      const added = await suppliers.add(name, { key: keyOf('test', 'supplier', ++made), by: OWNER });
      if (!added.ok) throw new Error(added.error.why);
      return added.value;
    },
    /** A product of one variant with a sku of its own. */
    addTas: async (variant: Partial<NewVariant> = {}) => {
      const sku = `TAS-${++skus}`;
      await core.addProduct({ ...variant, sku });
      return sku;
    },
    variant: (sku: string) => core.catalog.snapshot().item(sku)?.variant,
    readFile: (id: FileId | undefined) => (id === undefined ? Promise.resolve(undefined) : files.read(asFileId(id))),
    close: () => base.close(),
  };
}

export type ShopDesk = Awaited<ReturnType<typeof openShopDesk>>;

const MIMES = { file: 'text/csv', image: 'image/png', pdf: 'application/pdf' } as const;

const textOf = (messages: readonly OutMessage[]): string => messages.map(({ text }) => text).join('\n---\n');
