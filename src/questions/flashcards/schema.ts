import { z } from 'zod';
import { fault, id, practice, text } from '../base';

export const flashcards = z
  .strictObject({
    kind: z.literal('flashcards'),
    ...practice,
    terms: z
      .array(id)
      .min(4)
      .max(12)
      .describe('Ids of terms in content/glossary.yaml. The cards are made from them.'),
    cards: z
      .array(
        z.strictObject({
          id,
          term: text.describe('The word.'),
          meaning: text.describe('What it means.'),
          example: text.optional().describe('A case of it.'),
        }),
      )
      .default([])
      .describe('Leave this out: the build makes the cards from the glossary.'),
  })
  .superRefine(({ terms }, ctx) => {
    for (const [i, term] of terms.entries()) {
      if (terms.indexOf(term) === i) continue;
      ctx.addIssue(
        fault(['terms', i], `the term “${term}” is named twice.`, 'Take one of the two out.'),
      );
    }
  });
export type Flashcards = z.infer<typeof flashcards>;
