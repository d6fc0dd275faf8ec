/** Registry of question shapes for the build: kind → zod schema. One line for each kind. */
import type { z } from 'zod';
import { gapFill } from './gap-fill/schema';
import { grouping } from './grouping/schema';
import { matching } from './matching/schema';
import { multipleChoice } from './multiple-choice/schema';
import { ordering } from './ordering/schema';
import { simulation } from './simulation/schema';
import { singleChoice } from './single-choice/schema';
import type { Kind, Questions } from './types';
import { written } from './written/schema';

export const schemas: { [K in Kind]: z.ZodType<Questions[K]> } = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  matching,
  ordering,
  grouping,
  'gap-fill': gapFill,
  simulation,
  written,
};
