import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import { play } from './play.ts';
import { readStory, type Story, writeStory } from './read-story.ts';
import type { Stage } from './stage.ts';

export const STORIES_DIR = join(import.meta.dirname, '../../transcripts');
/** RECORD=1 writes what was said into the stories, for whoever then reads them aloud. */
export const RECORD = process.env.RECORD === '1';
/** STORY=order/ plays only the stories whose path contains that. */
const ONLY = process.env.STORY ?? '';

/** STORIES=all (`npm run test:stories`) plays every story on every stage; `npm test` plays each on one of them. */
const ALL = process.env.STORIES === 'all' || RECORD || ONLY !== '';

/** The names of all stories, in order: `order/lewat-katalog.chat`. */
export const storyNames = (): readonly string[] =>
  readdirSync(STORIES_DIR, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.chat'))
    .sort();

/** A run of all stories on one stage. */
export interface Run {
  stage(story: Story): Promise<Stage>;
  /** The stage whose answers are written down. */
  readonly records?: true;
  /** Which quarters of the stories it plays in `npm test`, by their places in the list. */
  readonly quarters: readonly (0 | 1 | 2 | 3)[];
  /** Stories this platform cannot play, each with the reason. */
  readonly leavesOut?: Readonly<Record<string, string>>;
}

/** Defines one test a story: what is said on this stage is what is written. */
export function playStories({ stage: open, records, quarters, leavesOut = {} }: Run): void {
  const mine = (_: string, i: number): boolean => ALL || quarters.some((quarter) => i % 4 === quarter);
  const names = storyNames().filter((name) => name.includes(ONLY));
  it.each(Object.keys(leavesOut).filter((name) => name.includes(ONLY)))('%s is a story', (name) => {
    expect(names).toContain(name);
  });
  describe.each(names.filter(mine).filter((name) => !(name in leavesOut)))('%s', (name) => {
    const path = join(STORIES_DIR, name);

    it('reads the same', async () => {
      const story = readStory(readFileSync(path, 'utf8'));
      const stage = await open(story);
      try {
        const played = await play(story, stage);
        if (RECORD && records) writeFileSync(path, writeStory(played));
        else {
          const { written, played: said } = compare(story.parts, played, stage.edits);
          expect(said, name).toBe(written);
        }
      } finally {
        await stage.close();
      }
    });
  });
}
