import { z } from 'zod';
import { id, practice, text } from '../base';

export const flashcards = z.strictObject({
  kind: z.literal('flashcards'),
  ...practice,
  terms: z
    .array(id)
    .min(4)
    .max(12)
    .refine((terms) => new Set(terms).size === terms.length, {
      error: 'each term may be named once',
    })
    .describe('Ids of terms in content/glossary.yaml. The cards are made from them.'),
  cards: z
    .array(z.strictObject({ id, term: text, meaning: text, example: text.optional() }))
    .default([])
    .describe('Leave this out: the build makes the cards from the glossary.'),
});
export type Flashcards = z.infer<typeof flashcards>;
