/** What authors list for words that learners type. Build time only: zod stays out of the browser. */
import { fault } from '../base';
import { wordsOf } from './likeness';

/**
 * Finds each phrase that means two different entries: nobody could tell which one a learner meant.
 * @param list the name of the list, such as "points"
 */
export function phrasesDiffer(
  list: string,
  entries: readonly { id: string; accept: readonly string[] }[],
): ReturnType<typeof fault>[] {
  const owners = new Map<string, string>();
  return entries.flatMap(({ id, accept }, e) =>
    accept.flatMap((phrase, p) => {
      const bare = wordsOf(phrase).join(' ');
      const owner = owners.get(bare) ?? id;
      owners.set(bare, owner);
      if (bare === '') {
        return fault(
          [list, e, 'accept', p],
          `“${phrase}” has no word in it that can be compared.`,
          'Write a word or a short phrase.',
        );
      }
      if (owner === id) return [];
      return fault(
        [list, e, 'accept', p],
        `“${phrase}” stands for “${owner}” and for “${id}”.`,
        'Keep it in one of the two. Capital letters, plurals and articles make no difference.',
      );
    }),
  );
}
