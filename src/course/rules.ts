/** Registry of the rules that hold across files. Each takes what was read and gives its problems. */
import type { Read } from './read';
import * as cited from './rules/cited';
import { choiceCriteriaKnown } from './rules/conversations';
import * as lessons from './rules/lessons';
import * as questions from './rules/questions';
import * as text from './rules/text';
import * as units from './rules/units';
import type { Problem } from './types';

export const rules: ((read: Read) => Problem[])[] = [
  units.unitsListedAndPresent,
  units.criteriaNumbered,
  units.namesOnce,
  questions.questionIdsOnce,
  questions.criteriaKnown,
  choiceCriteriaKnown,
  questions.evidenceReferences,
  lessons.lessonsNumbered,
  lessons.questionsPlacedOnce,
  lessons.criteriaCovered,
  lessons.kindsVary,
  lessons.rangeTaught,
  lessons.assessorFilesMatch,
  text.headingsInOrder,
  text.termsKnown,
  cited.sourcesKnown,
  cited.lawsCited,
  cited.sourcesWhole,
  cited.briefsKnown,
  text.figuresWhole,
  text.pictureNamesOnce,
  text.questionPicturesWhole,
  text.picturesPlain,
];
