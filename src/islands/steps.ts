/** What the site says about a criterion: how far it is, and what to do next. Pure. */
import type { Outcome } from '../course/types';
import type { CriterionProgress, UnitSummary } from '../learner/unit-progress';
import type { Word } from '../learner/self';
import { count, stateWords } from './words';

/** A mark and its word: the shape says the same as the word. */
export interface Fact {
  mark: 'none' | 'draft' | 'yes' | 'again' | 'later' | 'ready';
  word: string;
}

/** The learner's own words, as they are offered. */
export const wordWords: Record<Word, string> = {
  'not-yet': 'Not yet',
  'getting-there': 'Getting there',
  'could-explain': 'I could explain it',
};

const lessonFacts: Record<'none' | 'begun' | 'done', Fact> = {
  none: { mark: 'none', word: 'Not started' },
  begun: { mark: 'draft', word: 'Started' },
  done: { mark: 'yes', word: 'Worked through' },
};
const practiceMarks = { none: 'none', again: 'again', part: 'draft', right: 'yes' } as const;
const wordMarks = { 'not-yet': 'none', 'getting-there': 'draft', 'could-explain': 'yes' } as const;

/** The columns of a criterion, in their order. */
export const COLUMNS = ['Lesson', 'Practice', 'Your word', 'Evidence'] as const;
export type Column = (typeof COLUMNS)[number];

/** Those of a unit that belong to one of its outcomes, in order. */
export const within = (
  { criteria }: Outcome,
  progress: readonly CriterionProgress[],
): CriterionProgress[] =>
  progress.filter(({ criterion }) => criteria.some(({ key }) => key === criterion.key));

/** What stands in the columns of a criterion. */
export function factsOf(one: CriterionProgress): Record<Column, Fact> {
  return {
    Lesson: one.lesson ? lessonFacts[one.lesson.state] : { mark: 'later', word: 'No lesson' },
    Practice: practiceFact(one.practice),
    'Your word': one.said
      ? { mark: wordMarks[one.said.word], word: wordWords[one.said.word] }
      : { mark: 'later', word: 'Not said' },
    Evidence: { mark: one.evidence, word: stateWords[one.evidence] },
  };
}

/** "3 of 4 right, 1 to look at again". */
function practiceFact({ state, right, again, total }: CriterionProgress['practice']): Fact {
  const mark = practiceMarks[state];
  if (state === 'none') return { mark, word: 'Not practised' };
  if (total === 0) return { mark, word: 'Practised' };
  const more = again > 0 ? `, ${again} to look at again` : '';
  return { mark, word: `${right} of ${total} right${more}` };
}

/** What the learner said, to stand after a sentence; '' where they said nothing. */
function saidWords(said: CriterionProgress['said'], lead = ''): string {
  if (!said) return '';
  if (said.moment === 'start') {
    return ` At the start you said “${wordWords[said.word].toLowerCase().replace(/^i /, 'I ')}”.`;
  }
  const words: Record<Word, string> = {
    'not-yet': `You said “not yet”${lead ? ` ${lead}` : ''}.`,
    'getting-there': 'You said you are getting there.',
    'could-explain': 'You said you could explain it.',
  };
  return ` ${words[said.word]}`;
}

/**
 * What to do next for a criterion, in words: what practice says, then what the learner said, kept
 * apart. Never a judgement of the evidence.
 */
export function stepWords({
  criterion,
  practice,
  said,
  evidence,
  next,
}: CriterionProgress): string {
  const { number } = criterion;
  switch (next?.kind) {
    case 'look-again':
      return `Your practice says ${number} needs another look.${saidWords(said, 'too')}`;
    case 'start-lesson':
      return `You have not started the lesson for ${number}.${saidWords(said)}`;
    case 'practise':
      return practice.state === 'none'
        ? `You have not practised ${number} yet.${saidWords(said)}`
        : `Your practice on ${number}: ${practice.right} of ${practice.total} right so far.${saidWords(said)}`;
    case 'write':
      return `Your practice on ${number} is right.${saidWords(said)} Next come your own words.`;
    case 'finish':
      return `Your evidence for ${number} is a draft.${saidWords(said)}`;
    case 'read-again':
      return `Your evidence for ${number} is ready, and you said “not yet”. Read it once more.`;
    case undefined:
      return evidence === 'ready' ? `Your evidence for ${number} is ready to hand in.` : '';
  }
}

/** The link that belongs to it. */
export function stepLink({ kind, at }: NonNullable<CriterionProgress['next']>): string {
  const words = {
    'look-again': `Look again in “${at}”`,
    'start-lesson': `Start “${at}”`,
    practise: `Practise in “${at}”`,
    write: `Write your evidence ${at}`,
    finish: `Finish your evidence ${at}`,
    'read-again': `Read your evidence ${at}`,
  };
  return words[kind];
}

/** A unit in four short lines, one for each column. */
export function summaryWords(sum: UnitSummary): Record<Column, string> {
  const of = `of ${sum.criteria}`;
  const drafts = sum.evidence.draft ? `, ${count(sum.evidence.draft, 'draft', 'drafts')}` : '';
  const practised = sum.practice.right
    ? `${sum.practice.right} ${of} all right`
    : `${sum.criteria - sum.practice.none} ${of} practised`;
  const again = sum.practice.again ? `, another look at ${sum.practice.again}` : '';
  return {
    Lesson: `${sum.lesson.done} ${of} worked through`,
    Practice: `${practised}${again}`,
    'Your word': `You could explain ${sum.said['could-explain']} ${of}`,
    Evidence: `${sum.evidence.ready} ${of} ready${drafts}`,
  };
}
