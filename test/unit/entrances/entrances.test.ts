import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FLOWS_DIR, startApp } from '../../../src/app.ts';
import { readConfig, SETTINGS } from '../../../src/config.ts';
import { createClock } from '../../../src/core/clock.ts';
import { createLogger } from '../../../src/core/logger.ts';
import type { Flow } from '../../../src/dialogue/flow.ts';
import { PRODUCT_COLUMNS } from '../../../src/shop/tables/product-rows.ts';
import { RESI_COLUMNS } from '../../../src/shop/tables/resi-rows.ts';
import { webWorld } from '../web/web-world.ts';
import { entrancesOf, noticeVerbs, verbsOf } from './list-entrances.ts';
import { CHAT_TABLES, LINE_ROWS } from './tables/chats.ts';
import { PRODUCT_CELLS, RESI_CELLS } from './tables/columns.ts';
import { FIELD_TABLES } from './tables/fields.ts';
import { type BadRequest, ROUTE_TABLES } from './tables/routes.ts';
import { SETTING_TABLES } from './tables/settings.ts';
import { UPLOAD_TABLES } from './tables/uploads.ts';

let flows: readonly Flow[] = [];
let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pesan-entrances-'));
  const app = await startApp(readConfig({ DATA_DIR: dataDir, SIMULATOR: 'off' }), {
    clock: createClock(),
    log: createLogger('silent'),
    channels: [],
    store: 'inline',
    seed: false,
  });
  flows = app.flows;
  await app.run(AbortSignal.abort());
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** How many bad inputs stand in the table of an entrance. */
function rowsIn(table: string): number {
  const [of = '', name = ''] = table.split(' ');
  if (of === 'field') return FIELD_TABLES[name]?.length ?? 0;
  if (of === 'line') return LINE_ROWS.length;
  if (of === 'upload') return UPLOAD_TABLES[name]?.length ?? 0;
  return CHAT_TABLES[table]?.length ?? 0;
}

/** The routes of the web room, as its code names them. */
function routes(): readonly string[] {
  const web = new URL('../../../src/web/', import.meta.url);
  const files = readdirSync(web).filter((name) => name.endsWith('.ts'));
  const named = files.flatMap((name) => [
    ...readFileSync(new URL(name, web), 'utf8').matchAll(/app\.(get|post|put|patch|delete|all)\(\s*'([^']+)'/g),
  ]);
  const own = named.map(([, method = '', path = '']) => `${method.toUpperCase()} ${path}`);
  return [...new Set([...own, 'GET /page/*', 'GET /vendor/*'])];
}

it('every way into the conversations has its table of bad inputs', () => {
  const all = entrancesOf(flows);
  expect(all.length).toBeGreaterThan(300);
  expect(all.filter(({ table }) => rowsIn(table) === 0).map(({ name, table }) => `${name} (${table})`)).toEqual([]);
  console.info(`${all.length} entrances of ${flows.length} flows, each with a table`);
});

it('every button under a notice opens a flow', () => {
  const verbs = verbsOf(flows);
  const status: unknown = parse(readFileSync(`${FLOWS_DIR}/status.yaml`, 'utf8'));
  const known = (verb: string): boolean => verbs.has(verb) || verbs.has(`p-${verb}`);
  expect(noticeVerbs(status).filter((verb) => !known(verb))).toEqual([]);
});

it('every column of a list, setting and route has its table of bad inputs', () => {
  const without = [
    ...Object.keys(PRODUCT_COLUMNS).filter((name) => !PRODUCT_CELLS[name]?.length),
    ...Object.keys(RESI_COLUMNS).filter((name) => !RESI_CELLS[name]?.length),
    ...Object.keys(SETTINGS).filter((name) => SETTING_TABLES[name] === undefined),
    ...routes().filter((name) => !ROUTE_TABLES[name]?.length),
  ];
  expect(without).toEqual([]);
});

const REQUESTS = Object.entries(ROUTE_TABLES).flatMap(([route, all]) =>
  all.map((one): readonly [string, BadRequest] => [route, one]),
);
it.each(REQUESTS)('%s refuses %j', async (route, { path, body, headers = {}, status }) => {
  const world = await webWorld({}, { telegramWebhook: () => Promise.resolve(401) });
  const method = route.split(' ')[0] ?? 'GET';
  const json = { 'content-type': 'application/json', ...headers };
  const answer = await world.ask(path, { method, headers: json, ...(body !== undefined && { body }) });
  const text = await answer.text();
  await world.close();
  expect(answer.status).toBe(status);
  expect(text).not.toMatch(/at .*\.ts:\d+|node_modules/);
});
