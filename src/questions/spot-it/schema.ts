import { z } from 'zod';
import { feedback, id, practice, text } from '../base';

export const spotIt = z
  .strictObject({
    kind: z.literal('spot-it'),
    ...practice,
    title: text.describe('What the passage is: "An email from a gym to a new member".'),
    text: text.describe(
      'The passage. Each part to choose from stands as its id in double braces: {{greeting}}. A new line starts a new line.',
    ),
    parts: z
      .array(
        z.strictObject({
          id,
          text: text.describe('The words as they stand in the passage.'),
          spot: z.literal(true).optional().describe('On each part that the learner should mark.'),
          feedback: feedback.describe('Why it should be marked, or why it should stay. It teaches.'),
        }),
      )
      .min(4)
      .max(10),
  })
  .refine(({ parts }) => parts.some(({ spot }) => spot) && parts.some(({ spot }) => !spot), {
    path: ['parts'],
    error: 'at least one part must say "spot: true", and at least one must not',
  });
export type SpotIt = z.infer<typeof spotIt>;
