/** No connection, a bad one, parts that are gone, an old service worker, no script at all. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DIST } from '../../../src/scripts/project.mjs';
import { startServer } from '../../../src/scripts/serve.mjs';
import { addressOf, expect, isWritten, nth, unit } from '../support/journey';
import {
  begin,
  box,
  docket,
  lesson,
  LESSON,
  prompt,
  SAVED,
  status,
  test,
  texts,
  TOO_LONG,
  writeSaved,
} from '../support/faults';

/** What the browser itself says of a request that failed. */
const FAILED = /^Console: Failed to load resource/;

test.describe('without a connection', () => {
  test.use({ expected: [FAILED] });

  test('F15 reading, practice and writing go on offline', async ({ page, context }) => {
    await begin(page, 'Begun with a connection.');
    await context.setOffline(true);
    await writeSaved(page, 'Written offline.');
    await docket(page).getByRole('button', { name: 'I am ready to hand this in' }).click();
    await expect(docket(page).getByText('Ready to hand in', { exact: true })).toBeVisible();
    await expect(status(page)).toHaveText(SAVED);
    const question = nth(lesson.questions, 0);
    if (question.kind !== 'single-choice') throw new Error('the first question is a single choice');
    const frame = page.getByRole('radiogroup', { name: question.ask, exact: true });
    await frame.getByRole('radio').first().check();
    await frame.getByRole('button', { name: 'Check my answer' }).click();
    await expect(frame.getByRole('button', { name: 'Try again' })).toBeVisible();
    await docket(page).getByRole('button', { name: 'See earlier versions' }).click();
    await expect(docket(page).getByRole('status')).toContainText('They are kept on this device.');
    await context.setOffline(false);
    await page.reload();
    await expect(box(page)).toHaveValue('Written offline.');
    await expect(docket(page).getByText('Ready to hand in', { exact: true })).toBeVisible();
  });

  test('F15 on a connection that drops every third request no text is lost', async ({ page }) => {
    await begin(page, 'Before it got bad.');
    let n = 0;
    await page.route('**/_astro/*.js', (route) =>
      (n += 1) % 3 === 0 ? route.abort() : route.continue(),
    );
    for (const text of ['One.', 'Two.', 'Three.']) {
      await page.reload();
      // whatever came: the words are readable, and a box is there
      await expect(page.getByText(prompt.ask)).toBeVisible();
      await expect(box(page)).toBeEditable();
      await box(page).fill(text);
    }
    await page.unrouteAll();
    await page.reload();
    await expect(box(page)).not.toHaveValue('');
    await writeSaved(page, 'After it.');
    expect((await texts(page)).now).toBe('After it.');
  });
});

test('F15 on a slow connection and a slow computer words typed early are kept', async ({
  page,
  context,
}) => {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const slow = { offline: false, latency: 300, downloadThroughput: 5e4, uploadThroughput: 5e4 };
  await session.send('Network.emulateNetworkConditions', slow);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // without the hash: the browser itself takes the focus away when it goes to one
  await page.goto(addressOf(lesson), { waitUntil: 'commit' });
  await box(page).pressSequentially('Typed at once.');
  await expect(status(page)).toHaveText(SAVED);
  await expect(box(page)).toHaveValue('Typed at once.');
  await expect.poll(async () => (await texts(page)).now).toBe('Typed at once.');
});

