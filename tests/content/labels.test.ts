import { expect, it } from 'vitest';
import { files } from './files';

/** Units that a drawing is wide; on a phone of 360 px it has 352 px (lists.css). */
const drawings = Object.entries(files)
  .filter(([path]) => path.endsWith('.svg'))
  .map(([path, svg]) => [path, Number(/viewBox="\S+ \S+ (\S+)/.exec(svg)?.[1])] as const);

it('has labels of 14 px or more on a phone in every drawing', () => {
  expect(drawings.length).toBeGreaterThan(0);
  const small = drawings.flatMap(([path, width]) => {
    const label = (352 / width) * (width > 376 ? 16.25 : 15);
    return label >= 14 ? [] : [`${path}: ${label.toFixed(1)} px`];
  });
  expect(small).toEqual([]);
});
