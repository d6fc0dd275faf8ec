/** Rules about what lessons cite: sources of law and dated facts, and the made-up organisations. */
import { endOfTag } from '../mdx';
import { mendName } from '../nearest';
import type { Read } from '../read';
import type { Problem } from '../types';

const lessonsOf = (read: Read) => read.units.flatMap((unit) => unit.lessons);

/** Each <Source> names an entry of content/sources.yaml. */
export function sourcesKnown(read: Read): Problem[] {
  const ids = read.sources?.data?.map((source) => source.id);
  if (!ids) return [];
  const problems: Problem[] = [];
  for (const { file, mdx } of lessonsOf(read)) {
    for (const tag of mdx.tags) {
      const id = tag.attributes['id'] ?? '';
      if (tag.name !== 'Source' || ids.includes(id)) continue;
      problems.push({
        file,
        line: tag.line,
        message: `There is no source “${id}”.`,
        mend: mendName(id, ids, 'Add it to content/sources.yaml, or take the <Source> out.'),
      });
    }
  }
  return problems;
}

/**
 * Sources are in the order of their ids, each once; the day to look again is after the day of the
 * check; one that is changing says what may change.
 */
export function sourcesWhole(read: Read): Problem[] {
  const { sources } = read;
  return (sources?.data ?? []).flatMap(
    ({ id, checked, review, status, note }, i, all): Problem[] => {
      const at = {
        file: sources?.source.file ?? '',
        line: sources?.source.lineOf([i, 'id']) ?? 1,
      };
      const before = all[i - 1]?.id ?? '';
      return [
        ...(before < id
          ? []
          : [
              {
                ...at,
                message:
                  before === id
                    ? `The source “${id}” is there twice.`
                    : `The source “${id}” stands after “${before}”.`,
                mend:
                  before === id
                    ? 'Keep one of the two.'
                    : 'Put the sources in the order of their ids.',
              },
            ]),
        ...(checked < review
          ? []
          : [
              {
                ...at,
                message: `The source “${id}” is to be looked at again on ${review}, but was checked on ${checked}.`,
                mend: 'Write a later day for “review”.',
              },
            ]),
        ...((status === 'changing') === (note !== undefined)
          ? []
          : [
              {
                ...at,
                message:
                  note === undefined
                    ? `The source “${id}” is changing, but does not say what may change.`
                    : `The source “${id}” is settled, but says what may change.`,
                mend:
                  note === undefined
                    ? 'Add “note:”, in plain words.'
                    : 'Write “status: changing”, or take the note out.',
              },
            ]),
      ];
    },
  );
}

/** A law by its name and year, whole and in short; UK GDPR has no year in its name. */
const lawName =
  /((?:(?:\p{Lu}[\p{L}’'.-]*|etc\.|and|at|from|of|the|to|\([^)]*\)),?\s+)*)(Act|Regulations|Order|Measure)\s+((?:19|20)\d\d)\b|\b(?:UK\s+)?GDPR\b/gu;

/** `Equality Act 2010` in every way to write it; the word before `Act` tells laws of a year apart. */
function shortName(found: RegExpExecArray): string {
  const words = (found[1] ?? '').replace(/\betc\.|\([^)]*\)|[^\p{L}\s]/gu, '').trim();
  const before = words.split(/\s+/).at(-1) ?? '';
  return found[2] === undefined ? 'GDPR' : `${before} ${found[2]} ${found[3]}`.toLowerCase();
}

interface Law {
  short: string;
  /** as it stands in the text */
  name: string;
  /** where it stands in the body */
  at: number;
}

const lawsIn = (text: string, from: number): Law[] =>
  [...text.matchAll(lawName)].map((found) => ({
    short: shortName(found),
    name: found[0].replace(/^(?:(?:and|at|from|of|the|to)\s+)+/, '').replace(/\s+/g, ' '),
    at: from + found.index,
  }));

/** The laws that a lesson's text names: inside a <Source>, in running text, and in attributes. */
function lawsOf(body: string): { cited: Law[]; running: Law[]; attributes: Law[] } {
  const laws: ReturnType<typeof lawsOf> = { cited: [], running: [], attributes: [] };
  let depth = 0;
  let at = 0;
  const runTo = (end: number) => {
    laws[depth > 0 ? 'cited' : 'running'].push(...lawsIn(body.slice(at, end), at));
  };
  for (const tag of body.matchAll(/<(\/?)([A-Z]\w*)/g)) {
    if (tag.index < at) continue;
    runTo(tag.index);
    at = endOfTag(body, tag.index + tag[0].length);
    laws.attributes.push(...lawsIn(body.slice(tag.index, at), tag.index));
    // The tags of <Term> and <Range> inside a <Source> do not end it.
    if (tag[2] === 'Source') depth = Math.max(0, depth + (tag[1] === '/' ? -1 : 1));
  }
  runTo(body.length);
  return laws;
}

/**
 * Each law that a lesson names stands inside a <Source> there at least once. In a table or another
 * attribute it cannot: there, it is enough that the lesson cites a source whose title names it.
 */
export function lawsCited(read: Read): Problem[] {
  const sources = read.sources?.data;
  if (!sources) return [];
  // The shortest title first: it is the law itself, and not a code or a part of it.
  const inTitle = sources
    .toSorted((a, b) => a.title.length - b.title.length)
    .map(({ id, title }) => ({ id, laws: lawsIn(title, 0).map((law) => law.short) }));
  return lessonsOf(read).flatMap(({ file, mdx }) => {
    const { cited, running, attributes } = lawsOf(mdx.body);
    const inSource = new Set(cited.map((law) => law.short));
    const titled = new Set(
      mdx.tags
        .filter((tag) => tag.name === 'Source')
        .flatMap((tag) => inTitle.find(({ id }) => id === tag.attributes['id'])?.laws ?? []),
    );
    const missing = [
      ...running.filter((law) => !inSource.has(law.short)),
      ...attributes.filter((law) => !inSource.has(law.short) && !titled.has(law.short)),
    ];
    return missing
      .filter((law, i) => missing.findIndex((other) => other.short === law.short) === i)
      .map(({ name, short, at }): Problem => {
        const fit = inTitle.find(({ laws }) => laws.includes(short))?.id;
        return {
          file,
          line: mdx.bodyLine + mdx.body.slice(0, at).split('\n').length - 1,
          message: `The lesson names a law, but cites no source for it: “${name}”.`,
          mend: `Put <Source id="${fit ?? '…'}">…</Source> round the statement that names it${fit ? '' : ', and add the law to content/sources.yaml'}.`,
        };
      });
  });
}

/** Each <Brief> names a made-up organisation, and a part of its page if it names one. */
export function briefsKnown(read: Read): Problem[] {
  const problems: Problem[] = [];
  const ids = [...read.briefs.keys()];
  for (const { file, mdx } of lessonsOf(read)) {
    for (const { name, attributes, line } of mdx.tags) {
      if (name !== 'Brief') continue;
      const { id = '', part } = attributes;
      if (!ids.includes(id)) {
        problems.push({
          file,
          line,
          message: `There is no organisation “${id}”.`,
          mend: mendName(id, ids, `Name one of: ${ids.join(', ')}.`),
        });
        continue;
      }
      const parts = read.briefs.get(id)?.data?.parts.map((each) => each.id);
      if (part === undefined || !parts || parts.includes(part)) continue;
      problems.push({
        file,
        line,
        message: `The page about “${id}” has no part “${part}”.`,
        mend: mendName(part, parts, `Name one of: ${parts.join(', ')}.`),
      });
    }
  }
  return problems;
}
