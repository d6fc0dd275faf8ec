import type { Read } from '../../src/course/read';
import type { Problem } from '../../src/course/types';

/** What of a frozen unit is words. */
interface FrozenUnit {
  number: number;
  title: string;
  titleInAppendix2: string;
  learningOutcomes: {
    number: number;
    title: string;
    criteria: { ref: string; printed: string; text: string }[];
  }[];
  amplification: { topic: string; points: string[] }[];
}

/**
 * Holds the words of every unit against the frozen specification, and names the line of each that
 * differs. The build cannot do this by itself: it would compare the content with the content.
 */
export function checkWording(read: Read, specification: readonly FrozenUnit[]): Problem[] {
  const problems: Problem[] = [];
  for (const { unit } of read.units) {
    const frozen = specification.find((each) => each.number === unit?.data?.number);
    if (!unit?.data || !frozen) continue;
    const compare = (
      what: string,
      path: (string | number)[],
      found: string | undefined,
      printed: string,
    ) => {
      if (found === printed) return;
      problems.push({
        file: unit.source.file,
        line: unit.source.lineOf(path),
        message: `${what} says “${found ?? ''}”, but the specification prints “${printed}”.`,
        mend: 'Put the printed words back. Our reading of them stands beside them, never instead.',
      });
    };
    const { data } = unit;
    compare('The title', ['title'], data.title, frozen.title);
    compare(
      'The title in Appendix 2',
      ['titleInAppendix2'],
      data.titleInAppendix2,
      frozen.titleInAppendix2,
    );
    for (const [o, outcome] of frozen.learningOutcomes.entries()) {
      const ours = data.outcomes[o];
      const at = ['outcomes', o];
      compare(`Outcome ${outcome.number}`, [...at, 'title'], ours?.title, outcome.title);
      for (const [c, { ref, printed, text }] of outcome.criteria.entries()) {
        const path = [...at, 'criteria', c];
        const criterion = ours?.criteria[c];
        compare(`Criterion ${ref}`, [...path, 'text'], criterion?.text, text);
        compare(
          `The printed number of criterion ${ref}`,
          [...path, 'printed'],
          criterion?.printed,
          printed,
        );
      }
    }
    for (const [t, { topic, points }] of frozen.amplification.entries()) {
      const ours = data.range[t];
      compare('The topic of the range', ['range', t, 'topic'], ours?.topic, topic);
      for (const [p, text] of points.entries()) {
        const path = ['range', t, 'points', p, 'text'];
        compare('This point of the range', path, ours?.points[p]?.text, text);
      }
    }
  }
  return problems;
}
