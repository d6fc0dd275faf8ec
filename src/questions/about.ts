/** What the folder of a kind says about it for authors. Build time only. */
import { z } from 'zod';
import { text } from './base';

/** about.yaml in the folder of each kind: the authors' page is made from it. */
export const aboutFile = z.strictObject({
  name: text.describe('What authors call it: "Single choice".'),
  purpose: text.describe('What it is for, in one or two sentences.'),
  good: z.array(text).min(3).max(8).describe('What a good one is like, a line each.'),
  access: z
    .array(text)
    .min(2)
    .max(6)
    .describe('How it works by keyboard, by touch, with a screen reader and on paper.'),
  marking: text.describe('How it is marked, and what its score counts.'),
});
export type About = z.infer<typeof aboutFile>;

/** examples.yaml in the folder of each kind: for tests, pictures and the authors' page. */
export const exampleFile = z
  .array(
    z.strictObject({
      name: text.describe('A few words that tell it from the others.'),
      question: z
        .looseObject({ kind: text.describe('The kind whose folder this is.') })
        .describe('A whole question, as an author would write it.'),
      answers: z
        .array(
          z.strictObject({
            response: z.unknown().optional().describe('What a learner gives; absent for nothing.'),
            expect: z
              .strictObject({
                status: text.describe('blank, marked, or what else a mark can be.'),
                score: z.number().optional().describe('Where it is marked.'),
                outOf: z.number().optional().describe('Where it is marked.'),
              })
              .describe('The mark that it must get.'),
          }),
        )
        .min(2)
        .describe('Answers, and the mark that each must get.'),
    }),
  )
  .min(2);
