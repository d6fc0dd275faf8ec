/** PURE: from a unit and the learner's answers to where each criterion stands. No judgement. */
import type { Criterion, UnitFile, UnitPrompt } from '../course/types';
import { stateOf, type CriterionState } from './progress';
import { wordOn, type Moment, type Word } from './self';
import type { Answer } from './types';

/**
 * How far a lesson was used: nothing answered in it, something, or all of its practice tried. What
 * was only looked at leaves no trace, and neither does time.
 */
export type LessonState = 'none' | 'begun' | 'done';

/**
 * The practice of a criterion by the last try of each question: nothing tried; some were not right
 * (`again`); those that were tried are right, others wait (`part`); all are right.
 */
export type PracticeState = 'none' | 'again' | 'part' | 'right';

export interface CriterionProgress {
  criterion: Criterion;
  lesson: { state: LessonState; title: string; href: string } | undefined;
  practice: {
    state: PracticeState;
    right: number;
    again: number;
    /** questions that can be right: those that nobody marks do not count once they were tried */
    total: number;
    /** the question to go to: the first that was not right, else the first not tried */
    next: string | undefined;
  };
  /** what the learner said of it, and at which end of the unit */
  said: { word: Word; moment: Moment } | undefined;
  evidence: CriterionState;
  next: NextStep | undefined;
}

/** The one thing to do next for a criterion, and where. */
export interface NextStep {
  kind: 'look-again' | 'start-lesson' | 'practise' | 'write' | 'finish' | 'read-again';
  /** without the base */
  href: string;
  /** title of the lesson, or reference of the evidence */
  at: string;
}

/** How many criteria of a unit are how far. */
export interface UnitSummary {
  criteria: number;
  lesson: Record<LessonState, number>;
  practice: Record<PracticeState, number>;
  said: Record<Word | 'nothing', number>;
  evidence: Record<CriterionState, number>;
  /** criteria with something to do */
  todo: number;
}

/** True when a question was tried, or its answer was shown. */
const used = (answer: Answer | undefined): answer is Answer =>
  answer !== undefined && (answer.attempts.length > 0 || answer.revealed);

type Progress = Pick<UnitFile, 'unit' | 'prompts' | 'practice' | 'lessons'>;

/**
 * Where the learner stands in one unit, criterion by criterion.
 * @param answers by question id
 */
export function unitProgress(
  file: Progress,
  answers: ReadonlyMap<string, Answer>,
): CriterionProgress[] {
  const written = (href: string) => file.prompts.filter((one) => one.href.split('#')[0] === href);
  const lessons = file.lessons.map((lesson) => {
    const tried = lesson.practice.filter((id) => used(answers.get(id))).length;
    const begun =
      tried > 0 || written(lesson.href).some(({ id }) => stateOf(answers.get(id)) !== 'none');
    const done = tried > 0 && tried === lesson.practice.length;
    return { ...lesson, state: done ? 'done' : begun ? 'begun' : ('none' as LessonState) };
  });
  return file.unit.outcomes
    .flatMap((outcome) => outcome.criteria)
    .map((criterion) => {
      const lesson = lessons.find(({ criteria }) => criteria.includes(criterion.key));
      const ids = file.practice.filter(({ criteria }) => criteria.includes(criterion.key));
      const prompts = file.prompts.filter(({ criteria }) => criteria.includes(criterion.key));
      const found = {
        criterion,
        lesson: lesson && { state: lesson.state, title: lesson.title, href: lesson.href },
        practice: practiceOf(
          ids.map(({ id }) => id),
          answers,
        ),
        said: wordOn(answers, file.unit.key, criterion.key),
        evidence: evidenceOf(prompts, answers),
      };
      const place = lessons.find(({ practice }) => practice.includes(found.practice.next ?? ''));
      return { ...found, next: nextStep(found, place ?? lesson, prompts, answers) };
    });
}

function practiceOf(
  ids: readonly string[],
  answers: ReadonlyMap<string, Answer>,
): CriterionProgress['practice'] {
  const again: string[] = [];
  const untried: string[] = [];
  let unmarked = 0;
  for (const id of ids) {
    const answer = answers.get(id);
    const last = answer?.attempts.at(-1);
    if (!used(answer)) untried.push(id);
    else if (!last || last.score < last.outOf) again.push(id);
    else if (last.outOf === 0) unmarked += 1;
  }
  const total = ids.length - unmarked;
  const right = total - again.length - untried.length;
  const state = again.length
    ? 'again'
    : untried.length === ids.length
      ? 'none'
      : untried.length
        ? 'part'
        : 'right';
  return { state, right, again: again.length, total, next: again[0] ?? untried[0] };
}

/** A criterion with several prompts is ready when all of them are, a draft when any holds text. */
function evidenceOf(
  prompts: readonly UnitPrompt[],
  answers: ReadonlyMap<string, Answer>,
): CriterionState {
  const states = prompts.map(({ id }) => stateOf(answers.get(id)));
  const all = (state: CriterionState) => states.every((one) => one === state);
  return all('none') ? 'none' : all('ready') ? 'ready' : 'draft';
}

/**
 * What is not right comes first, then what was begun, then the lesson, its practice, and the
 * learner's own words. Evidence that is ready asks for nothing more, unless the learner said at the
 * end of the unit that they could not explain it yet.
 */
function nextStep(
  { lesson, practice, said, evidence }: Omit<CriterionProgress, 'next'>,
  place: { title: string; href: string } | undefined,
  prompts: readonly UnitPrompt[],
  answers: ReadonlyMap<string, Answer>,
): NextStep | undefined {
  if (!lesson || !place) return undefined;
  const question = {
    href: practice.next ? `${place.href}#${practice.next}` : place.href,
    at: place.title,
  };
  const prompt = (...states: CriterionState[]) => {
    const found = prompts.find(({ id }) => states.includes(stateOf(answers.get(id))));
    return found && { href: found.href, at: found.ref };
  };
  if (practice.state === 'again') return { kind: 'look-again', ...question };
  if (evidence === 'ready') {
    const own = said?.moment === 'end' && said.word === 'not-yet' ? prompt('ready') : undefined;
    return own && { kind: 'read-again', ...own };
  }
  const open = prompt('draft') ?? (evidence === 'draft' ? prompt('none') : undefined);
  if (open) return { kind: 'finish', ...open };
  if (lesson.state === 'none') {
    return { kind: 'start-lesson', href: lesson.href, at: lesson.title };
  }
  if (practice.state !== 'right') return { kind: 'practise', ...question };
  const fresh = prompt('none');
  return fresh && { kind: 'write', ...fresh };
}

/** Counts over the criteria of a unit. */
export function summaryOf(all: readonly CriterionProgress[]): UnitSummary {
  const count = <K extends string>(names: readonly K[], of: (one: CriterionProgress) => K) =>
    Object.fromEntries(
      names.map((name) => [name, all.filter((one) => of(one) === name).length]),
    ) as Record<K, number>;
  return {
    criteria: all.length,
    lesson: count(['none', 'begun', 'done'], (one) => one.lesson?.state ?? 'none'),
    practice: count(['none', 'again', 'part', 'right'], (one) => one.practice.state),
    said: count(
      ['nothing', 'not-yet', 'getting-there', 'could-explain'],
      (one) => one.said?.word ?? 'nothing',
    ),
    evidence: count(['none', 'draft', 'ready'], (one) => one.evidence),
    todo: all.filter(({ next }) => next).length,
  };
}
