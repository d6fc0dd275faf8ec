/**
 * Every behaviour, for tests, the build and exports. A page loads `views.ts` instead, which brings
 * the code of one kind only.
 */
import { behaviour as flashcards } from './flashcards/behaviour';
import { behaviour as gapFill } from './gap-fill/behaviour';
import { behaviour as grouping } from './grouping/behaviour';
import { behaviour as hotspot } from './hotspot/behaviour';
import { behaviour as listIt } from './list-it/behaviour';
import { behaviour as matching } from './matching/behaviour';
import { behaviour as multipleChoice } from './multiple-choice/behaviour';
import { behaviour as ordering } from './ordering/behaviour';
import { behaviour as rewriteIt } from './rewrite-it/behaviour';
import { behaviour as shortAnswer } from './short-answer/behaviour';
import { behaviour as simulation } from './simulation/behaviour';
import { behaviour as singleChoice } from './single-choice/behaviour';
import { behaviour as spotIt } from './spot-it/behaviour';
import { behaviour as trueFalseReason } from './true-false-reason/behaviour';
import type { Behaviour, Kind } from './types';
import { behaviour as written } from './written/behaviour';

/** Registry of behaviours: one line for each kind. The compiler names a missing one. */
export const behaviours: { readonly [K in Kind]: Behaviour<K> } = {
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
