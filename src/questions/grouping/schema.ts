import { z } from 'zod';
import { id, practice, text } from '../base';

export const grouping = z.strictObject({
  kind: z.literal('grouping'),
  ...practice,
  groups: z
    .array(z.strictObject({ id, title: text }))
    .min(2)
    .max(4),
  items: z
    .array(
      z.strictObject({
        id,
        text,
        group: id.describe('The id of the group it belongs to.'),
        feedback: text.describe('Why it belongs there.'),
      }),
    )
    .min(3)
    .max(8),
});
export type Grouping = z.infer<typeof grouping>;
