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

/** Text that teaches: why something is right, or why not. The content tests find it by this mark. */
export const feedback = text.meta({ teaches: true });

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

/**
 * What a schema finds wrong between the fields of one question, for `ctx.addIssue`. The author
 * reads it after "In u01-greeting: ", with the line of `path`, and `mend` on a line of its own.
 */
export const fault = (path: (string | number)[], message: string, mend: string) => ({
  code: 'custom' as const,
  path,
  message,
  params: { mend },
});

/**
 * Finds each {{name}} of a question's `text` that is no id of its list, and each id that does not
 * stand in the text exactly once.
 * @param list the name of the list, such as "gaps"; without its s it names one entry
 */
export function namesFit(
  text: string,
  list: string,
  entries: readonly { id: string }[],
): ReturnType<typeof fault>[] {
  const one = list.slice(0, -1);
  const names = [...text.matchAll(/\{\{([^}]*)\}\}/g)].map((found) => found[1] ?? '');
  const ids = entries.map(({ id }) => id);
  return [
    ...names
      .filter((name) => !ids.includes(name))
      .map((name) =>
        fault(
          ['text'],
          `the text has {{${name}}}, but no ${one} has the id “${name}”.`,
          `Add that ${one}, or take {{${name}}} out. The ${list} are: ${ids.join(', ')}.`,
        ),
      ),
    ...ids.flatMap((id, i) => {
      const times = names.filter((name) => name === id).length;
      return times === 1
        ? []
        : fault(
            [list, i, 'id'],
            `{{${id}}} stands ${times === 0 ? 'nowhere' : `${times} times`} in the text.`,
            `Put {{${id}}} into the text once.`,
          );
    }),
  ];
}
