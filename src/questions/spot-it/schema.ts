import { z } from 'zod';
import { fault, feedback, id, namesFit, practice, text } from '../base';

export const spotIt = z
  .strictObject({
    kind: z.literal('spot-it'),
    ...practice,
    title: text.describe('What the passage is: “An email from a gym to a new member”.'),
    text: text.describe(
      'The passage. Each part to choose from stands as its id in double braces: {{greeting}}. A new line starts a new line.',
    ),
    parts: z
      .array(
        z.strictObject({
          id,
          text: text.describe('The words as they stand in the passage.'),
          spot: z.literal(true).optional().describe('On each part that the learner should mark.'),
          feedback: feedback.describe(
            'Why it should be marked, or why it should stay. It teaches.',
          ),
        }),
      )
      .min(4)
      .max(10),
  })
  .superRefine(({ text, parts }, ctx) => {
    for (const found of namesFit(text, 'parts', parts)) ctx.addIssue(found);
    if (parts.some(({ spot }) => spot) && parts.some(({ spot }) => !spot)) return;
    ctx.addIssue(
      fault(
        ['parts'],
        'at least one part must say “spot: true”, and at least one must not.',
        'Put “spot: true” on each part that the learner should mark, and only there.',
      ),
    );
  });
export type SpotIt = z.infer<typeof spotIt>;
