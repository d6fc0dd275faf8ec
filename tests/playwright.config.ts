import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from '../src/scripts/browser.mjs';
import { nodeProgram } from '../src/scripts/project.mjs';

/** Journeys on the built site, in one browser. `npm test` builds first and finds the browser. */
const port = Number(process.env['E2E_PORT'] ?? 4322);
const executablePath = findBrowser();
const LONGEST = 'e2e/journey.spec.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // The longest journey starts first, so that it does not run alone at the end.
  projects: [
    { name: 'longest', testMatch: LONGEST },
    { name: 'others', testMatch: ['e2e/**/*.spec.ts', 'dist/**/*.spec.ts'], testIgnore: LONGEST },
  ],
  workers: 2,
  fullyParallel: true,
  // A build server with other work to do gets a second try; it is listed as flaky, not hidden.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../test-results/report.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}/`,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // A trace of every test would take a third of the time of all. `--trace on` makes one of a test
    // that fails.
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `"${nodeProgram()}" src/scripts/serve.mjs dist ${port}`,
    cwd: '..',
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
