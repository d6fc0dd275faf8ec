import { course } from '../course';

/** What the aim needs of each unit: its number, title, both printings of its hours, its prompts. */
export const aimUnits = course.units.map(({ number, title, glh, lessons, outcomes }) => ({
  number,
  title,
  glh,
  criteria: outcomes.reduce((sum, outcome) => sum + outcome.criteria.length, 0),
  prompts: lessons.flatMap((lesson) =>
    lesson.questions.filter((question) => question.kind === 'written').map(({ id }) => id),
  ),
}));

export type AimUnit = (typeof aimUnits)[number];
