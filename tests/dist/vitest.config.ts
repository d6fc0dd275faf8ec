import { defineConfig } from 'vitest/config';

/** Checks on the files of the built site. `npm test` builds first. */
export default defineConfig({
  test: { root: '.', include: ['tests/dist/**/*.test.ts'], environment: 'node' },
});
