import { expect, test } from 'vitest';
import { readFiles } from '../../src/course/read';
import { files } from './files';
import { compareIds, readPublished } from './ids';
import published from './ids.txt?raw';

/** Every question id and evidence reference of the authors' files. */
const ids = readFiles(files).read.units.flatMap((unit) =>
  unit.lessons.flatMap((lesson) =>
    (lesson.questions ?? []).flatMap(({ id, data }) => [
      ...(id === undefined ? [] : [id]),
      ...(data?.kind === 'written' ? [data.ref] : []),
    ]),
  ),
);

test('every id that was ever published is still there, or retired', () => {
  expect(ids.length).toBeGreaterThan(0);
  expect(compareIds(readPublished(published), ids).join('\n')).toBe('');
});

test('a question’s id starts with the key of its unit, so that the review finds its data', () => {
  const strange = readFiles(files).read.units.flatMap(({ folder, lessons }) =>
    lessons
      .flatMap(({ questions }) => questions ?? [])
      .filter(({ id }) => !id?.startsWith(`u${folder.slice(0, 2)}-`))
      .map(({ id }) => `${folder}: ${id}`),
  );
  expect(strange).toEqual([]);
});

const list = readPublished('# Comment.\nU01-01\nu01-a\nu01-b\n\n# retired\nu01-old\n');

test('an id that went away is missed', () => {
  expect(compareIds(list, ['U01-01', 'u01-a'])).toEqual([
    '“u01-b” was published, but is not in the course any more. Bring it back, or move its line below “# retired”: stored answers and old bundles name it.',
  ]);
});

test('a new id must be listed', () => {
  expect(compareIds(list, ['u01-z', 'u01-c', 'U01-01', 'u01-a', 'u01-b'])).toEqual([
    'New ids. Add these lines to tests/content/ids.txt:\nu01-c\nu01-z',
  ]);
});

test('a retired id may not come back', () => {
  expect(compareIds(list, ['U01-01', 'u01-a', 'u01-b', 'u01-old'])).toEqual([
    '“u01-old” is retired, and may not be used again. Choose a new id.',
  ]);
});

test('the list must be sorted', () => {
  expect(compareIds(readPublished('u01-b\nu01-a\n'), ['u01-a', 'u01-b'])).toEqual([
    'The list is not sorted from “u01-b” on.',
  ]);
});
