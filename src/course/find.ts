/** Finding things in the course, and the part of it that the portfolio and the exports load. */
import { secondsOf } from '../questions/quick';
import type { Course, Criterion, Lesson, PracticeFile, Unit, UnitFile, UnitPrompt } from './types';

/** The units that have lessons, in order; the others only show what they ask for. */
export const readyUnits = (course: Pick<Course, 'units'>): Unit[] =>
  course.units.filter((unit) => unit.lessons.length > 0);

/** All criteria of a unit, in order. */
export const criteriaOf = (unit: Pick<Unit, 'outcomes'>): Criterion[] =>
  unit.outcomes.flatMap((outcome) => outcome.criteria);

/** The address of a lesson without the base: `units/creating-first-impressions/what-…/`. */
export const lessonHref = (unit: Pick<Unit, 'slug'>, lesson: Pick<Lesson, 'slug'>): string =>
  `units/${unit.slug}/${lesson.slug}/`;

/** One unit as the portfolio and the exports need it; served as `/data/U01.json`. */
export function unitFile(course: Course, unit: Unit): UnitFile {
  const { lessons, guidance } = unit;
  const verbOf = new Map(criteriaOf(unit).map((criterion) => [criterion.key, criterion.verb]));
  const meansOf = new Map(course.verbs.map(({ verb, means }) => [verb, means]));
  return {
    courseVersion: course.version,
    specVersion: course.specification.version,
    unit: {
      key: unit.key,
      number: unit.number,
      slug: unit.slug,
      reference: unit.reference,
      title: unit.title,
      titleInAppendix2: unit.titleInAppendix2,
      level: unit.level,
      credit: unit.credit,
      glh: unit.glh,
      outcomes: unit.outcomes,
      range: unit.range,
      ...(guidance === undefined ? {} : { guidance }),
    },
    lessons: lessons.map((lesson) => ({
      title: lesson.title,
      href: lessonHref(unit, lesson),
      criteria: lesson.criteria,
      practice: lesson.questions.flatMap(({ kind, id }) => (kind === 'written' ? [] : [id])),
    })),
    prompts: lessons.flatMap((lesson) =>
      lesson.questions.flatMap((question): UnitPrompt[] =>
        question.kind === 'written'
          ? [
              {
                ...question,
                href: `${lessonHref(unit, lesson)}#${question.id}`,
                lesson: lesson.title,
                verbMeans: meansOf.get(verbOf.get(question.criteria[0] ?? '') ?? '') ?? '',
              },
            ]
          : [],
      ),
    ),
    practice: lessons.flatMap((lesson) =>
      lesson.questions.flatMap(({ kind, id, criteria, ask }) =>
        kind === 'written' ? [] : [{ id, criteria, ask }],
      ),
    ),
    methodKey: course.trackingSheet.methodKey,
    qualifications: course.qualifications,
  };
}

/** The practice questions of one unit that fit a quick round; `/data/questions/U01.json`. */
export function practiceFile({ key, number, title, slug, lessons }: Unit): PracticeFile {
  return {
    unit: { key, number, title },
    lessons: lessons.map((lesson) => ({ title: lesson.title, href: lessonHref({ slug }, lesson) })),
    questions: lessons.flatMap((lesson, index) =>
      lesson.questions.flatMap((question) =>
        question.kind === 'written' || secondsOf(question.kind) === null
          ? []
          : [{ lesson: index, question }],
      ),
    ),
  };
}
