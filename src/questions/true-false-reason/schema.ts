import { z } from 'zod';
import { feedback, id, practice, text } from '../base';

export const trueFalseReason = z.strictObject({
  kind: z.literal('true-false-reason'),
  ...practice,
  statement: text.describe('The sentence to judge.'),
  truth: z.boolean().describe('Whether the statement is true.'),
  ifTrue: feedback.describe('Feedback for a learner who says that it is true.'),
  ifFalse: feedback.describe('Feedback for a learner who says that it is false.'),
  reasons: z
    .array(
      z.strictObject({
        id,
        text: text.describe('Why: it can stand with either choice, so that it gives nothing away.'),
        right: z.literal(true).optional().describe('On the one right reason only.'),
        feedback: feedback.describe('Why it is the reason, or why not. It teaches.'),
      }),
    )
    .min(3)
    .max(4)
    .refine((reasons) => reasons.filter(({ right }) => right).length === 1, {
      error: 'exactly one reason must say "right: true"',
    }),
});
export type TrueFalseReason = z.infer<typeof trueFalseReason>;
