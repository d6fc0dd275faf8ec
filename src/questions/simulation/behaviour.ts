import type { Behaviour, QuestionOf } from '../types';

type Simulation = QuestionOf<'simulation'>;
type Scene = Simulation['scenes'][number];
type Choice = NonNullable<Scene['choices']>[number];

/** The choices that were made, each with the scene it was made in, and the scene they lead to. */
export interface Talk {
  taken: { scene: Scene; choice: Choice }[];
  now: Scene;
}

/**
 * Follows choices from the first scene.
 * @param path ids of choices; any value, as it may come from an older course or from outside
 * @returns undefined where a choice does not exist (any more) in the scene that the path comes to
 */
export function follow({ scenes }: Simulation, path: unknown): Talk | undefined {
  const taken: Talk['taken'] = [];
  let now = scenes[0];
  if (!Array.isArray(path)) return undefined;
  for (const id of path as unknown[]) {
    const scene = now;
    const choice = scene?.choices?.find((one) => one.id === id);
    if (!scene || !choice) return undefined;
    taken.push({ scene, choice });
    now = scenes.find((one) => one.id === choice.to);
  }
  return now && { taken, now };
}

const helped = ({ taken }: Talk): number =>
  taken.filter(({ choice }) => choice.effect === 'helps').length;

/** How it went, as a sentence. A replay can always do better, so it says nothing of right or wrong. */
export function resultOf(talk: Talk): string {
  const [score, outOf] = [helped(talk), talk.taken.length];
  if (score === outOf) return 'Every choice that you made helped.';
  if (score === 0) return 'None of your choices helped this time. Go back and try another way.';
  return `${score} of your ${outOf} choices helped.`;
}

/** The choices that help, all the way to an end; undefined where they come to none. */
function helpfulWay(scenes: Scene[], scene = scenes[0]): string[] | undefined {
  if (scene?.end) return [];
  for (const { id, to, effect } of scene?.choices ?? []) {
    const next = effect === 'helps' && scenes.find((one) => one.id === to);
    const rest = next && helpfulWay(scenes, next);
    if (rest) return [id, ...rest];
  }
  return undefined;
}

/**
 * Nothing is marked before the conversation comes to an end. Then each choice that helped counts,
 * out of the choices that were made: another way through may be shorter or longer.
 */
export const behaviour: Behaviour<'simulation'> = {
  atOnce: true,

  isResponse: (question, value): value is { path: string[]; before: string[][] } => {
    const { path, before } = (value ?? {}) as Record<string, unknown>;
    // Earlier ways may lead through scenes of long ago: what of them still exists is used.
    const isWay = (way: unknown) =>
      Array.isArray(way) && way.every((choice) => typeof choice === 'string');
    return follow(question, path) !== undefined && Array.isArray(before) && before.every(isWay);
  },

  mark: (question, response) => {
    const talk = follow(question, (response as { path?: unknown } | null | undefined)?.path);
    if (!talk?.now.end || talk.taken.length === 0) {
      return { status: 'blank', say: 'Go on until the conversation ends.' };
    }
    return {
      status: 'marked',
      score: helped(talk),
      outOf: talk.taken.length,
      feedback: talk.taken.map(({ scene, choice }) => ({
        about: scene.id,
        right: choice.effect === 'helps',
        text: choice.did,
      })),
      say: resultOf(talk),
    };
  },

  solution: (question) => {
    const path = helpfulWay(question.scenes);
    return path ? { path, before: [] } : null;
  },

  // An early choice was made in the first scene, where the conversation may stand no more.
  join: (kept, early) => (kept.path.length > 0 ? kept : { ...kept, path: early.path }),

  toText: (question, response) => {
    const talk = follow(question, response.path);
    if (!talk) return '';
    const says = ({ who = question.customer, mood, says }: Scene) => `${who} (${mood}): ${says}`;
    return [
      ...talk.taken.flatMap(({ scene, choice }) => [says(scene), `You: ${choice.text}`]),
      says(talk.now),
      ...(talk.now.end ? [`How it ended: ${talk.now.end.title}`] : []),
    ].join('\n');
  },
};
