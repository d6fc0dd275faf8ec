import { z } from 'zod';
import { criterionKey, feedback, id, practice, text } from '../base';
import { faultsOf } from './graph';

const choice = z.strictObject({
  id: id.describe('A short name of the choice. A stored conversation is found by it.'),
  text: text.describe('What the learner says, writes or does.'),
  to: id.describe('The id of the scene that comes next.'),
  effect: z
    .enum(['helps', 'mixed', 'harms'])
    .describe('What it does to the conversation: shown in the debrief, in words.'),
  did: feedback.describe('What it did and why, for the debrief. It teaches.'),
  criteria: z
    .array(criterionKey)
    .optional()
    .describe('The criteria that this choice touches; those of the question unless told.'),
});

/** A conversation that branches. The first scene opens it; a scene with an `end` closes it. */
export const simulation = z
  .strictObject({
    kind: z.literal('simulation'),
    ...practice,
    title: text.describe('A few words: “The late parcel”.'),
    channel: z
      .enum(['face-to-face', 'phone', 'email', 'chat', 'social-media'])
      .describe('How you talk. It decides how the conversation looks.'),
    place: text.describe('Where it happens: “A parcel firm”.'),
    customer: text.describe('The name of the customer: “Mrs Osei”.'),
    you: text.describe('Who the learner is, and what they may decide.'),
    scenes: z
      .array(
        z.strictObject({
          id: id.describe('A short name of the scene. Choices lead to it by this name.'),
          mood: z
            .enum(['calm', 'pleased', 'unsure', 'worried', 'upset', 'angry'])
            .describe('How the customer (or who speaks instead) feels now.'),
          who: text
            .optional()
            .describe('Who speaks here, where it is not the customer: a colleague, for instance.'),
          note: text.optional().describe('What can be seen or heard besides the words.'),
          says: text.describe('What the customer says or writes.'),
          choices: z
            .array(choice)
            .min(2)
            .max(4)
            .optional()
            .describe('What the learner can say or do. Absent where the conversation ends.'),
          end: z
            .strictObject({
              title: text.describe('How it ended, in a few words.'),
              text: text.describe('The debrief: what came of it, and what to take away.'),
            })
            .optional()
            .describe('Where the conversation ends.'),
        }),
      )
      .min(4)
      .max(40)
      .describe('The parts of the conversation. The first one opens it.'),
  })
  .superRefine(({ scenes }, context) => {
    for (const { path, message, mend } of faultsOf(scenes)) {
      context.addIssue({ code: 'custom', path, message, params: { mend } });
    }
  });
export type Simulation = z.infer<typeof simulation>;
