import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ['test/setup.ts'],
    pool: 'forks',
    // Loading mongoose and the rooms anew for each file cost more than the tests; files of a worker share their modules.
    isolate: false,
    maxWorkers: 2,
  },
});
