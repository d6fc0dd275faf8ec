/** Rules about what stands inside conversations. Their graph is checked by the kind's own schema. */
import { mendName } from '../nearest';
import type { Read } from '../read';
import type { Problem } from '../types';
import { criterionKeysOf } from './keys';

/** Each criterion that a choice of a conversation names exists in the unit. */
export function choiceCriteriaKnown(read: Read): Problem[] {
  const problems: Problem[] = [];
  for (const { unit, lessons } of read.units) {
    if (!unit?.data) continue;
    const keys = criterionKeysOf(unit.data);
    for (const { source, index, data } of lessons.flatMap(({ questions }) => questions ?? [])) {
      if (data?.kind !== 'simulation') continue;
      for (const [s, scene] of data.scenes.entries()) {
        for (const [c, choice] of (scene.choices ?? []).entries()) {
          for (const [k, key] of (choice.criteria ?? []).entries()) {
            if (keys.includes(key)) continue;
            problems.push({
              file: source.file,
              line: source.lineOf([index, 'scenes', s, 'choices', c, 'criteria', k]),
              message: `In ${data.id}: the choice “${choice.id}” of the scene “${scene.id}” names the criterion “${key}”, which this unit does not have.`,
              mend: mendName(key, keys, `Name one of: ${keys.join(', ')}.`),
            });
          }
        }
      }
    }
  }
  return problems;
}
