/** PURE: from a unit and the learner's answers to the state of each criterion. No judgement. */
import type { UnitFile, UnitPrompt } from '../course/types';
import type { Answer } from './types';

/** The learner's own word on a criterion; never whether it is good enough. */
export type CriterionState = 'none' | 'draft' | 'ready';

export interface UnitProgress {
  /** by criterion key, in the order of the unit */
  criteria: Record<string, CriterionState>;
  none: number;
  draft: number;
  ready: number;
  practice: { done: number; total: number };
  /** what to do next: the first criterion with nothing yet, else the first draft */
  next: { kind: 'start' | 'finish'; criterion: string; prompt: UnitPrompt } | undefined;
}

/**
 * True when a response says nothing: null, an empty string or list, or slots with no text. Ticks
 * alone say nothing: they are the learner's notes.
 */
export function isEmptyResponse(response: unknown): boolean {
  if (response === null || response === undefined) return true;
  if (typeof response === 'string') return response.trim() === '';
  if (typeof response !== 'object') return false;
  const held: object = 'slots' in response ? Object(response.slots) : response;
  return Object.values(held).every(
    (value) => value === null || (typeof value === 'string' && value.trim() === ''),
  );
}

/** The learner's own word on one answer; an answer without words is `none`. */
export function stateOf(answer: Answer | undefined): CriterionState {
  if (!answer || isEmptyResponse(answer.response)) return 'none';
  return answer.state === 'ready' ? 'ready' : 'draft';
}

/**
 * Where the learner stands in one unit. A criterion with several prompts is ready when all of them
 * are, and a draft when any of them holds text.
 * @param answers by question id
 */
export function unitProgress(
  file: Pick<UnitFile, 'unit' | 'prompts' | 'practice'>,
  answers: ReadonlyMap<string, Answer>,
): UnitProgress {
  const criteria: UnitProgress['criteria'] = {};
  const counts = { none: 0, draft: 0, ready: 0 };
  const todo: { state: CriterionState; criterion: string; prompt: UnitPrompt }[] = [];
  for (const { key } of file.unit.outcomes.flatMap((outcome) => outcome.criteria)) {
    const prompts = file.prompts.filter((prompt) => prompt.criteria.includes(key));
    const states = prompts.map(({ id }) => stateOf(answers.get(id)));
    const all = (state: CriterionState) => states.every((one) => one === state);
    const state = all('none') ? 'none' : all('ready') ? 'ready' : 'draft';
    criteria[key] = state;
    counts[state] += 1;
    const prompt =
      prompts.find(({ id }) => stateOf(answers.get(id)) === 'none') ??
      prompts.find(({ id }) => stateOf(answers.get(id)) === 'draft');
    if (prompt) todo.push({ state, criterion: key, prompt });
  }
  const first = todo.find(({ state }) => state === 'none') ?? todo[0];
  const done = file.practice.filter(({ id }) => answers.get(id)?.attempts.length).length;
  return {
    criteria,
    ...counts,
    practice: { done, total: file.practice.length },
    next: first && {
      kind: first.state === 'none' ? 'start' : 'finish',
      criterion: first.criterion,
      prompt: first.prompt,
    },
  };
}
