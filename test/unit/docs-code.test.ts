import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../src/core/errors.ts';
import { filesUnder, found, read, rowsBelow } from '../support/pages.ts';

const sources = filesUnder('src', '.ts').map((path) => ({ path, text: read(path) }));

describe('docs/operations.md', () => {
  const page = read('docs/operations.md');
  const classes = sources.flatMap(({ text }) => found(text, /class (\w+) extends Error/g));
  const webCodes = sources.flatMap(({ path, text }) =>
    path.startsWith('src/web') ? found(text, /code: '([\w-]+)'/g) : [],
  );
  const listed = rowsBelow(page, '## Error codes').map(([code = '', name = '', means = '']) => ({
    means,
    codes: found(code, /`([^`]+)`/g),
    name: name.replaceAll('`', ''),
  }));

  it('lists every error there is, and none that there is not', () => {
    expect(classes.length).toBeGreaterThan(5);
    expect(
      listed
        .map(({ name }) => name)
        .filter((name) => name !== "Node's own")
        .toSorted(),
    ).toEqual([...new Set(classes)].toSorted());
    for (const [code, { name, means }] of Object.entries(ERRORS)) {
      expect(listed).toContainEqual({ codes: [code], name, means });
      expect(sources.some(({ text }) => text.includes(`class ${name} `) && text.includes(`'${code}' satisfies`))).toBe(
        true,
      );
    }
    const loose = sources.flatMap(({ text }) => found(text, /readonly code = ('[\w-]+');/g));
    expect(loose, 'a code that is not in the table').toEqual([]);
  });

  it('lists every refusal of the web part', () => {
    const rows = rowsBelow(page, 'The web part answers refusals').flatMap(([code = '']) => found(code, /`([^`]+)`/g));
    expect(rows.toSorted()).toEqual([...new Set(webCodes)].toSorted());
  });

  it('lists every metric', () => {
    const names = found(read('src/app/web-ports.ts'), /'((?:pesan|process)_\w+)'/g);
    const rows = rowsBelow(page, '`GET /metrics`').map(([cell = '']) => /`(\w+)/.exec(cell)?.[1] ?? '');
    expect(rows.toSorted()).toEqual(names.toSorted());
  });

  it('shows the first lines as they are told', () => {
    const banner = read('src/app/banner.ts');
    for (const label of [
      'Pesan is running.',
      '  Page',
      '  Store',
      '  Telegram',
      '  WhatsApp  off (not built yet)',
      '  Health',
    ]) {
      expect(page).toContain(label);
      expect(banner).toContain(label);
    }
  });
});

describe('docs/architecture.md', () => {
  it('has the rooms, and who may import whom, as the test of the imports has them', () => {
    const rooms = rowsBelow(read('docs/architecture.md'), '## The rooms').map(
      ([room = '', , may = '']) => [room.replaceAll('`', ''), found(may, /`([\w-]+)`/g)] as const,
    );
    const [, table = ''] = /const MAY[^{]*\{([\s\S]*?)\n\};/.exec(read('test/unit/architecture.test.ts')) ?? [];
    const held = [...table.matchAll(/^ {2}(\w+): \[(.*)\],$/gm)].map(
      ([, room = '', may = '']) => [room, found(may, /'([\w-]+)'/g)] as const,
    );
    expect(held.length).toBeGreaterThan(8);
    const there = held.filter(([room]) => sources.some(({ path }) => path.startsWith(`src/${room}/`)));
    expect(Object.fromEntries(rooms)).toEqual(Object.fromEntries(there));
  });

  it('explains each word once', () => {
    const words = rowsBelow(read('docs/architecture.md'), '## The words of the house').map(([word = '']) => word);
    expect(words.length).toBeGreaterThan(25);
    expect(new Set(words).size).toBe(words.length);
  });
});
