import { z } from 'zod';
import { feedback, id, practice, text } from '../base';

export const singleChoice = z.strictObject({
  kind: z.literal('single-choice'),
  ...practice,
  options: z
    .array(
      z.strictObject({
        id,
        text,
        right: z.literal(true).optional().describe('On the one right option only.'),
        feedback: feedback.describe('Why it is right, or why not. It teaches.'),
      }),
    )
    .min(3)
    .max(6)
    .refine((options) => options.filter((option) => option.right).length === 1, {
      error: (issue) =>
        `exactly one option must say "right: true", but ${(issue.input as { right?: true }[]).filter((o) => o.right).length} do`,
    }),
});
export type SingleChoice = z.infer<typeof singleChoice>;
