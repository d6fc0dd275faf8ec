import { at, isPlacing } from '../placing';
import { after, slips, slipsWithin, wordsOf } from '../typed/likeness';
import type { Behaviour, Feedback, QuestionOf } from '../types';

type Question = QuestionOf<'list-it'>;
type Point = Question['points'][number];

/** The lines to fill in, by the ids that a response has: "1", "2"… */
export const linesOf = (question: Question): string[] =>
  Array.from({ length: question.want }, (_, i) => String(i + 1));

/** The points that an entry shows, best first: fewest slips, then the longest phrase. */
function pointsIn(question: Question, entry: string): Point[] {
  const typed = wordsOf(entry);
  const found = question.points.flatMap((point, place) => {
    let best: { slips: number; length: number } | undefined;
    for (const [i, text] of [point.text, ...point.accept].entries()) {
      const phrase = wordsOf(text);
      // The point's own sentence counts as a whole; the phrases count anywhere.
      const some = i === 0 ? slips(typed, phrase) : slipsWithin(typed, phrase);
      if (some === undefined) continue;
      const { length } = phrase.join('');
      if (!best || some < best.slips || (some === best.slips && length > best.length)) {
        best = { slips: some, length };
      }
    }
    return best ? [{ point, place, ...best }] : [];
  });
  found.sort((a, b) => a.slips - b.slips || b.length - a.length || a.place - b.place);
  return found.map(({ point }) => point);
}

/**
 * Gives each line a point of its own where it can: line → point. An entry that shows two points
 * leaves the one that another line needs.
 */
function sharedOut(lines: readonly (readonly Point[])[]): Map<number, Point> {
  const holder = new Map<Point, number>();
  const place = (line: number, tried: Set<Point>): boolean =>
    (lines[line] ?? []).some((point) => {
      if (tried.has(point)) return false;
      tried.add(point);
      const other = holder.get(point);
      if (other !== undefined && !place(other, tried)) return false;
      holder.set(point, line);
      return true;
    });
  lines.forEach((_, line) => place(line, new Set()));
  return new Map([...holder].map(([point, line]) => [line, point]));
}

/** What each line is: a point, a point that another line has already, or the learner's own. */
function judge(question: Question, response: unknown) {
  const entries = linesOf(question).map((line) => at(response, line) ?? '');
  const found = entries.map((entry) => pointsIn(question, entry));
  const points = sharedOut(found);
  return entries.map((_, i) => ({ point: points.get(i), twice: found[i]?.[0] }));
}

/** The points that no line shows, for "others would add". */
export function othersOf(question: Question, response: unknown): Point[] {
  const shown = judge(question, response).map(({ point }) => point);
  return question.points.filter((point) => !shown.includes(point));
}

/**
 * One mark for each different point. A line with words that are not recognised is kept as the
 * learner's own, and then nothing is marked: it may be as good as any.
 */
export const behaviour: Behaviour<'list-it'> = {
  isResponse: (question, value): value is Record<string, string> =>
    isPlacing(value, (place) => linesOf(question).includes(place)),

  mark: (question, response) => {
    const lines = linesOf(question);
    const left = lines.filter((line) => !at(response, line)?.trim()).length;
    if (left > 0) return { status: 'blank', say: `Write ${left} more first.` };
    const judged = judge(question, response);
    const feedback = judged.map(({ point, twice }, i): Feedback => {
      const about = lines[i] ?? '';
      if (point) return { about, right: true, text: `${point.text} ${point.feedback}` };
      if (twice) return { about, right: false, text: `You have that one already: ${twice.text}` };
      return { about, right: null, text: 'Not recognised. Compare it with the points below.' };
    });
    const own = feedback.filter(({ right }) => right === null).length;
    const score = feedback.filter(({ right }) => right).length;
    if (own === 0) return { status: 'marked', score, outOf: question.want, feedback };
    return {
      ...{ status: 'compare', score: 0, outOf: 0 },
      say: `${score} of ${question.want} recognised. ${own === 1 ? 'One is' : `${own} are`} kept as your own.`,
      feedback,
    };
  },

  solution: (question) =>
    Object.fromEntries(linesOf(question).map((line, i) => [line, question.points[i]?.text ?? ''])),

  join: (kept, early) =>
    Object.fromEntries(
      Object.keys({ ...kept, ...early }).map((line) => [line, after(kept[line], early[line])]),
    ),

  toText: (question, response) =>
    linesOf(question)
      .map((line) => `${line}. ${at(response, line)?.trim() || '(blank)'}`)
      .join('\n'),
};
