// @ts-check
/**
 * `npm run review-dates`: which sources of law and dated facts should be looked at again. A report
 * for who looks after the course, and no part of the build or of `npm test`: an old date makes no
 * page wrong by itself, and a build must not fail because a day went by.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { command, ensureInstalled, ROOT } from './project.mjs';

/** @typedef {{ id: string, title: string, url: string, checked: string, review: string }} Entry */

/**
 * Says which sources are due, the longest overdue first.
 * @param {readonly Entry[]} sources days as `2026-11-22`
 * @param {string} today as `2026-11-22`; a source is due from its review day on
 * @returns {string} for the terminal
 */
export function reviewReport(sources, today) {
  const byDay = sources.toSorted(
    (a, b) => Number(a.review > b.review) - Number(a.review < b.review),
  );
  const due = byDay.filter((source) => source.review <= today);
  const next = byDay.find((source) => source.review > today);
  const after = next ? ` The next one is due on ${next.review}.` : '';
  if (due.length === 0) return `None of ${sources.length} sources is due.${after}`;
  return [
    `${due.length} of ${sources.length} sources should be looked at again.${after}`,
    ...due.map(
      ({ id, title, url, checked, review }) =>
        `${id}: ${title}\n  due on ${review}, last checked on ${checked}\n  ${url}`,
    ),
    'Then write the new dates into content/sources.yaml, and mend the lessons that cite what changed.',
  ].join('\n\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await command(async () => {
    await ensureInstalled();
    const { parse } = await import('yaml');
    const sources = parse(readFileSync(join(ROOT, 'content', 'sources.yaml'), 'utf8'));
    console.log(reviewReport(sources, new Date().toISOString().slice(0, 10)));
  });
}
