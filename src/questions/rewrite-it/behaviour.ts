import { at } from '../placing';
import type { Behaviour } from '../types';

/**
 * Never marked here: the learner compares, and ticks what their own words do. Ticks that the
 * question no longer has are let through, so that an edited checklist never hides a learner's words.
 */
export const behaviour: Behaviour<'rewrite-it'> = {
  isResponse: (_question, value): value is { text: string; ticks: string[] } => {
    if (at(value, 'text') === undefined) return false;
    const { ticks } = value as { ticks?: unknown };
    return Array.isArray(ticks) && ticks.every((tick) => typeof tick === 'string');
  },

  mark: (_question, response) =>
    at(response, 'text')?.trim()
      ? {
          ...{ status: 'compare', score: 0, outOf: 0 },
          say: 'Compare the two, and tick what yours does.',
          feedback: [],
        }
      : { status: 'blank', say: 'Write your own words first.' },

  solution: () => null,

  join: (kept, early) => ({
    text: kept.text.includes(early.text) ? kept.text : `${kept.text}\n${early.text}`.trim(),
    ticks: [...new Set([...kept.ticks, ...early.ticks])],
  }),

  toText: (question, response) => {
    const ticked = question.checklist.filter(({ id }) => response.ticks.includes(id));
    return [response.text.trim() || '(blank)', ...ticked.map(({ text }) => `- ${text}`)].join('\n');
  },

  own: { check: 'Compare', again: 'Change my words' },
};
