import { expect, test } from 'vitest';
import { buildCourse, printProblems } from '../../src/course/course';
import { files } from './files';

test('the authors’ files have no problem', () => {
  expect(printProblems(buildCourse(files).problems)).toBe('');
});

test('no lesson takes the address of the page at the end of its unit', () => {
  const slugs = Object.keys(files).map((path) => /\/\d\d-([a-z0-9-]+)\.mdx$/.exec(path)?.[1]);
  expect(slugs).not.toContain('end');
});

test('nothing of the assessor files is in the course', () => {
  const { course } = buildCourse(files);
  const assessor = Object.entries(files).filter(([path]) => path.endsWith('.assessor.yaml'));
  expect(assessor.length).toBeGreaterThan(0);
  const built = JSON.stringify(course);
  const lines = assessor.flatMap(([, text]) =>
    text.split('\n').map((line) => line.replace(/^[\s-]*(?:\w+: )?/, '').trim()),
  );
  const long = lines.filter((line) => line.length >= 40);
  expect(long.length).toBeGreaterThan(0);
  expect(long.filter((line) => built.includes(line))).toEqual([]);
});
