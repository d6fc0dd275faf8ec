import { z } from 'zod';
import { id, practice, text } from '../base';

export const matching = z.strictObject({
  kind: z.literal('matching'),
  ...practice,
  pairs: z
    .array(
      z.strictObject({
        id,
        left: text.describe('What the learner sees.'),
        right: text.describe('What belongs to it.'),
        feedback: text.describe('Why these two belong together.'),
      }),
    )
    .min(3)
    .max(6),
  extras: z
    .array(z.strictObject({ id, text }))
    .max(3)
    .optional()
    .describe('Answers that belong to no pair.'),
});
export type Matching = z.infer<typeof matching>;
