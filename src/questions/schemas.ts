/** Registry of question shapes for the build: kind → zod schema. One line for each kind. */
import type { z } from 'zod';
import { flashcards } from './flashcards/schema';
import { gapFill } from './gap-fill/schema';
import { grouping } from './grouping/schema';
import { hotspot } from './hotspot/schema';
import { listIt } from './list-it/schema';
import { matching } from './matching/schema';
import { multipleChoice } from './multiple-choice/schema';
import { ordering } from './ordering/schema';
import { rewriteIt } from './rewrite-it/schema';
import { shortAnswer } from './short-answer/schema';
import { simulation } from './simulation/schema';
import { singleChoice } from './single-choice/schema';
import { spotIt } from './spot-it/schema';
import { trueFalseReason } from './true-false-reason/schema';
import type { Kind, Questions } from './types';
import { written } from './written/schema';

export const schemas: { [K in Kind]: z.ZodType<Questions[K]> } = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  matching,
  ordering,
  grouping,
  'gap-fill': gapFill,
  'true-false-reason': trueFalseReason,
  'spot-it': spotIt,
  hotspot,
  'short-answer': shortAnswer,
  'list-it': listIt,
  'rewrite-it': rewriteIt,
  flashcards,
  simulation,
  written,
};
