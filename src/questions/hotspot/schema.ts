import { z } from 'zod';
import { feedback, id, practice, text } from '../base';

const percent = z.number().min(4).max(96);

export const hotspot = z
  .strictObject({
    kind: z.literal('hotspot'),
    ...practice,
    image: z
      .string()
      .regex(/^[a-z0-9-]+\.svg$/, 'a picture is the name of an SVG file, like "desk.svg"')
      .describe('A picture in the images folder of the unit.'),
    title: text.describe('What the picture shows, in a few words.'),
    alt: text.describe(
      'The picture in words, for people who do not see it. It gives nothing away.',
    ),
    places: z
      .array(
        z.strictObject({
          id,
          label: text.describe('What is there, in the list beside the picture.'),
          x: percent.describe('Centre of the place, in percent of the width.'),
          y: percent.describe('Centre of the place, in percent of the height.'),
          right: z.literal(true).optional().describe('On each place that should be chosen.'),
          feedback: feedback.describe('Why it should be chosen, or why not. It teaches.'),
        }),
      )
      .min(4)
      .max(9),
  })
  .refine(({ places }) => places.some(({ right }) => right) && places.some(({ right }) => !right), {
    path: ['places'],
    error: 'at least one place must say "right: true", and at least one must not',
  });
export type Hotspot = z.infer<typeof hotspot>;
