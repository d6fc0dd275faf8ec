/** A place on a page where a word was found, counted in words, and how much that weighs. */
export interface Place {
  location: number;
  balanced_score: number;
}
/** What the search index gives for one part of a page: the part under one heading. */
export interface FoundPart {
  title: string;
  url: string;
  /** HTML of the index: text with `<mark>` around hits, and `<` and `>` escaped */
  excerpt: string;
  anchor?: { element: string; id: string };
  weighted_locations: Place[];
}
/** What the search index gives for one page. */
export interface FoundPage {
  url: string;
  meta: Record<string, string>;
  excerpt: string;
  sub_results: FoundPart[];
  /** every element with an id: its text and where that starts, counted in words */
  anchors: { id: string; text: string; location: number }[];
  weighted_locations: Place[];
}
/** One row of the list of results. */
export interface Row {
  url: string;
  title: string;
  /** "Lesson", "Criterion", "Key word"…, then where it stands if that is not the title */
  kind: string;
  excerpt: Piece[];
}
/** A run of plain text; `hit` where it is a word that was searched for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/**
 * An excerpt as plain text in pieces, so that a page never has to show HTML that it was given.
 * @param excerpt of the index: `on <mark>time</mark> &lt;b&gt;`
 * @returns `[{ text: 'on ', hit: false }, { text: 'time', hit: true }, { text: ' <b>', hit: false }]`
 */
export function pieces(excerpt: string): Piece[] {
  return excerpt
    .split(/<\/?mark>/)
    .map((text, i) => ({
      text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
      hit: i % 2 === 1,
    }))
    .filter(({ text }) => text !== '');
}

const score = (places: readonly Place[]) =>
  places.reduce((sum, { balanced_score }) => sum + balanced_score, 0);

/** Best first, at most `most`, and none that is less than half as good as the best. */
function best<T>(entries: readonly T[], worth: (entry: T) => number, most: number): T[] {
  const sorted = entries
    .filter((entry) => worth(entry) > 0)
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, most);
  return sorted.filter((entry) => sorted[0] && worth(entry) >= worth(sorted[0]) / 2);
}

/**
 * The rows that one found page gives. The page of key words and a unit's page hold many short
 * entries, so each entry that fits is a row of its own; a lesson is one row that leads to its best
 * part. Criteria are known by the id of their table row, `u02-1-3`.
 * @param page as the index gives it
 * @param most how many entries one page may give
 */
export function rows(page: FoundPage, most: number): Row[] {
  const title = page.meta['title'] ?? page.url;
  const kind = kindOf(page);
  const parts = [...page.sub_results].sort(
    (a, b) => score(b.weighted_locations) - score(a.weighted_locations),
  );
  if (kind === 'Key word') {
    const words = parts.filter(({ anchor }) => anchor?.element === 'h3');
    const fitting = best(words, (part) => score(part.weighted_locations), most);
    if (fitting.length > 0) return fitting.map((part) => row(part, part.title, kind));
  }
  if (kind === 'Unit') {
    const criteria = page.anchors.filter(({ id }) => /^u\d\d-\d+-\d+$/.test(id));
    return [
      { url: page.url, title, kind, excerpt: pieces(page.excerpt) },
      ...best(criteria, (criterion) => score(within(page, criterion)), most).map(
        ({ id, text }) => ({
          url: `${page.url}#${id}`,
          title: text,
          kind: `Criterion of ${title}`,
          excerpt: [],
        }),
      ),
    ];
  }
  const part = parts[0];
  if (!part) return [{ url: page.url, title, kind, excerpt: pieces(page.excerpt) }];
  return [row(part, title, part.title === title ? kind : `${kind}: ${part.title}`)];
}

/** The places of a page that lie in the words of one anchor. */
const within = (page: FoundPage, { text, location }: FoundPage['anchors'][number]): Place[] =>
  page.weighted_locations.filter(
    (place) => place.location >= location && place.location < location + text.split(/\s+/).length,
  );

/**
 * The rows of several pages, best page first. Two rows of each page come before the rest, so that
 * a page with many entries does not push the next one out of sight.
 */
export const spread = (pages: readonly Row[][]): Row[] => [
  ...pages.flatMap((found) => found.slice(0, 2)),
  ...pages.flatMap((found) => found.slice(2)),
];

/** Rows with the very title that was asked for come first; the others keep their order. */
export function exactFirst(found: readonly Row[], query: string): Row[] {
  const exact = ({ title }: Row) => title.toLowerCase() === query.toLowerCase();
  return [...found.filter(exact), ...found.filter((one) => !exact(one))];
}

const row = ({ url, excerpt }: FoundPart, title: string, kind: string): Row => ({
  url,
  title,
  kind,
  excerpt: pieces(excerpt),
});

/** The page may say its kind itself (`data-pagefind-meta="kind:…"`); else its address tells. */
function kindOf({ meta, url }: FoundPage): string {
  if (meta['kind']) return meta['kind'];
  if (/\/units\/[^/]+\/[^/]+\//.test(url)) return 'Lesson';
  return /\/units\/[^/]+\//.test(url) ? 'Unit' : 'Page';
}
