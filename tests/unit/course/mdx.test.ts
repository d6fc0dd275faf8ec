import { expect, test } from 'vitest';
import { scanMdx, slugOf } from '../../../src/course/mdx';

test('frontmatter, headings and tags have the lines of the file', () => {
  const mdx = scanMdx('---\ntitle: A\n---\n\n## One\n\n<Question id="a" />\n');
  expect(mdx.frontmatter).toBe('title: A');
  expect(mdx.headings).toEqual([{ depth: 2, text: 'One', id: 'one', line: 5 }]);
  expect(mdx.tags).toEqual([{ name: 'Question', attributes: { id: 'a' }, line: 7 }]);
});

test('code and comments are not read, and do not move the lines', () => {
  const mdx = scanMdx(
    '```mdx\n## No\n<Question id="no" />\n```\n{/* <Question id="no" />\n## No */}\n`<Range id="no">`\n\n## Yes\n',
  );
  expect(mdx.tags).toEqual([]);
  expect(mdx.headings).toEqual([{ depth: 2, text: 'Yes', id: 'yes', line: 9 }]);
});

test('an attribute in braces may hold brackets, quotes and what looks like an attribute', () => {
  const mdx = scanMdx(
    `<Table rows={[['id="x" > y', "it's"]]} caption="A > b" />\n\n<Term id='t'>t</Term>`,
  );
  expect(mdx.tags).toEqual([
    { name: 'Table', attributes: { caption: 'A > b' }, line: 1 },
    { name: 'Term', attributes: { id: 't' }, line: 3 },
  ]);
});

test('tags inside tags are read', () => {
  const { tags } = scanMdx('<Range id="a">An <Term id="b">x</Term>.</Range>');
  expect(tags.map(({ name, attributes }) => [name, attributes['id']])).toEqual([
    ['Range', 'a'],
    ['Term', 'b'],
  ]);
});

test('headings get the ids that GitHub gives', () => {
  expect(slugOf('It can be wrong, and it can change')).toBe('it-can-be-wrong-and-it-can-change');
  expect(slugOf('A customer’s “first” look: 2 – 3 e.g. café_bar')).toBe(
    'a-customers-first-look-2--3-eg-café_bar',
  );
  const { headings } = scanMdx(
    '## Same\n## Same\n## Same 1\n## A **bold** <Term id="t">word</Term>\n',
  );
  expect(headings.map(({ id }) => id)).toEqual(['same', 'same-1', 'same-1-1', 'a-bold-word']);
});
