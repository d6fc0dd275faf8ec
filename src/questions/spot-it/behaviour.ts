import { both, chosenOf, isChoosing, markChoices, rightOnes } from '../choosing';
import type { Behaviour, QuestionOf } from '../types';

const choicesOf = ({ parts }: QuestionOf<'spot-it'>) =>
  parts.map(({ id, spot, feedback }) => ({ id, right: spot, feedback }));

/** The passage line by line, each cut at its parts: text, part id, text, part id, text… */
export const linesOf = (question: QuestionOf<'spot-it'>): string[][] =>
  question.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(/\{\{([a-z0-9-]+)\}\}/));

/** One mark for each part that should be marked, less one for each that should not. */
export const behaviour: Behaviour<'spot-it'> = {
  isResponse: (question, value): value is string[] => isChoosing(question.parts, value),

  mark: (question, response) =>
    markChoices(choicesOf(question), response, 'Mark at least one part first.'),

  solution: (question) => rightOnes(choicesOf(question)),

  join: both,

  toText: (question, response) =>
    chosenOf(question.parts, response)
      .map(({ text }) => `- ${text}`)
      .join('\n'),
};
