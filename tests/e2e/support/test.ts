import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

/**
 * Collects what no page may ever do: errors in the console, uncaught errors, breaches of the
 * Content-Security-Policy, requests to another origin. Call it before the context opens a page.
 * @param context the browser context to watch
 * @param origin the site's own origin, `http://localhost:4322`
 * @returns the faults so far, one sentence each; the list grows
 */
export async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const faults: string[] = [];
  await context.exposeBinding('reportViolation', (_source, what: string) => {
    faults.push(`Content-Security-Policy: ${what}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as { reportViolation?: (what: string) => void }).reportViolation;
      report?.(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}`,
      );
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`Console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`Uncaught: ${String(error.error())}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) {
      faults.push(`Request to another origin: ${url.href}`);
    }
  });
  return faults;
}

/**
 * Playwright's `test`, with the watch above on every test, and no cookie allowed at the end.
 * A test that causes a fault on purpose says which: `test.use({ expected: [/404/] })`.
 */
export const test = base.extend<{ expected: RegExp[]; quiet: undefined }>({
  expected: [[], { option: true }],
  quiet: [
    async ({ context, baseURL, expected }, use) => {
      const faults = await watch(context, new URL(baseURL ?? '').origin);
      let closed = false;
      context.on('close', () => {
        closed = true;
      });
      await use(undefined);
      const cookies = closed ? [] : await context.cookies();
      faults.push(...cookies.map(({ name }) => `Cookie: ${name}`));
      const unexpected = faults.filter((fault) => !expected.some((regex) => regex.test(fault)));
      expect(unexpected, 'what no page may do').toEqual([]);
    },
    { auto: true },
  ],
});

/** The looks that every page is checked in. */
export const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' },
  dark: { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'no-preference' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' },
} as const;
export type Theme = keyof typeof THEMES;

/** Shows the page in one of the looks, as the system's own setting would. */
export async function useTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia(THEMES[theme]);
}

export { expect } from '@playwright/test';
