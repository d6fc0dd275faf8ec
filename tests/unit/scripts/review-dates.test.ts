import { expect, test } from 'vitest';
import { reviewReport } from '../../../src/scripts/review-dates.mjs';

const source = (id: string, review: string) => ({
  id,
  title: `The ${id}`,
  url: `https://example.org/${id}`,
  checked: '2026-11-22',
  review,
});
const sources = [
  source('late', '2027-05-22'),
  source('later', '2027-05-23'),
  source('earliest', '2027-01-22'),
];

test('what is due comes first, the longest overdue at the top, and the next day is named', () => {
  expect(reviewReport(sources, '2027-05-22'))
    .toBe(`2 of 3 sources should be looked at again. The next one is due on 2027-05-23.

earliest: The earliest
  due on 2027-01-22, last checked on 2026-11-22
  https://example.org/earliest

late: The late
  due on 2027-05-22, last checked on 2026-11-22
  https://example.org/late

Then write the new dates into content/sources.yaml, and mend the lessons that cite what changed.`);
});

test('nothing is due before its day', () => {
  expect(reviewReport(sources, '2027-01-21')).toBe(
    'None of 3 sources is due. The next one is due on 2027-01-22.',
  );
});

test('no source at all', () => {
  expect(reviewReport([], '2027-01-21')).toBe('None of 0 sources is due.');
});
