import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const E2E = 'test/e2e/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // One more than the two cores it is meant for: the end-to-end tests wait more than they work.
    maxWorkers: 3,
    setupFiles: ['test/setup.ts'],
    // Loading mongoose and the rooms anew for each file cost more than the tests; files of a worker share their modules.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'house', include: ['test/**/*.test.ts'], exclude: [E2E] } },
      // These run the built program, so it is built first; a project's setup runs only when its tests do.
      { extends: true, test: { name: 'e2e', include: [E2E], globalSetup: ['test/support/build-once.ts'] } },
    ],
  },
});
