import { z } from 'zod';
import { feedback, id, practice, text } from '../base';

export const multipleChoice = z.strictObject({
  kind: z.literal('multiple-choice'),
  ...practice,
  options: z
    .array(
      z.strictObject({
        id,
        text,
        right: z.literal(true).optional().describe('On every right option.'),
        feedback: feedback.describe('Why it belongs, or why not. It teaches.'),
      }),
    )
    .min(4)
    .max(8)
    .refine(
      (options) => {
        const right = options.filter((option) => option.right).length;
        return right >= 1 && right < options.length;
      },
      { error: 'at least one option must say "right: true", and at least one must not' },
    ),
});
export type MultipleChoice = z.infer<typeof multipleChoice>;
