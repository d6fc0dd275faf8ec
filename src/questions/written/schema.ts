import { z } from 'zod';
import { id, shared, text } from '../base';

/** A written-evidence prompt. It belongs to one criterion and is marked by a person. */
export const written = z.strictObject({
  kind: z.literal('written'),
  ...shared,
  criteria: shared.criteria.max(1),
  ref: z
    .string()
    .regex(/^U\d\d-\d\d$/, 'an evidence reference looks like "U01-07"')
    .describe('Evidence reference: permanent, never used again.'),
  slots: z
    .array(
      z.strictObject({
        id,
        label: text.describe('What goes here. It gives no answer away.'),
        lines: z.number().int().min(1).max(12).default(3),
      }),
    )
    .min(1)
    .max(8),
  checklist: z
    .array(z.strictObject({ id, text }))
    .min(1)
    .max(8)
    .describe('“Have you thought about…”: each completes that sentence and gives no answer away.'),
});
export type Written = z.infer<typeof written>;
