import { z } from 'zod';
import { feedback, id, practice, text } from '../base';

export const rewriteIt = z.strictObject({
  kind: z.literal('rewrite-it'),
  ...practice,
  title: text.describe('What the poor reply is: “A chat reply from a parcel firm”.'),
  poor: text.describe('The poor reply. A new line starts a new line.'),
  lines: z.number().int().min(2).max(10).default(5).describe('Height of the box, in lines.'),
  checklist: z
    .array(
      z.strictObject({
        id,
        text: text.describe('What the learner looks for in their own words: “It says sorry once.”'),
        why: feedback.describe('Why that matters to the customer.'),
      }),
    )
    .min(3)
    .max(6),
});
export type RewriteIt = z.infer<typeof rewriteIt>;
