/** Rules about the text and the figures of lessons. */
import { mendName } from '../nearest';
import type { Read } from '../read';
import type { Problem } from '../types';

/** The pictures of questions: places are given in percent, and must not overlap on a phone. */
const questionBox = '0 0 360 270';

/** Headings start at h2 and go down one level at a time; the page makes the h1. */
export function headingsInOrder(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const { file, mdx } of read.units.flatMap((unit) => unit.lessons)) {
    let before = 1;
    for (const { depth, text, line } of mdx.headings) {
      if (depth === 1) {
        problems.push({
          file,
          line,
          message: `“${text}” is a heading of level 1. The page makes that one from the title.`,
          mend: 'Start it with ##.',
        });
      } else if (depth > before + 1) {
        problems.push({
          file,
          line,
          message: `The heading “${text}” jumps from level ${before} to level ${depth}.`,
          mend: `Start it with ${'#'.repeat(before + 1)}.`,
        });
      }
      before = Math.max(depth, 1);
    }
  }
  return problems;
}

/** Each <Term>, and each term of flashcards, names an entry of the glossary. */
export function termsKnown(read: Read): Problem[] {
  const ids = read.glossary?.data?.map((term) => term.id);
  if (!ids) return [];
  const problems: Problem[] = [];
  const check = (id: string, file: string, line: number, where: string, what: string) => {
    if (ids.includes(id)) return;
    problems.push({
      file,
      line,
      message: `${where}he glossary has no term “${id}”.`,
      mend: mendName(id, ids, `Add it to content/glossary.yaml, or take the ${what} out.`),
    });
  };
  for (const { file, mdx, questions } of read.units.flatMap((unit) => unit.lessons)) {
    for (const tag of mdx.tags) {
      if (tag.name === 'Term') check(tag.attributes['id'] ?? '', file, tag.line, 'T', '<Term>');
    }
    for (const { source, index, data } of questions ?? []) {
      if (data?.kind !== 'flashcards') continue;
      for (const [i, id] of data.terms.entries()) {
        const line = source.lineOf([index, 'terms', i]);
        check(id, source.file, line, `In ${data.id}: t`, 'card');
      }
    }
  }
  return problems;
}

/** Each <Figure> names a picture that exists, and says in words what it shows. */
export function figuresWhole(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const { folder, images, lessons } of read.units) {
    for (const { file, mdx } of lessons) {
      for (const { name, attributes, line } of mdx.tags) {
        if (name !== 'Figure') continue;
        const image = attributes['image'] ?? '';
        if (!images.has(image)) {
          problems.push({
            file,
            line,
            message: `The picture “${image}” does not exist in content/units/${folder}/images.`,
            mend: mendName(image, [...images.keys()], 'Add the SVG file there, or mend the name.'),
          });
        }
        for (const field of ['title', 'caption']) {
          if (attributes[field]?.trim()) continue;
          problems.push({
            file,
            line,
            message: `The figure “${image}” has no ${field}.`,
            mend: `Write ${field}="…". Who cannot see the picture reads it there.`,
          });
        }
      }
    }
  }
  return problems;
}

/** A picture is found by its name alone, so no two units have one of the same name. */
export function pictureNamesOnce(read: Read): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { folder, images } of read.units) {
    for (const name of images.keys()) {
      const other = first.get(name);
      if (other === undefined) first.set(name, folder);
      else {
        problems.push({
          file: `content/units/${folder}/images/${name}`,
          line: 1,
          message: `There is a picture “${name}” in content/units/${other}/images too.`,
          mend: 'Give one of them another name, there and where it is used.',
        });
      }
    }
  }
  return problems;
}

/** A question's picture exists, and has the shape that every picture of a question has. */
export function questionPicturesWhole(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const { folder, images, lessons } of read.units) {
    for (const { source, index, data } of lessons.flatMap((lesson) => lesson.questions ?? [])) {
      if (!data || !('image' in data)) continue;
      const picture = images.get(data.image);
      if (picture?.includes(`viewBox="${questionBox}"`)) continue;
      const at = { file: source.file, line: source.lineOf([index, 'image']) };
      problems.push(
        picture === undefined
          ? {
              ...at,
              message: `In ${data.id}: the picture “${data.image}” does not exist in content/units/${folder}/images.`,
              mend: mendName(
                data.image,
                [...images.keys()],
                'Add the SVG file there, or mend the name.',
              ),
            }
          : {
              ...at,
              message: `In ${data.id}: the picture “${data.image}” has another shape than the pictures of questions.`,
              mend: `Start the file with <svg viewBox="${questionBox}">: its places are found by that.`,
            },
      );
    }
  }
  return problems;
}

/**
 * What an SVG file may not hold. It is put into the page as it is, so the page's content security
 * policy, its themes and its ids hold for it.
 */
const notInSvg: { pattern: RegExp; what: string; mend: string }[] = [
  {
    pattern: /<style\b|\sstyle\s*=/gi,
    what: 'a style',
    mend: 'Use the classes for figures: ink, draw-a, draw-b, draw-gap, bold, a-word, paper, fill-a, on-a.',
  },
  { pattern: /<script\b|\son[a-z]+\s*=/gi, what: 'a script', mend: 'Take it out.' },
  {
    pattern: /\s(?:xlink:)?href\s*=|url\(|<(?:image|use|foreignObject|a)\b|<!|<\?/gi,
    what: 'a link or a reference to something else',
    mend: 'Draw it in the file itself.',
  },
  {
    pattern: /\sid\s*=/gi,
    what: 'an id',
    mend: 'Take it out. Two pictures on one page could have the same.',
  },
  {
    pattern: /<(?:title|desc)\b/gi,
    what: 'a title of its own',
    mend: 'Take it out. The page writes it from the title and caption of the <Figure>.',
  },
  {
    pattern: /\s(?:fill|stroke)\s*=\s*["'](?!none["'])/gi,
    what: 'a colour of its own',
    mend: 'Use the classes for figures, so that it can be seen in the dark theme too.',
  },
];

/** Pictures are plain drawings: one <svg viewBox="…"> root, and nothing of `notInSvg`. */
export function picturesPlain(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const { folder, images } of read.units) {
    for (const [name, text] of images) {
      const file = `content/units/${folder}/images/${name}`;
      const root = /^\s*<svg\b([^>]*)>[\s\S]*<\/svg>\s*$/.exec(text);
      const attributes = root?.[1] ?? '';
      if (!root || !/\sviewBox\s*=/.test(attributes) || /\s(?:width|height)\s*=/.test(attributes)) {
        problems.push({
          file,
          line: 1,
          message: 'The picture must be one <svg viewBox="…"> without width and height.',
          mend: 'Start the file with <svg viewBox="0 0 352 240"> and end it with </svg>.',
        });
      }
      for (const { pattern, what, mend } of notInSvg) {
        for (const found of text.matchAll(pattern)) {
          problems.push({
            file,
            line: text.slice(0, found.index + found[0].search(/\S/)).split('\n').length,
            message: `The picture holds ${what}: “${found[0].trim()}”.`,
            mend,
          });
        }
      }
    }
  }
  return problems;
}
