import { test as base, expect } from '@playwright/test';
import { watch } from './test.ts';

/** The watch must notice: a watch that is blind would let every other journey pass. */
const ORIGIN = 'http://watch.invalid';
const page = (head: string, body = '') =>
  `<!doctype html><html lang="en-GB"><head><title>Watched</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
const POLICY = `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`;

const FAULTS: [name: string, html: string, fault: RegExp][] = [
  [
    'an error in the console',
    page('<script>console.error("planted")</script>'),
    /Console: planted/,
  ],
  ['an uncaught error', page('<script>throw new Error("planted")</script>'), /Uncaught: .*planted/],
  [
    'a rejected promise',
    page('<script>Promise.reject(new Error("planted"))</script>'),
    /Uncaught: .*planted/,
  ],
  [
    'a breach of the policy',
    page(POLICY, '<script>1</script>'),
    /Content-Security-Policy: script-src-elem inline/,
  ],
  [
    'a request to another origin',
    page('', '<img alt="" src="http://elsewhere.invalid/x.png">'),
    /another origin: http:\/\/elsewhere.invalid\/x.png/,
  ],
];

for (const [name, html, fault] of FAULTS) {
  base(`notices ${name}`, async ({ context }) => {
    const faults = await watch(context, ORIGIN);
    await context.route('**/*', (route) =>
      route.request().url() === `${ORIGIN}/`
        ? route.fulfill({ contentType: 'text/html', body: html })
        : route.fulfill({ contentType: 'text/plain', body: '' }),
    );
    const opened = await context.newPage();
    await opened.goto(`${ORIGIN}/`);
    await expect.poll(() => faults).toContainEqual(expect.stringMatching(fault));
  });
}

base('is quiet on a sound page', async ({ context }) => {
  const faults = await watch(context, ORIGIN);
  await context.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: page('<script>console.log(1)</script>') }),
  );
  const opened = await context.newPage();
  await opened.goto(`${ORIGIN}/`);
  await opened.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
  expect(faults).toEqual([]);
});
