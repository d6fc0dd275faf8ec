import { z } from 'zod';
import { id, practice } from '../base';

export const flashcards = z.strictObject({
  kind: z.literal('flashcards'),
  ...practice,
  terms: z
    .array(id)
    .min(4)
    .max(12)
    .describe('Ids of terms in content/glossary.yaml. The cards are made from them.'),
});
export type Flashcards = z.infer<typeof flashcards>;
