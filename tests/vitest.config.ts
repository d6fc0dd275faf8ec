import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Pure code and content rules. Real browsers are in tests/e2e, the built site in tests/dist. */
export default defineConfig({
  plugins: [svelte()],
  resolve: { conditions: ['browser'] },
  test: {
    root: '.',
    include: ['tests/{unit,content}/**/*.test.ts'],
    environment: 'node',
    // Room for a slow machine: no test is about time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
