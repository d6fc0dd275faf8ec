/** Whether a learner could do well in the whole bank by guessing: by length, by place, by a word. */

interface Option {
  text: string;
  right?: unknown;
}
export interface Choice {
  id: string;
  options: readonly Option[];
}

/** Below these numbers a share says nothing; a single unit has fewer of some. */
const enoughChoices = 20;
const enoughStatements = 10;

/** Words that leave no room for exceptions: learners are taught that they mark wrong options. */
const absolute =
  /\b(?:all|always|any|anyone|anything|cannot|every|everyone|everything|never|nobody|none|nothing|no one|only|must)\b/i;
const allOrNone = /\bof the above\b|^(?:all|both|neither|none)(?: of (?:the answers|them|these))?\.?$/i;

/** Chi-square that 1 in 100 fair lists pass, by the number of places less one. */
const critical = [0, 6.63, 9.21, 11.34, 13.28, 15.09];

const percent = (part: number, of: number) => (of === 0 ? 0 : Math.round((1000 * part) / of) / 10);

/** What gives the right option of single choices away, a sentence for each; empty when nothing does. */
export function guessing(choices: readonly Choice[]): string[] {
  const found = choices.flatMap(({ id, options }) =>
    options
      .filter(({ text }) => allOrNone.test(text))
      .map(({ text }) => `${id}: “${text}” makes the others worthless.`),
  );
  if (choices.length < enoughChoices) return found;

  const measured = choices.map(({ options }) => {
    const right = options.findIndex((option) => option.right === true);
    const length = options[right]?.text.length ?? 0;
    const others = options.filter((_, i) => i !== right).map(({ text }) => text.length);
    return {
      right,
      of: options.length,
      longest: others.every((other) => length > other),
      shortest: others.every((other) => length < other),
    };
  });
  const longest = percent(measured.filter((each) => each.longest).length, choices.length);
  const shortest = percent(measured.filter((each) => each.shortest).length, choices.length);
  if (longest > 30) found.push(`The right option is the longest in ${longest} % (at most 30 %).`);
  if (shortest < 15) {
    found.push(`The right option is the shortest in ${shortest} % (at least 15 %).`);
  }

  for (const size of new Set(measured.map(({ of }) => of))) {
    const same = measured.filter(({ of }) => of === size);
    const counts = Array.from(
      { length: size },
      (_, place) => same.filter(({ right }) => right === place).length,
    );
    const fair = same.length / size;
    const chiSquare = counts.reduce((sum, count) => sum + (count - fair) ** 2 / fair, 0);
    if (chiSquare > (critical[size - 1] ?? 0)) {
      found.push(
        `Of ${size} options, the right one stands first, second… in ${counts.join(', ')}: not spread evenly.`,
      );
    }
  }

  const options = choices.flatMap((choice) => choice.options);
  const rate = (of: Option[]) =>
    percent(of.filter(({ text }) => absolute.test(text)).length, of.length);
  const inRight = rate(options.filter((option) => option.right === true));
  const inWrong = rate(options.filter((option) => option.right !== true));
  if (Math.abs(inRight - inWrong) > 6) {
    found.push(
      `“Always”, “never”, “only”… stand in ${inRight} % of right and ${inWrong} % of wrong options (at most 6 apart).`,
    );
  }
  return found;
}

/** Whether true-or-false statements are true too often or too seldom; undefined when they are not. */
export function truthTold(truths: readonly boolean[]): string | undefined {
  const share = percent(truths.filter(Boolean).length, truths.length);
  if (truths.length < enoughStatements || (share >= 40 && share <= 60)) return undefined;
  return `${share} % of ${truths.length} statements are true (40 to 60 %).`;
}
