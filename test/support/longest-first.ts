import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, by a part of its path; without a cache vitest starts the largest files first, and these are small ones. */
const LONGEST = [
  'transcripts/buttons',
  'e2e/telegram-kill',
  'e2e/start',
  'e2e/page-house',
  'embedded/process',
  'e2e/story-page',
  'e2e/page',
  'transcripts/telegram',
  'transcripts/numbers',
  'entrances/who-may',
  'entrances/hostile-chats',
];

/** Starts the longest files first, so that no worker is left alone with one at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files);
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((part) => moduleId.includes(part));
      return place === -1 ? LONGEST.length : place;
    };
    return rest.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
