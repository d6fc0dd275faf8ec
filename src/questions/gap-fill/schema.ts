import { z } from 'zod';
import { feedback, id, namesFit, practice, text } from '../base';

export const gapFill = z
  .strictObject({
    kind: z.literal('gap-fill'),
    ...practice,
    text: text.describe('The passage. Each gap is its id in double braces: {{speed}}.'),
    gaps: z
      .array(
        z.strictObject({
          id,
          options: z
            .array(
              z.strictObject({
                id,
                text,
                right: z.literal(true).optional(),
                feedback,
              }),
            )
            .min(2)
            .max(5)
            .refine((options) => options.filter((option) => option.right).length === 1, {
              error: 'exactly one option of a gap must say "right: true"',
            }),
        }),
      )
      .min(1)
      .max(5),
  })
  .superRefine(({ text, gaps }, ctx) => {
    for (const found of namesFit(text, 'gaps', gaps)) ctx.addIssue(found);
  });
export type GapFill = z.infer<typeof gapFill>;
