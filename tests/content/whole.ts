/** Whether a lesson, a prompt and a unit have all that they should have. */

interface LessonParts {
  file: string;
  /** words of its text */
  words: number;
  criteria: number;
  figures: number;
  examples: number;
  /** as the author says how long it takes */
  minutes: number;
  practice: number;
  prompts: number;
}

const wordsForEach = 150;
/** For a slow reader: words a minute, and minutes for a practice question and for a prompt. */
const pace = { words: 100, practice: 0.75, prompt: 4 };

/** What a lesson lacks, a sentence for each. */
export function lessonLacks(lesson: LessonParts): string[] {
  const { file, words, criteria, figures, examples, minutes, practice, prompts } = lesson;
  const each = Math.round(words / criteria);
  const needs = words / pace.words + practice * pace.practice + prompts * pace.prompt;
  return [
    ...(each < wordsForEach
      ? [`${file} has ${each} words for each criterion (at least ${wordsForEach}).`]
      : []),
    ...(figures === 0 ? [`${file} has no <Figure>.`] : []),
    ...(examples === 0 ? [`${file} has no <Example>.`] : []),
    ...(minutes < needs * 0.6 || minutes > needs * 1.7
      ? [`${file} says ${minutes} minutes; for a slow reader it is about ${Math.round(needs)}.`]
      : []),
  ];
}

const numbers: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6 };

/** The number that a criterion asks for: “List two duties”, “Identify 3 pieces”. */
export function numberIn(criterion: string): number | undefined {
  const found = /^\w+ (two|three|four|five|six|[2-6])\b/i.exec(criterion)?.[1]?.toLowerCase();
  return found === undefined ? undefined : (numbers[found] ?? Number(found));
}

/**
 * Criteria whose printed words ask for several parts, and a word of each part. A slot (or its
 * question) must name each, so that no part is forgotten.
 */
export const compounds: Record<string, RegExp[]> = {
  'U02.3.1': [/approach/i, /question/i],
  'U02.3.3': [/open/i, /closed/i],
  'U04.1.1': [/listen/i, /hear/i],
  'U06.2.3': [/\badvantage/i, /disadvantage/i],
  'U06.3.3': [/e-?mail/i, /social media/i, /chat/i],
  'U06.3.4': [/e-?mail/i, /social media/i, /chat/i],
  'U07.1.1': [/start/i, /finish/i],
  'U07.1.4': [/customer/i, /colleague/i, /organisation/i],
  'U09.2.2': [/stor|kept|keep/i, /retriev|found|find|look/i],
  'U09.2.3': [/customer/i, /organisation/i],
  'U12.2.1': [/organisation/i, /team/i, /individual|person|yourself/i],
};

/**
 * What the slots of a written prompt lack for its criterion, a sentence for each.
 * @param slots their labels
 */
export function slotsLack(key: string, criterion: string, slots: readonly string[]): string[] {
  const asked = numberIn(criterion);
  const parts = compounds[key] ?? [];
  const unnamed = parts.filter((part) => !slots.some((label) => part.test(label)));
  return [
    ...(asked !== undefined && slots.length !== asked
      ? [`${key} asks for ${asked}. Boxes of its prompt: ${slots.length}.`]
      : []),
    ...(slots.length < parts.length
      ? [`${key} has ${parts.length} parts. Boxes of its prompt: ${slots.length}.`]
      : []),
    ...unnamed.map((part) => `${key}: no box names the part ${String(part)}.`),
  ];
}

/** A simulation: the unit it belongs to, and its channel: `phone`, `chat`… */
export interface Conversation {
  unit: number;
  channel: string;
}
const conversationsForEach = 2;
const channelsInAll = 4;

/**
 * Units that have too few simulations, or all of them in one channel; and a course whose
 * simulations use too few channels, once it has that many.
 * @param units numbers of the units that have lessons
 */
export function conversationsLack(
  units: readonly number[],
  conversations: readonly Conversation[],
): string[] {
  const channelsOf = (some: readonly Conversation[]) => new Set(some.map(({ channel }) => channel));
  const all = channelsOf(conversations).size;
  return [
    ...units.flatMap((unit) => {
      const own = conversations.filter((each) => each.unit === unit);
      if (own.length < conversationsForEach) {
        return [`Unit ${unit} has too few simulations: ${own.length} (at least ${conversationsForEach}).`];
      }
      return channelsOf(own).size > 1 ? [] : [`The simulations of unit ${unit} use one channel.`];
    }),
    ...(conversations.length > channelsInAll && all < channelsInAll
      ? [`All simulations together use ${all} channels (at least ${channelsInAll}).`]
      : []),
  ];
}
