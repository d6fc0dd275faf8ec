import { z } from 'zod';
import { feedback, id, practice, text } from '../base';
import { phrasesDiffer } from '../typed/phrases';

export const shortAnswer = z
  .strictObject({
    kind: z.literal('short-answer'),
    ...practice,
    answers: z
      .array(
        z.strictObject({
          id,
          accept: z
            .array(text)
            .min(1)
            .max(12)
            .describe('Ways to write it. Case, spacing, plurals and small slips are forgiven.'),
          right: z.literal(true).optional().describe('On each answer that is right.'),
          feedback: feedback.describe('Why it is right, or why not. It teaches.'),
        }),
      )
      .min(1)
      .max(8)
      .refine((answers) => answers.some(({ right }) => right), {
        error: 'at least one answer must say "right: true"',
      }),
    compare: text.describe(
      'Shown when the words are not recognised: a right answer to compare with, in a sentence.',
    ),
  })
  .superRefine(({ answers }, ctx) => {
    for (const found of phrasesDiffer('answers', answers)) ctx.addIssue(found);
  });
export type ShortAnswer = z.infer<typeof shortAnswer>;
