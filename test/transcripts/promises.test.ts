import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RECORD, STORIES_DIR } from '../support/story/stories.ts';
import { allStories, isEnglishOf, storyTable } from '../support/story/story-table.ts';

const stories = allStories();

it('begins no two stories with the same five lines', () => {
  const beginnings = stories.map(({ name, deeds }) => ({ name, lines: deeds.slice(0, 5).join('\n') }));
  const same = beginnings.filter(({ name, lines }) =>
    beginnings.some((other) => other.name !== name && other.lines === lines),
  );
  expect(same.map(({ name }) => name)).toEqual([]);
});

it('has ten stories of fifteen exchanges or more', () => {
  const long = stories.filter(({ name, deeds }) => !isEnglishOf(name) && deeds.length >= 15);
  expect(long.length).toBeGreaterThanOrEqual(10);
});

it('has fifteen stories in English, each beside the one it tells anew', () => {
  const english = stories.filter(({ name }) => isEnglishOf(name));
  expect(english.length).toBeGreaterThanOrEqual(15);
  const names = stories.map(({ name }) => name);
  for (const { name, language } of english) {
    expect(language, name).toBe('en');
    expect(names).toContain(name.replace('.en.chat', '.chat'));
  }
});

it('lists every story in the README', () => {
  const path = join(STORIES_DIR, 'README.md');
  const readme = readFileSync(path, 'utf8');
  const listed = readme.slice(readme.indexOf('| situasi |')).trimEnd();
  const table = storyTable(stories);
  if (RECORD)
    writeFileSync(
      path,
      readme.replace(listed, () => table),
    );
  else expect(listed, 'RECORD=1 npx vitest run test/transcripts/promises.test.ts writes it').toBe(table);
});
