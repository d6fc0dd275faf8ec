import { describe, expect, it } from 'vitest';
import {
  exactFirst,
  pieces,
  rows,
  spread,
  type FoundPage,
  type FoundPart,
} from '../../../src/islands/excerpt';

const part = (title: string, score: number, more: Partial<FoundPart> = {}): FoundPart => ({
  title,
  url: `/p/#${title}`,
  excerpt: title,
  weighted_locations: [{ location: 0, balanced_score: score }],
  ...more,
});
const entry = (title: string, score: number) =>
  part(title, score, { anchor: { element: 'h3', id: title } });
const page = (more: Partial<FoundPage>): FoundPage => ({
  url: '/about/',
  meta: { title: 'A page' },
  excerpt: 'of the page',
  sub_results: [],
  anchors: [],
  weighted_locations: [],
  ...more,
});

describe('pieces', () => {
  it('turns marks into hits and keeps everything else as text', () => {
    expect(pieces('be <mark>on time</mark> &lt;b&gt; <i>x</i>')).toEqual([
      { text: 'be ', hit: false },
      { text: 'on time', hit: true },
      { text: ' <b> <i>x</i>', hit: false },
    ]);
  });
  it('starts with a hit where the excerpt does', () => {
    expect(pieces('<mark>a</mark>')).toEqual([{ text: 'a', hit: true }]);
  });
});

describe('rows', () => {
  it('gives each key word that fits a row, the best first, and no more than asked for', () => {
    const found = (most: number) =>
      rows(
        page({
          url: '/key-words/',
          meta: { title: 'Key words', kind: 'Key word' },
          sub_results: [
            part('Key words', 9),
            entry('empathy', 1),
            entry('rapport', 3),
            entry('tone', 2),
          ],
        }),
        most,
      ).map(({ title, kind, url }) => [title, kind, url]);
    expect(found(6)).toEqual([
      ['rapport', 'Key word', '/p/#rapport'],
      ['tone', 'Key word', '/p/#tone'],
    ]);
    expect(found(1)).toEqual([['rapport', 'Key word', '/p/#rapport']]);
  });

  it('gives a unit, then each of its criteria that holds a word that was found', () => {
    const found = rows(
      page({
        url: '/base/units/first/',
        meta: { title: 'Unit 1' },
        anchors: [
          { id: 'map', text: 'Criteria map', location: 8 },
          { id: 'u01-1-1', text: '1.1 State what it is', location: 10 },
          { id: 'u01-1-2', text: '1.2 List ways', location: 15 },
          { id: 'u01-1-3', text: '1.3 Outline ways', location: 18 },
        ],
        weighted_locations: [
          { location: 8, balanced_score: 9 },
          { location: 15, balanced_score: 3 },
          { location: 20, balanced_score: 4 },
        ],
      }),
      6,
    );
    expect(found.map(({ title, kind, url }) => [title, kind, url])).toEqual([
      ['Unit 1', 'Unit', '/base/units/first/'],
      ['1.3 Outline ways', 'Criterion of Unit 1', '/base/units/first/#u01-1-3'],
      ['1.2 List ways', 'Criterion of Unit 1', '/base/units/first/#u01-1-2'],
    ]);
  });

  it('leads to the best part of a lesson', () => {
    const found = rows(
      page({
        url: '/units/first/what/',
        meta: { title: 'What is it?' },
        sub_results: [part('What is it?', 1), part('Why it matters', 4)],
      }),
      6,
    );
    expect(found).toEqual([
      {
        title: 'What is it?',
        kind: 'Lesson: Why it matters',
        url: '/p/#Why it matters',
        excerpt: [{ text: 'Why it matters', hit: false }],
      },
    ]);
  });

  it('shows a page without parts, and one that says its kind', () => {
    expect(rows(page({}), 6)).toMatchObject([{ title: 'A page', kind: 'Page', url: '/about/' }]);
    expect(rows(page({ meta: { title: '1.1 State', kind: 'Criterion' } }), 6)).toMatchObject([
      { title: '1.1 State', kind: 'Criterion' },
    ]);
  });
});

describe('spread', () => {
  it('lets no page push the next one down by more than two rows', () => {
    const found = (titles: string[]) =>
      titles.map((title) => ({ title, url: '', kind: '', excerpt: [] }));
    const pages = [found(['unit', '2.1', '1.2', '1.3']), found(['lesson'])];
    expect(spread(pages).map(({ title }) => title)).toEqual([
      'unit',
      '2.1',
      'lesson',
      '1.2',
      '1.3',
    ]);
  });
});

describe('exactFirst', () => {
  it('brings the very words to the front and keeps the order of the rest', () => {
    const found = ['Unit 1', 'a lesson', 'First impression'].map((title) => ({
      title,
      url: '',
      kind: '',
      excerpt: [],
    }));
    expect(exactFirst(found, 'first impression').map(({ title }) => title)).toEqual([
      'First impression',
      'Unit 1',
      'a lesson',
    ]);
  });
});
