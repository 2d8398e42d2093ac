import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platformStage } from '../support/story/platform-stage.ts';
import { masked, play } from '../support/story/play.ts';
import { readStory, writeStory } from '../support/story/read-story.ts';

const DIR = import.meta.dirname;
/** RECORD=1 writes what was said into the stories, for whoever then reads them aloud. */
const RECORD = process.env.RECORD === '1';
const ONLY = process.env.STORY ?? '';

const files = readdirSync(DIR, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.chat') && name.includes(ONLY))
  .sort();

describe.each(files)('%s', (name) => {
  const path = join(DIR, name);
  const story = readStory(readFileSync(path, 'utf8'));

  it('reads the same', async () => {
    const buttons = true;
    const stage = await platformStage(buttons, story);
    try {
      const played = await play(story, stage);
      if (RECORD && buttons) writeFileSync(path, writeStory(played));
      else
        expect(masked(played), relative(DIR, path)).toBe(
          masked(RECORD ? readStory(readFileSync(path, 'utf8')).parts : story.parts),
        );
    } finally {
      await stage.close();
    }
  });
});
