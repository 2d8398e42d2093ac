import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');

const filesUnder = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
const sources = filesUnder(SRC).map((path) => ({ path: relative(SRC, path), text: readFileSync(path, 'utf8') }));

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g)].map(
    (m) => m[1] ?? m[2] ?? '',
  );

/** The room a file belongs to: its first folder, or the file itself at the top. */
const roomOf = (path: string): string => path.split('/')[0]?.replace(/\.ts$/, '') ?? '';

/** Who may import whom; what is not named here may not. Types of one contract count as imports too. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  core: [],
  store: ['core'],
  channels: ['core', 'store'],
  chats: ['core', 'store', 'channels'],
  dialogue: ['core', 'channels', 'chats', 'understanding'],
  understanding: ['core'],
  shop: ['core', 'store', 'chats', 'understanding', 'channels'],
  notices: ['core', 'store', 'chats', 'channels', 'dialogue', 'shop'],
  desks: ['core', 'store', 'chats', 'channels', 'dialogue', 'understanding', 'shop', 'notices'],
  clockwork: ['core', 'store'],
  web: ['core', 'channels'],
  integrations: ['core', 'shop'],
  demo: ['core', 'shop', 'store', 'channels', 'understanding', 'chats'],
};

describe('who may import whom', () => {
  it.each(sources.filter(({ path }) => path.includes('/')))('$path keeps to its room', ({ path, text }) => {
    const room = roomOf(path);
    const allowed = MAY[room];
    if (!allowed) return expect(['app'], `${room} is no known room`).toContain(room);
    for (const target of importsOf(text).filter((name) => name.startsWith('.'))) {
      const other = roomOf(relative(SRC, resolve(SRC, dirname(path), target)));
      if (other !== room) expect(allowed, `${path} imports ${target}`).toContain(other);
    }
  });

  it('gives shop and chats only the contracts of their neighbours, never their workings', () => {
    const contracts = /channels\/channel\.ts$|chats\/(desk|mail-document)\.ts$/;
    for (const { path, text } of sources.filter(({ path: p }) => p.startsWith('shop/'))) {
      for (const target of importsOf(text).filter((name) => /\/(channels|chats)\//.test(name)))
        expect(target, path).toMatch(contracts);
    }
    for (const { path, text } of sources.filter(({ path: p }) => p.startsWith('chats/'))) {
      for (const target of importsOf(text).filter((name) => name.includes('/channels/')))
        expect(target, path).toMatch(/channels\/channel\.ts$/);
    }
  });

  it.each([
    ['grammy', /^channels\/telegram\//],
    ['@whiskeysockets/baileys', /^channels\/whatsapp\//],
    ['hono', /^web\//],
    ['mongoose', /^store\/|-store\.ts$/],
    ['sharp', /^shop\/files\/|^demo\//],
    ['yaml', /^dialogue\/yaml-source\.ts$|^core\/|^shop\/data-file\//],
  ])('keeps %s in its own folder', (library, where) => {
    for (const { path, text } of sources) {
      // A type of a connection that is only handed on loads nothing.
      const loaded = text.replace(/import type [^;]*;/g, '');
      const used = importsOf(loaded).some((name) => name === library || name.startsWith(`${library}/`));
      if (used) expect(path, `${path} imports ${library}`).toMatch(where);
    }
  });

  it('never learns in the engine or the chats which platform a person is on', () => {
    for (const { path, text } of sources.filter(({ path: p }) => /^(dialogue|chats|shop|notices)\//.test(p))) {
      expect(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''), path).not.toMatch(/['"](telegram|whatsapp|simulator)['"]/);
    }
  });
});

describe('what no source file has', () => {
  const rules: readonly (readonly [string, RegExp, RegExp])[] = [
    ['the wall clock outside core/clock.ts', /new Date\(\)|Date\.now\(\)/, /^core\/clock\.ts$/],
    ['chance outside core/ids.ts', /Math\.random\(|randomUUID|randomBytes/, /^core\/ids\.ts$/],
    ['the environment outside where settings are read', /process\.env/, /^(main|config)\.ts$|^app\/commands\//],
    [
      'a hole in the types',
      /:\s*any\s*[;,)=>]|as any\b|<any>|@ts-(ignore|expect-error|nocheck)|biome-ignore|oxlint-disable/,
      /^$/,
    ],
    ["mongoose's save()", /\.save\(\)/, /^$/],
    ['a catch that says nothing', /catch\s*(\([^)]*\))?\s*\{\s*\}/, /^$/],
    ['something left for later', /\b(TODO|FIXME|XXX|HACK)\b/, /^$/],
  ];
  it.each(rules)('%s', (_name, pattern, allowed) => {
    const found = sources.filter(({ path, text }) => pattern.test(text) && !allowed.test(path)).map(({ path }) => path);
    expect(found).toEqual([]);
  });

  it('more than 200 lines', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 201).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('a name that says nothing', () => {
    expect(
      sources
        .filter(({ path }) => /(^|\/)(utils?|helpers?|manager|base|common|misc)(\.ts|\/)/.test(path))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

it('holds no file of the tests in the product', () => {
  expect(sources.filter(({ text }) => /from ['"].*\/test\//.test(text)).map(({ path }) => path)).toEqual([]);
  expect(statSync(SRC).isDirectory()).toBe(true);
});
