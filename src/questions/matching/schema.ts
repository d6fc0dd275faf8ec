import { z } from 'zod';
import { fault, feedback, id, practice, text } from '../base';

export const matching = z
  .strictObject({
    kind: z.literal('matching'),
    ...practice,
    pairs: z
      .array(
        z.strictObject({
          id,
          left: text.describe('What the learner sees.'),
          right: text.describe('What belongs to it.'),
          feedback: feedback.describe('Why these two belong together.'),
        }),
      )
      .min(3)
      .max(6),
    extras: z
      .array(z.strictObject({ id, text }))
      .max(3)
      .optional()
      .describe('Answers that belong to no pair.'),
  })
  .superRefine(({ pairs, extras = [] }, ctx) => {
    // They stand in one list with the answers of the pairs.
    for (const [i, extra] of extras.entries()) {
      if (pairs.some((pair) => pair.id === extra.id)) {
        ctx.addIssue(
          fault(
            ['extras', i, 'id'],
            `the id “${extra.id}” is used twice.`,
            'Give each one an id of its own. A stored answer is found by it.',
          ),
        );
      }
      if (pairs.some((pair) => pair.right === extra.text)) {
        ctx.addIssue(
          fault(
            ['extras', i, 'text'],
            `the extra answer “${extra.text}” is also the answer of a pair.`,
            'Change it: a learner could not tell the two apart.',
          ),
        );
      }
    }
  });
export type Matching = z.infer<typeof matching>;
