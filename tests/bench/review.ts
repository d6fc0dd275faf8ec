/** What the browser runs in the benchmark of the review: made-up answers, and the set from them. */
import { dueOf, planAll, reviewSet, type Tried } from '../../src/learner/review';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-22T10:00:00.000Z');

export interface Input {
  answers: Tried[];
  about: Map<string, { unit: string; kind: string; seconds: number }>;
}

/** Answers to `count` questions of 13 units; each has 1 to 6 tries, two in a sitting. */
export function makeAnswers(count: number): Input {
  const about: Input['about'] = new Map();
  const answers = Array.from({ length: count }, (_, i): Tried => {
    const id = `u${String((i % 13) + 1).padStart(2, '0')}-question-${i}`;
    about.set(id, { unit: id.slice(0, 3), kind: `kind-${i % 7}`, seconds: 20 + (i % 3) * 10 });
    const attempts = Array.from({ length: 1 + (i % 6) }, (_, n) => ({
      at: new Date(NOW - (40 - Math.floor(n / 2) * 5) * DAY + n * 60_000).toISOString(),
      score: (i + n) % 3 === 0 ? 0 : 1,
      outOf: 1,
      ...(n % 4 === 0 && { sure: 'guess' }),
    }));
    return { id, revealed: i % 11 === 0, at: attempts.at(-1)?.at ?? '', attempts };
  });
  return { answers, about };
}

/** From the answers to the set, as the page makes it. */
export function makeSet({ answers, about }: Input): number {
  const planned = planAll(answers, NOW);
  return reviewSet(dueOf(planned, NOW), about, { questions: 20 }).length;
}
