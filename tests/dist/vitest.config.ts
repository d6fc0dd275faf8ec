import { defineConfig } from 'vitest/config';

/** Checks on the files of the built site. `npm test` builds first. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/dist/**/*.test.ts'],
    environment: 'node',
    // Room for a slow machine: no test is about time.
    testTimeout: 120_000,
  },
});
