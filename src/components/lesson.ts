import { course } from '../course';
import type { Criterion, Lesson, Unit } from '../course/types';
import type { PracticeKind, QuestionOf } from '../questions/types';

type Prompt = QuestionOf<'written'>;
type PracticeQuestion = QuestionOf<PracticeKind>;

/** The written prompts of a lesson, in the order of its YAML. */
export function prompts(lesson: Lesson): Prompt[] {
  return lesson.questions.filter((question): question is Prompt => question.kind === 'written');
}

/** The practice questions of a lesson, in the order of the page. */
function practiceOf(lesson: Lesson): PracticeQuestion[] {
  return lesson.questions.filter(
    (question): question is PracticeQuestion => question.kind !== 'written',
  );
}

/**
 * The criterion that a written prompt serves.
 * @throws when the prompt names a criterion of another unit; the content rules stop that before
 */
export function criterionOf(unit: Unit, prompt: Prompt): Criterion {
  const found = unit.outcomes
    .flatMap((outcome) => outcome.criteria)
    .find((criterion) => criterion.key === prompt.criteria[0]);
  if (!found) throw new Error(`${prompt.id} names a criterion that ${unit.key} does not have`);
  return found;
}

interface Placed {
  question: PracticeQuestion;
  number: number;
  of: number;
}
/** Every practice question by its id: a course has hundreds, and each asks for itself. */
const placed = new Map(
  course.units.flatMap((unit) =>
    unit.lessons.flatMap((lesson) =>
      practiceOf(lesson).map((question, i, all): [string, Placed] => [
        question.id,
        { question, number: i + 1, of: all.length },
      ]),
    ),
  ),
);

/**
 * A practice question by its id, with its number on the page.
 * @throws when no lesson has it; the content rules stop that before
 */
export function findPractice(id: string): Placed {
  const found = placed.get(id);
  if (!found)
    throw new Error(`<Question id="${id}">: no lesson has a practice question with this id`);
  return found;
}

/** What a command verb asks for: "State" → "say it clearly…". */
export function meaningOf(verb: string): string {
  const found = course.verbs.find((entry) => entry.verb === verb);
  if (!found) throw new Error(`content/verbs.yaml has no entry for "${verb}"`);
  return found.means;
}
