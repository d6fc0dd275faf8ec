import { z } from 'zod';
import { fault, feedback, id, practice, text } from '../base';

const percent = z.number().min(4).max(96);

/** On the smallest phone the picture is 288 by 216 px, and a marker 44 px wide; 2 lie between two. */
const FINGER = 46;
type Place = { x: number; y: number };
const apart = (a: Place, b: Place): number => Math.hypot((a.x - b.x) * 2.88, (a.y - b.y) * 2.16);

export const hotspot = z
  .strictObject({
    kind: z.literal('hotspot'),
    ...practice,
    image: z
      .string()
      .regex(/^[a-z0-9-]+\.svg$/, 'a picture is the name of an SVG file, like "desk.svg"')
      .describe('A picture in the images folder of the unit, with viewBox="0 0 360 270".'),
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
  .superRefine(({ places }, ctx) => {
    if (!places.some(({ right }) => right) || !places.some(({ right }) => !right)) {
      ctx.addIssue(
        fault(
          ['places'],
          'at least one place must say “right: true”, and at least one must not.',
          'Put “right: true” on each place that should be chosen, and only there.',
        ),
      );
    }
    for (const [i, place] of places.entries()) {
      const near = places.slice(0, i).find((other) => apart(place, other) < FINGER);
      if (!near) continue;
      ctx.addIssue(
        fault(
          ['places', i, 'x'],
          `“${place.id}” is too near to “${near.id}”: on a phone a finger cannot tell them apart.`,
          'Move one of them: about 16 in x, or about 22 in y, lies between two places.',
        ),
      );
    }
  });
export type Hotspot = z.infer<typeof hotspot>;
