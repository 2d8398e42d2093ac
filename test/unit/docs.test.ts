import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PAGES, settingsTable, withSettings } from '../../scripts/settings-table.ts';
import { readCode } from '../../src/core/ids.ts';
import { readSupplierReply } from '../../src/understanding/supplier-reply.ts';
import { filesUnder, flowsOf, found, isThere, read, rowsBelow } from '../support/pages.ts';

// The drawn pages are written by `npm run draw`, from what is checked elsewhere.
const pages = ['README.md', 'README.id.md', 'CHANGELOG.md', ...filesUnder('docs', '.md')].filter(
  (path) => !path.endsWith('-drawn.md'),
);
// Paths of the web part, and what BotFather and every chat understand.
const NO_COMMANDS = new Set(['healthz', 'metrics', 'newbot', 'id']);
const allCommands = ['customer', 'owner', 'supplier'].flatMap((desk) =>
  found(flowsOf(desk), /command: \[([^\]]*)\]/g).flatMap((list) => list.split(/[,\s]+/)),
);

describe('a page', () => {
  it.each(pages)('%s leads only to what is there', (path) => {
    const links = found(read(path), /\]\(([^)\s]+)\)/g).filter((link) => !/^https?:/.test(link));
    for (const link of links) {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      expect(isThere(target), `${path} leads to ${link}`).toBe(true);
      if (anchor === undefined) continue;
      const headings = found(read(target), /^#+ (.*)$/gm).map(anchorOf);
      expect(headings, `${path} leads to ${link}`).toContain(anchor);
    }
  });

  it.each(pages)('%s names only files, scripts and tests that are there', (path) => {
    const text = read(path);
    // What the program makes at its first start is named too, and is not there yet.
    const named = found(text, /`((?:src|test|flows|docs|scripts)\/[\w./-]+)`/g).filter((one) => !one.includes('<'));
    for (const one of named) expect(isThere(one), `${path} names ${one}`).toBe(true);
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
    for (const name of found(text, /npm run ([\w:]+)/g)) expect(scripts, path).toHaveProperty([name]);
    for (const name of found(text, /vitest run (\S+\.ts)/g)) expect(isThere(name), name).toBe(true);
  });

  it.each(pages)('%s names only commands that there are', (path) => {
    const commands = found(read(path), /`\/([a-z]+)(?=[`\s])/g).filter((one) => !NO_COMMANDS.has(one));
    for (const command of commands) expect(allCommands, `${path} names /${command}`).toContain(command);
  });

  it.each(pages)('%s says nothing of the machine it was written on', (path) => {
    expect(read(path)).not.toMatch(/\/(work|root|tmp|home)\/|\blocalhost:\d|registry/i);
  });
});

describe('a drawn page', () => {
  it.each(['docs/flows-drawn.md', 'docs/moves-drawn.md'])('%s has a chart below each heading', (path) => {
    const charts = read(path).split('```mermaid\n').slice(1);
    expect(charts.length).toBeGreaterThan(3);
    for (const chart of charts) expect(chart).toMatch(/^(---\ntitle: .*\n---\n)?(flowchart|stateDiagram)/);
  });
});

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');

describe.each(Object.values(PAGES))('%s', (path) => {
  const page = read(path);
  const language = path === PAGES.en ? 'en' : 'id';
  const [customers = [], owner = [], suppliers = []] = found(page, /^(\*\*.*\*\*.*)$/gm)
    .slice(0, 3)
    .map((line) => rowsBelow(page, line).flatMap(([cell = '']) => found(cell, /`([^`]+)`/g)));
  const has = (desk: string, word: string): void =>
    expect(flowsOf(desk), `a ${desk} command ${word}`).toMatch(
      new RegExp(`command: \\[[^\\]]*\\b${word.replace('/', '')}\\b[^\\]]*\\]`),
    );

  it('has the settings that the program reads', () => {
    expect(page, 'run: npx tsx scripts/settings-table.ts').toBe(withSettings(page, settingsTable(language)));
  });

  it('names only commands that there are', () => {
    expect([customers.length, owner.length, suppliers.length].every((n) => n > 3)).toBe(true);
    for (const word of customers) has('customer', word);
    for (const command of owner) has('owner', command.split(' ')[0] ?? '');
    for (const command of suppliers.filter((one) => one.startsWith('/'))) has('supplier', command);
    for (const answer of suppliers.filter((one) => !one.startsWith('/')))
      expect(
        readSupplierReply(answer, (word) => word === 'K7M2QX'),
        answer,
      ).toMatchObject([{ code: 'K7M2QX' }]);
  });

  it('shows a talk that was really held', () => {
    const [, story = '', shown = ''] = /<!-- chat from (\S+) -->\n```\n([\s\S]*?)```/.exec(page) ?? [];
    const held = read(story).replaceAll('\\n', '\n').split('\n').map(plainLine);
    const lines = shown.split('\n').map(plainLine);
    expect(lines.filter((line) => line !== '').length).toBeGreaterThan(10);
    let at = 0;
    for (const line of lines.filter((one) => one !== '' && one !== '...')) {
      const next = held.indexOf(line, at);
      expect(next, `"${line}" is not in ${story}, or not in this order`).toBeGreaterThan(-1);
      at = next + 1;
    }
  });
});

// Who speaks is written for the reader's language, and no two orders have the same code or amount.
const plainLine = (line: string): string =>
  line
    .replace(/^\w*[<>]/, '')
    .replace(/\b[A-Z0-9]{6}\b|\{kode\d\}/g, (word) => (word.startsWith('{') || readCode(word) === word ? 'KODE' : word))
    .replace(/Rp([\d.]*)\.(\d{3})\b/g, (whole, head: string, tail: string) =>
      /^(000|500)$/.test(tail) ? whole : `Rp${head}.xxx`,
    )
    .trim();
