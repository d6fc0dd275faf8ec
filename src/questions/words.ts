/** Sentences and class names that the frame and several views share. Pure. */
import type { Feedback, Kind, Mark } from './types';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/**
 * The sentence beside the check button.
 * @param tries tries since the last right one, this one included: 1, 2, 3…
 * @param seen the answer was shown to the learner at some time
 */
export function resultLine(
  kind: Kind,
  { score, outOf, feedback, say }: Extract<Mark, { status: 'marked' }>,
  tries: number,
  seen: boolean,
): string {
  if (say) return say;
  if (score === outOf) {
    if (seen) return 'Right. You saw the answer before.';
    if (tries < 2) return 'Right.';
    const ordinal = ORDINALS[tries - 1];
    return ordinal ? `Right on your ${ordinal} try.` : `Right on try ${tries}.`;
  }
  if (kind === 'multiple-choice') {
    // Its score takes wrong choices off, so the sentence counts choices instead.
    const chosen = feedback.length;
    const hits = feedback.filter(({ right }) => right).length;
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
  kind: Kind,
  remarks: Feedback[] | undefined,
  before: unknown,
  after: unknown,
): Feedback[] | undefined {
  if (kind.endsWith('choice')) return remarks;
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
 * The variant of a block's class: `option--right` or `option--not` after a check, `option--was` while
 * only an earlier try speaks, else nothing.
 */
export function variant(
  block: string,
  id: string,
  feedback: Feedback[] | undefined,
  earlier: Feedback[] | undefined,
): string {
  const about = (item: Feedback): boolean => item.about === id;
  const now = feedback?.find(about);
  if (now) return `${block}--${now.right ? 'right' : 'not'}`;
  return earlier?.some(about) ? `${block}--was` : '';
}
