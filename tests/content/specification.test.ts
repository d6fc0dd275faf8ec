import { expect, test } from 'vitest';
import { buildCourse, printProblems } from '../../src/course/course';
import { criteriaOf } from '../../src/course/find';
import { readFiles } from '../../src/course/read';
import type { Course } from '../../src/course/types';
import frozen from '../fixtures/qualification.json';
import { planted, paths } from '../unit/course/sample';
import { files } from './files';
import { checkWording } from './wording';

/** The course put back into the shape of the frozen specification: every number and every word. */
function asSpecification(course: Course) {
  const { specification, trackingSheet } = course;
  return {
    source: `${specification.source}, Version ${specification.version}`,
    sector: course.sector,
    awardingOrganisation: course.awardingOrganisation,
    framework: course.framework,
    level: course.level,
    minimumAge: course.minimumAge,
    assessmentMethod: course.assessmentMethod,
    qualifications: course.qualifications,
    trackingSheet: {
      header: trackingSheet.header,
      columns: trackingSheet.columns,
      signatures: trackingSheet.signatures,
      assessmentMethodKeyAsExtracted: trackingSheet.methodKey.map(({ code, label }) =>
        `${code} ${label}`.trim(),
      ),
    },
    errata: course.errata,
    units: course.units.map((unit) => ({
      number: unit.number,
      reference: unit.reference,
      title: unit.title,
      titleInAppendix2: unit.titleInAppendix2,
      level: unit.level,
      credit: unit.credit,
      glh: unit.glh,
      learningOutcomes: unit.outcomes.map((outcome) => ({
        number: outcome.number,
        title: outcome.title,
        criteria: outcome.criteria.map(({ number, printed, text }) => ({
          ref: number,
          printed,
          text,
        })),
      })),
      amplification: unit.range.map(({ topic, points }) => ({
        topic,
        points: points.map((point) => point.text),
      })),
      ...(unit.guidance === undefined ? {} : { guidance: unit.guidance }),
    })),
  };
}

function built(): Course {
  const { course, problems } = buildCourse(files);
  if (!course) throw new Error(printProblems(problems));
  return course;
}

test('the course has every number and every word of the specification', () => {
  expect(asSpecification(built())).toStrictEqual(frozen);
});

test('the wording of units, outcomes, criteria and range is as the specification prints it', () => {
  expect(printProblems(checkWording(readFiles(files).read, frozen.units))).toBe('');
});

test('13 units, 36 outcomes and 156 criteria, each with a key of its own', () => {
  const { units } = built();
  expect(units.map((unit) => unit.key)).toEqual(
    Array.from({ length: 13 }, (_, i) => `U${String(i + 1).padStart(2, '0')}`),
  );
  expect(units.flatMap((unit) => unit.outcomes)).toHaveLength(36);
  expect(new Set(units.flatMap(criteriaOf).map((criterion) => criterion.key)).size).toBe(156);
});

test('the verbs come as often as the criteria use them', () => {
  const counts: Record<string, number> = {};
  for (const { verb } of built().units.flatMap(criteriaOf)) counts[verb] = (counts[verb] ?? 0) + 1;
  expect(counts).toEqual({
    State: 52,
    Identify: 41,
    List: 27,
    Outline: 16,
    Describe: 15,
    Define: 4,
    'Give examples': 1,
  });
});

test('codes without a printed meaning are unsettled, and have no meaning of ours', () => {
  const { methodKey } = built().trackingSheet;
  expect(methodKey.filter((key) => key.status === 'unsettled')).toEqual(
    ['Wt', 'R', 'O', 'PD'].map((code) => ({ code, label: '', status: 'unsettled' })),
  );
  expect(methodKey.filter((key) => key.label === '')).toHaveLength(4);
});

test('wrong wording of a criterion names the file, the line and the printed words', () => {
  const specification = [
    {
      number: 1,
      title: 'Greeting People',
      titleInAppendix2: 'Greeting People',
      learningOutcomes: [
        {
          number: 1,
          title: 'Know how to greet',
          criteria: [{ ref: '1.1', printed: '1.1', text: 'State what a greeting is' }],
        },
      ],
      amplification: [{ topic: 'Greeting', points: ['Words, nods'] }],
    },
  ];
  const changed = planted(paths.unit, 'State what a greeting is', 'State what greetings are');
  expect(printProblems(checkWording(readFiles(changed).read, specification))).toBe(
    `content/units/01-greeting-people/unit.yaml:19  Criterion 1.1 says “State what greetings are”, but the specification prints “State what a greeting is”.
  Mend: Put the printed words back. Our reading of them stands beside them, never instead.`,
  );
});
