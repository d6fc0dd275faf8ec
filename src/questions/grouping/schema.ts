import { z } from 'zod';
import { fault, feedback, id, practice, text } from '../base';

export const grouping = z
  .strictObject({
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
          feedback: feedback.describe('Why it belongs there.'),
        }),
      )
      .min(3)
      .max(8),
  })
  .superRefine(({ groups, items }, ctx) => {
    const ids = groups.map((group) => group.id);
    for (const [i, item] of items.entries()) {
      if (ids.includes(item.group)) continue;
      ctx.addIssue(
        fault(
          ['items', i, 'group'],
          `“${item.id}” belongs to the group “${item.group}”, which does not exist.`,
          `Name one of: ${ids.join(', ')}.`,
        ),
      );
    }
    for (const [g, id] of ids.entries()) {
      if (items.some((item) => item.group === id)) continue;
      ctx.addIssue(
        fault(
          ['groups', g],
          `nothing belongs to the group “${id}”.`,
          'Give it an item, or take the group out.',
        ),
      );
    }
  });
export type Grouping = z.infer<typeof grouping>;
