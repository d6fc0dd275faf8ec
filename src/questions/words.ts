/** Sentences and class names that the frame and several views share. Pure. */
import type { Feedback, Mark } from './types';

/** How sure the learner was, in their own word before checking: "Sure", "Think so", "Guess". */
export type Sure = 'sure' | 'think' | 'guess';

/** What the result adds to that: where all of it is right, and where it is not. */
const ADDED: Record<Sure, [right: string, not: string]> = {
  sure: [' You were sure, with good reason.', ' You were sure, and this one catches many people.'],
  think: [' You can trust yourself on this one.', ''],
  guess: [' You guessed, so read why.', ' A guess is a good start.'],
};

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/**
 * The sentence beside the check button.
 * @param tries marked tries since the last right one, this one included: 1, 2, 3…
 * @param seen an answer was shown to the learner at some time
 * @param sure how sure the learner was, if they said so
 */
export function resultLine(
  mark: Extract<Mark, { feedback: unknown }>,
  tries: number,
  seen: boolean,
  sure?: Sure,
): string {
  if (mark.say !== undefined) return mark.say;
  const added = sure && ADDED[sure]?.[mark.score === mark.outOf ? 0 : 1];
  return scoreLine(mark, tries, seen) + (added ?? '');
}

/** The sentence about the score alone; parameters as for `resultLine`. */
export function scoreLine(
  { score, outOf, feedback }: Extract<Mark, { feedback: unknown }>,
  tries: number,
  seen: boolean,
): string {
  if (score === outOf) {
    if (seen) return 'Right. You saw the answer before.';
    if (tries < 2) return 'Right.';
    const ordinal = ORDINALS[tries - 1];
    return ordinal ? `Right on your ${ordinal} try.` : `Right on try ${tries}.`;
  }
  const chosen = feedback.length;
  const hits = feedback.filter(({ right }) => right).length;
  if (chosen !== outOf || hits !== score) {
    // The score takes wrong choices off, so the sentence counts choices instead.
    if (hits === chosen) return `Right so far. Find ${outOf - hits} more and check again.`;
    if (hits === 0) return 'None of these yet. Change your choices and check again.';
    return `${hits} of your ${chosen} choices ${hits === 1 ? 'is' : 'are'} right. Change the others and check again.`;
  }
  if (outOf === 1) return 'Not this one yet.';
  if (score === 0) return 'None right yet. Change them and check again.';
  return `${score} of ${outOf} right. Change the others and check again.`;
}

/**
 * The remarks of an earlier try that are still true after a change. A remark about an option stays
 * true; a remark about a place (pair, item, gap) goes when what stands there changes.
 */
export function standing(
  remarks: Feedback[] | undefined,
  before: unknown,
  after: unknown,
): Feedback[] | undefined {
  const size = (response: unknown) => (Array.isArray(response) ? response.length : undefined);
  // Only choices can grow or shrink, and only a choice is one word.
  if (typeof after === 'string' || size(before) !== size(after)) return remarks;
  const at = (response: unknown, id: string): unknown =>
    Array.isArray(response)
      ? response.indexOf(id)
      : (response as Record<string, string> | undefined)?.[id];
  return remarks?.filter(({ about }) => at(before, about) === at(after, about));
}

/** An item's text, without its outer quotation marks and cut at a word, to stand inside a sentence. */
export function short(text: string): string {
  const quoted = /^“([^”]*)”/.exec(text)?.[1] ?? text;
  const bare = quoted.replace(/[.,;]$/, '');
  if (bare.length <= 36) return bare;
  return `${bare.slice(0, 34).replace(/[\s,.;]+\S*$/, '')}…`;
}

/**
 * The variant of a block's class: `option--right`, `option--not` or, where the software cannot know,
 * `option--own` after a check; `option--was` while only an earlier try speaks, else nothing.
 */
export function variant(
  block: string,
  id: string,
  feedback: Feedback[] | undefined,
  earlier: Feedback[] | undefined,
): string {
  const about = (item: Feedback): boolean => item.about === id;
  const now = feedback?.find(about);
  if (now) return `${block}--${now.right ? 'right' : now.right === null ? 'own' : 'not'}`;
  return earlier?.some(about) ? `${block}--was` : '';
}
