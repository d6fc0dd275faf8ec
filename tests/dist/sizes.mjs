// @ts-check
/** `node tests/dist/sizes.mjs`: how much each page of the built site weighs on a first visit. */
import { pages, sizes } from './site.mjs';

const kB = (/** @type {number} */ bytes) => (bytes / 1024).toFixed(1).padStart(6);
console.log('  HTML    CSS     JS  total  kB of 1024 bytes, brotli');
for (const page of pages) {
  const { html, css, js, total } = sizes(page);
  console.log(`${[html, css, js, total].map(kB).join(' ')}  ${page.url.pathname}`);
}
