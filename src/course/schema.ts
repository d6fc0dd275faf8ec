/** The shapes of the authors' files. Build time only: zod stays out of the browser. */
import { z } from 'zod';
import { criterionKey, id, text } from '../questions/base';

const number = z.number().int().min(1);
const criterionNumber = z
  .string()
  .regex(/^\d+\.\d+$/, 'a criterion number is two numbers with a dot, in quotes, like "1.10"');
const guidedHours = z.number().int().min(0);

const qualification = z.strictObject({
  kind: z.enum(['Award', 'Certificate', 'Diploma']),
  title: text,
  number: text,
  learningAimReference: text.describe('Digits in quotes.'),
  credit: number,
  glh: guidedHours,
  tqt: guidedHours,
  rule: z.union([
    z.strictObject({ minimumGlh: guidedHours }),
    z.strictObject({ allUnits: z.literal(true) }),
  ]),
});

/** content/qualification.yaml */
export const qualificationFile = z.strictObject({
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'a course version is three numbers with dots, like 1.0.0'),
  specification: z.strictObject({ title: text, version: text, source: text }),
  sector: text,
  awardingOrganisation: text,
  framework: text,
  level: number,
  minimumAge: number,
  assessmentMethod: text,
  qualifications: z.array(qualification).min(1),
  trackingSheet: z.strictObject({
    header: z.array(text).min(1),
    columns: z.array(text).min(1),
    signatures: z.array(text).min(1),
    methodKey: z
      .array(
        z.strictObject({
          code: text,
          label: z.string().describe('As printed; empty where the code alone is printed.'),
          status: z.enum(['settled', 'unsettled']),
        }),
      )
      .min(1),
  }),
  errata: z.array(
    z.strictObject({ unit: number, criterion: criterionNumber.exactOptional(), about: text }),
  ),
  units: z.array(text).min(1).describe('The folders in content/units, in order.'),
});

/** content/units/NN-slug/unit.yaml */
export const unitFile = z.strictObject({
  number,
  reference: z.string().regex(/^[A-Z]\/\d{3}\/\d{4}$/, 'a unit reference looks like T/617/5410'),
  title: text.describe('As Appendix 1 of the specification prints it.'),
  titleInAppendix2: text.describe('As Appendix 2 of the specification prints it.'),
  level: number,
  credit: number,
  glh: z.strictObject({ appendix1: guidedHours, appendix2: guidedHours }),
  lead: text.describe('One or two sentences that open the unit page.'),
  able: z.array(text).min(3).max(5).describe('What the learner will be able to do.'),
  helps: z.array(text).min(2).max(4).exactOptional().describe('Where it helps at work.'),
  outcomes: z
    .array(
      z.strictObject({
        number,
        title: text,
        criteria: z
          .array(
            z.strictObject({
              number: criterionNumber.describe('The number that learners see.'),
              printed: criterionNumber.describe('As the specification prints it.'),
              text: text.describe('Word for word from the specification.'),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  range: z.array(
    z.strictObject({
      topic: text,
      points: z
        .array(
          z.strictObject({
            text: text.describe('Word for word from the specification.'),
            parts: z.array(id).describe('What lessons tag; [] until the unit has lessons.'),
          }),
        )
        .min(1),
    }),
  ),
  guidance: text.exactOptional(),
});

/** The part between the two lines of --- at the top of a lesson. */
export const lessonFrontmatter = z.strictObject({
  title: text,
  summary: text,
  minutes: z.number().int().min(1).max(90).describe('About how long it takes.'),
  criteria: z
    .array(criterionKey.describe('The key of a criterion, like "U01.1.10".'))
    .min(1)
    .describe('The criteria that the lesson teaches.'),
  able: z.array(text).min(2).max(5).describe('Each completes "you will be able to…".'),
});

/** content/glossary.yaml */
export const glossaryFile = z.array(
  z.strictObject({
    id,
    term: text,
    meaning: text.describe('Plain meaning, in one or two sentences.'),
    example: text.exactOptional(),
  }),
);

const day = z.iso
  .date('a day is written as year, month and day, like 2026-11-22')
  .describe('Like 2026-11-22.');

/** content/sources.yaml */
export const sourcesFile = z.array(
  z.strictObject({
    id,
    title: text.describe('The official name, with its year.'),
    nation: z
      .enum([
        'UK',
        'Great Britain',
        'England and Wales',
        'England, Wales and Northern Ireland',
        'England',
        'Wales',
        'Scotland',
        'Northern Ireland',
        'Any country',
      ])
      .describe('Where it holds.'),
    about: text.describe('What it says, in one or two plain sentences.'),
    url: z.url({ protocol: /^https$/, error: 'an address starts with https://' }),
    checked: day.describe('When somebody last looked whether this is still right.'),
    review: day.describe('When somebody should look again.'),
    status: z.enum(['settled', 'changing']),
    note: text.exactOptional().describe('What may change, in plain words.'),
  }),
);

/** content/briefs/<id>.yaml: an organisation that we made up, for learners without a job. */
export const briefFile = z.strictObject({
  name: text,
  kind: text.describe('What it is, in a few words.'),
  lead: text.describe('One or two sentences that open the page.'),
  parts: z
    .array(
      z.strictObject({
        id: id.describe('What lessons link to.'),
        title: text,
        text: z.array(text).min(1).exactOptional().describe('Paragraphs.'),
        list: z.array(text).min(1).exactOptional().describe('Points in any order.'),
        steps: z.array(text).min(1).exactOptional().describe('Points in their order.'),
        table: z
          .strictObject({
            head: z.array(text).min(2),
            rows: z.array(z.array(text).min(2)).min(1),
          })
          .exactOptional(),
        after: z.array(text).min(1).exactOptional().describe('Paragraphs after the list or table.'),
      }),
    )
    .min(1),
});

/** content/verbs.yaml */
export const verbsFile = z
  .array(z.strictObject({ verb: text, means: text.describe('Completes "State means: …".') }))
  .min(1);

/** One entry of NN-….assessor.yaml: for people who mark, in no page that learners load. */
export const assessorEntry = z.strictObject({
  prompt: id.describe('The id of the written prompt.'),
  ref: text.describe('The evidence reference of that prompt.'),
  covers: z.array(text).min(1).describe('What a sufficient answer covers at this level.'),
  indicative: z.array(text).min(1).describe('Points that would be right.'),
  weak: z.array(z.strictObject({ answer: text, why: text })).min(1),
  ask: z.array(text).min(1).describe('Questions to ask aloud.'),
});
