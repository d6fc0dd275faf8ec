/** Fields and helpers that several kinds share. Build time only: zod stays out of the browser. */
import { z } from 'zod';

/** Ids are permanent: lower-case words joined by hyphens. */
export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'an id is lower-case letters, digits and hyphens, like "u01-greeting"',
  );

/** `U07.1.2` = unit 7, outcome 1, criterion 2. */
export const criterionKey = z
  .string()
  .regex(/^U\d\d\.\d+\.\d+$/, 'a criterion key looks like "U01.1.2"');

export const text = z.string().trim().min(1);

/** What every question has. */
export const shared = {
  id: id.describe('Global and permanent. A changed meaning needs a new id.'),
  criteria: z.array(criterionKey).min(1).describe('The criteria that this question practises.'),
  ask: text.describe('The question itself, in one or two short sentences.'),
};

/** What every practice question has besides. */
export const practice = {
  ...shared,
  level: z
    .enum(['recall', 'understand', 'apply'])
    .describe('What the learner must do: recall a fact, understand it, or apply it at work.'),
};