test.describe('after a new version was put in place', () => {
  test.use({ expected: [FAILED] });

  /** Answers requests for these files as a server does that has them no more. */
  async function gone(page: Page, files: RegExp): Promise<() => number> {
    let asked = 0;
    await page.route(files, (route) => {
      asked += 1;
      return route.fulfill({ status: 404, contentType: 'text/html', body: 'Not found' });
    });
    return () => asked;
  }

  test('F16 a docket that cannot load says so, is a plain box, and keeps the text', async ({
    page,
  }) => {
    await begin(page, 'Stored before.');
    const asked = await gone(page, /\/_astro\/Docket\.[^/]+\.js$/);
    await page.reload();
    await expect(
      page.getByRole('status').filter({ hasText: 'so your words are not saved yet.' }),
    ).toBeVisible();
    expect(asked()).toBeGreaterThan(0);
    await box(page).fill('In the plain box.');
    await expect(box(page)).toHaveValue('In the plain box.');
    await expect(page.getByText(SAVED)).toHaveCount(0);
    // the questions beside it work
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Check my answer' }).first().click();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await page.unrouteAll();
    await page.reload();
    await expect(box(page)).toHaveValue('Stored before.');
  });

  test('F16 a question that cannot load says so, and the others and the docket work', async ({
    page,
  }) => {
    // the parts that come after the first question, which is preloaded
    const preloaded = new Set<string>();
    const later = new Set<string>();
    page.on('request', (request) => {
      const name = /\/_astro\/(page\.[^/]+\.js)$/.exec(request.url())?.[1];
      if (name) later.add(name);
    });
    await begin(page, 'Stored before.');
    for (const link of await page.locator('link[rel=modulepreload]').all()) {
      preloaded.add((await link.getAttribute('href'))?.split('/').at(-1) ?? '');
    }
    const [name] = [...later].filter((one) => !preloaded.has(one));
    if (!name) throw new Error('All questions of this lesson are of one kind.');
    await gone(page, new RegExp(name.replaceAll('.', '\\.')));
    await page.reload();
    await expect(page.getByText('This question did not load.').first()).toBeVisible();
    await expect(page.locator('[data-question]').first()).not.toContainText('did not load');
    for (const { ask } of lesson.questions) await expect(page.getByText(ask)).toBeVisible();
    await expect(box(page)).toHaveValue('Stored before.');
    await writeSaved(page, 'Saved beside it.');
  });

  test('F16 a notice that cannot load does not keep the trouble from the learner', async ({
    page,
    context,
  }) => {
    await gone(page, /\/_astro\/(trouble|history|Fork|Revisions)\.[^/]+\.js$/);
    await page.goto('/about/');
    const session = await context.newCDPSession(page);
    const { origin } = new URL(page.url());
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200_000 });
    await begin(page, 'Fits.');
    const answered = page.waitForResponse(/\/trouble\.[^/]+\.js$/);
    await box(page).fill(TOO_LONG);
    await expect(status(page)).toHaveText('Not saved: storage is full');
    expect((await answered).status()).toBe(404);
    await docket(page).getByRole('button', { name: 'See earlier versions' }).click();
    await expect(docket(page).getByRole('status')).toContainText('They are kept on this device.');
  });
});

test('F17 no service worker is registered, and one of an older build breaks nothing', async ({
  browser,
}) => {
  // this build has no worker of its own; one is planted here, half of its cache deleted
  const folder = mkdtempSync(join(tmpdir(), 'frontline-one-site-'));
  cpSync(DIST, folder, { recursive: true });
  writeFileSync(
    join(folder, 'older.js'),
    `self.addEventListener('install', (event) => event.waitUntil((async () => {
      await (await caches.open('frontline-one-older')).addAll(['/', '${addressOf(lesson)}', '/icon.svg']);
      await self.skipWaiting();
    })()));
    self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
    self.addEventListener('fetch', (event) => event.respondWith(
      caches.match(event.request, { ignoreVary: true }).then((kept) => kept ?? fetch(event.request))));`,
  );
  writeFileSync(join(folder, 'older.html'), '<!doctype html><title>Older build</title>');
  const server = await startServer({ root: folder, port: 0 });
  const context = await browser.newContext({ baseURL: server.url });
  try {
    const page = await context.newPage();
    await begin(page, 'Written without a worker.');
    const workers = () => navigator.serviceWorker.getRegistrations().then(({ length }) => length);
    expect(await page.evaluate(workers)).toBe(0);
    await page.goto('/older.html');
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/older.js');
      await navigator.serviceWorker.ready;
      await (await caches.open('frontline-one-older')).delete('/icon.svg');
    });
    await page.goto(LESSON);
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain(
      'older.js',
    );
    await expect(box(page)).toHaveValue('Written without a worker.');
    await writeSaved(page, 'Written under an older worker.');
    await page.reload();
    await expect(box(page)).toHaveValue('Written under an older worker.');
  } finally {
    await context.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('F24 all teaching text can be read', async ({ page }) => {
    for (const one of unit.lessons) {
      await page.goto(addressOf(one));
      const main = page.getByRole('main');
      await expect(main.getByRole('heading', { level: 1, name: one.title })).toBeVisible();
      for (const { text } of one.headings) {
        await expect(main.getByRole('heading', { name: text, exact: true })).toBeVisible();
      }
      // nothing of the text waits for a script to show it
      const hidden = await page
        .locator('.prose :is(p, li, td, th, figcaption, dd)')
        .evaluateAll((all) =>
          all
            // what is folded up opens without a script, and buttons are no text
            .filter((part) => !part.closest('details, .actions') && !part.checkVisibility())
            .map((part) => part.textContent),
        );
      expect(hidden).toEqual([]);
      for (const question of one.questions) {
        await expect(main.getByText(question.ask, { exact: true })).toBeVisible();
        if (!isWritten(question)) continue;
        for (const { label } of question.slots) {
          await expect(
            main.getByRole('textbox', { name: label, exact: true }).first(),
          ).toBeVisible();
        }
      }
      const note = page.locator('noscript .notice').filter({ visible: true });
      await expect(note).toContainText('To check answers and to save your own words');
    }
  });
});
