/**
 * The declaration of authenticity. Its words are evidence: a change needs a new version, and a
 * bundle carries the words that the learner saw.
 */
export const DECLARATION = {
  textVersion: '1',
  text: 'This is my own work. I have read it today. I have named any source, person or AI tool that I used. I know that a false statement may be malpractice, which means breaking the rules of assessment.',
};
