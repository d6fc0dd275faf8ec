/** The course of this build. Astro pages import it; it never reaches the browser. */
import { buildCourse, printProblems } from './course';
import type { Course } from './types';

const files = import.meta.glob<string>('/content/**/*.{yaml,mdx,svg}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Throws one error that lists every problem of all files, so that an author mends them at once. */
function build(): Course {
  const { course, problems } = buildCourse(files);
  if (course) return course;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  throw new Error(`The course has ${count}.\n\n${printProblems(problems)}\n`);
}

export const course: Course = build();
