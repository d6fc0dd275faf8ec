import { defineConfig } from 'vitest/config';

/** Checks on the files of the built site, which stay as they are. `npm test` builds first. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/dist/**/*.test.ts'],
    environment: 'node',
    // One worker for all files, so that each page is parsed once.
    isolate: false,
    maxWorkers: 1,
    // Room for a slow machine: no test is about time.
    testTimeout: 120_000,
  },
});
