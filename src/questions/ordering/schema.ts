import { z } from 'zod';
import { feedback, id, practice, text } from '../base';

export const ordering = z.strictObject({
  kind: z.literal('ordering'),
  ...practice,
  items: z
    .array(z.strictObject({ id, text, feedback: feedback.describe('Why it comes at this place.') }))
    .min(3)
    .max(7)
    .describe('In the right order. The page mixes them.'),
});
export type Ordering = z.infer<typeof ordering>;
