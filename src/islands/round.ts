/** What a round of questions is made of, and what is said about it. Pure. */
import type { PracticeFile } from '../course/types';
import type { Outcome } from '../learner/check';
import type { Reason } from '../learner/review';
import { count } from './words';

/** A question of a round, and where it comes from. */
export interface RoundItem {
  question: PracticeFile['questions'][number]['question'];
  unit: PracticeFile['unit'];
  lesson: PracticeFile['lessons'][number];
  /** why it comes now, as a sentence */
  why?: string;
}
/** The questions of a round that got an answer, and how the first try went. */
export type Results = { item: RoundItem; outcome: Outcome }[];

/** Every question of a unit as a part of a round. */
export const itemsOf = ({ unit, lessons, questions }: PracticeFile): RoundItem[] =>
  questions.flatMap(({ lesson: index, question }) => {
    const lesson = lessons[index];
    return lesson ? [{ question, unit, lesson }] : [];
  });

/** Why a question comes now. @param days since it was last practised */
export function whyNow(reason: Reason, days: number): string {
  switch (reason) {
    case 'wrong':
      return 'You got this wrong last time.';
    case 'shown':
      return 'The answer was shown to you last time.';
    case 'guessed':
      return 'You guessed this last time.';
    case 'unmarked':
      return 'You practised this before. It could not be marked.';
    case 'time':
      return days < 1
        ? 'You got this right today.'
        : `It is ${count(days, 'day', 'days')} since you got this right.`;
  }
}

/** What is due, by reason: "3 that you got wrong last time". Reasons without any are left out. */
export function dueWords(reasons: readonly Reason[]): string[] {
  const words: [Reason, string][] = [
    ['wrong', 'that you got wrong last time'],
    ['shown', 'whose answer was shown to you'],
    ['guessed', 'that you guessed'],
    ['unmarked', 'that could not be marked'],
    ['time', 'that you got right some days ago'],
  ];
  return words.flatMap(([reason, text]) => {
    const many = reasons.filter((each) => each === reason).length;
    return many ? [`${many} ${text}`] : [];
  });
}

/** "You practised 20 questions from 3 units. 14 right at the first try." Never a grade. */
export function resultWords(results: Results): string {
  const of = (wanted: Outcome) => results.filter(({ outcome }) => outcome === wanted).length;
  const units = new Set(results.map(({ item }) => item.unit.key)).size;
  const from = units > 1 ? ` from ${units} units` : '';
  const unmarked = of('unmarked');
  return [
    `You practised ${count(results.length, 'question', 'questions')}${from}.`,
    `${of('right')} right at the first try.`,
    ...(unmarked ? [`${unmarked} could not be marked.`] : []),
  ].join(' ');
}

/** The lessons of the questions that were not right at first: where to look again, each once. */
export function lookAgain(results: Results): { title: string; href: string; many: number }[] {
  const found = new Map<string, { title: string; href: string; many: number }>();
  for (const { item, outcome } of results) {
    if (outcome !== 'not') continue;
    const { title, href } = item.lesson;
    const first = found.get(href);
    if (first) first.many += 1;
    else found.set(href, { title, href: `${href}#${item.question.id}`, many: 1 });
  }
  return [...found.values()];
}
