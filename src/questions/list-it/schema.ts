import { z } from 'zod';
import { fault, feedback, id, practice, text } from '../base';
import { phrasesDiffer } from '../typed/phrases';

export const listIt = z
  .strictObject({
    kind: z.literal('list-it'),
    ...practice,
    want: z.number().int().min(2).max(6).describe('How many points the question asks for.'),
    points: z
      .array(
        z.strictObject({
          id,
          text: text.describe('The point as others would say it.'),
          accept: z
            .array(text)
            .min(1)
            .max(14)
            .describe('Words or short phrases that show this point, such as “smile”, “smiling”.'),
          feedback: feedback.describe('What makes it a good point. It teaches.'),
        }),
      )
      .min(3)
      .max(10),
  })
  .superRefine(({ want, points }, ctx) => {
    if (points.length < want) {
      ctx.addIssue(
        fault(
          ['want'],
          `the question wants ${want} points, but it has only ${points.length}.`,
          'Add points, or want fewer.',
        ),
      );
    }
    for (const found of phrasesDiffer('points', points)) ctx.addIssue(found);
  });
export type ListIt = z.infer<typeof listIt>;
