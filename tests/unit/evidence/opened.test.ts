// @vitest-environment jsdom
/** The practice table of the page that shows a bundle. */
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { toRecord, type RecordInput } from '../../../src/evidence/record';
import OpenedBundle from '../../../src/islands/OpenedBundle.svelte';
import { input, unit1 } from './sample';

let shown: Record<string, unknown> | undefined;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = undefined;
  document.body.replaceChildren();
});

/** Opens the record of an input on the page; gives the part about practice. */
function practiceOf(more: Partial<RecordInput>): HTMLElement | undefined {
  shown = mount(OpenedBundle, {
    target: document.body,
    props: {
      opened: {
        kind: 'opened',
        record: toRecord({ ...input, ...more }),
        complete: true,
        files: 10,
        problems: [],
        harm: [],
        fingerprint: '0'.repeat(64),
        newer: false,
      },
      base: '/',
      onclose: vi.fn(),
    },
  });
  flushSync();
  return document.getElementById('practice')?.parentElement ?? undefined;
}

const rowsOf = (part: HTMLElement | undefined) =>
  [...(part?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim()),
  );

test('practice is not there unless the learner asked for it', () => {
  expect(practiceOf({})).toBeUndefined();
});

test('practice is told by the words of the question and its criteria, as text', () => {
  const part = practiceOf({ includePractice: true });
  expect(rowsOf(part)).toEqual([
    ['Practice 2: is <b>this</b> “right” & kind?', '1.2 (printed 2.2)', '2', '1 of 1', 'Yes'],
    ['Practice 3: is <b>this</b> “right” & kind?', '1.3 (printed 2.3)', '1', '1 of 3', 'No'],
    ['Practice 9: is <b>this</b> “right” & kind?', '2.4, 2.5', '0', '–', 'Yes'],
  ]);
  expect(part?.querySelectorAll('thead th')).toHaveLength(5);
  expect(part?.querySelectorAll('tbody th[scope=row]')).toHaveLength(3);
  expect(part?.textContent).not.toContain('u01-practice');
});

test('a file that names a question twice is shown all the same', () => {
  const twice = { ...unit1, practice: [...unit1.practice, ...unit1.practice] };
  expect(rowsOf(practiceOf({ units: [twice], includePractice: true }))).toHaveLength(6);
});

test('criteria name their unit when the bundle has several', () => {
  const unit2 = { ...unit1, unit: { ...unit1.unit, key: 'U02', number: 2, outcomes: [] } };
  const units = [unit1, { ...unit2, prompts: [], practice: [] }];
  expect(rowsOf(practiceOf({ units, includePractice: true })).map((row) => row[1])).toEqual([
    'Unit 1: 1.2 (printed 2.2)',
    'Unit 1: 1.3 (printed 2.3)',
    'Unit 1: 2.4, 2.5',
  ]);
});

test('no table stands there when nothing was tried', () => {
  const part = practiceOf({ answers: [], includePractice: true });
  expect(part?.querySelector('table')).toBeNull();
  expect(part?.textContent).toContain('has not tried a practice question');
});
