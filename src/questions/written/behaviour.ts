import { at } from '../placing';
import type { Behaviour } from '../types';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Never marked here: a person does that. Slots and ticks that the question no longer has are let
 * through, so that an edited prompt never hides a learner's words.
 */
export const behaviour: Behaviour<'written'> = {
  isResponse: (_question, value): value is { slots: Record<string, string>; ticks: string[] } =>
    isRecord(value) &&
    isRecord(value['slots']) &&
    Object.values(value['slots']).every((text) => typeof text === 'string') &&
    Array.isArray(value['ticks']) &&
    value['ticks'].every((tick) => typeof tick === 'string'),

  mark: (question, response) =>
    question.slots.some(({ id }) =>
      at((response as unknown as { slots?: unknown } | null)?.slots, id)?.trim(),
    )
      ? { status: 'for-assessor' }
      : { status: 'blank', say: 'Write something first.' },

  solution: () => null,

  toText: (question, response) =>
    question.slots
      .map(
        ({ id, label }) =>
          `${label}:\n${at(response.slots, id)?.trim() ? at(response.slots, id) : '(blank)'}`,
      )
      .join('\n\n'),
};
