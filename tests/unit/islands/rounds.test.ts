import { describe, expect, it } from 'vitest';
import type { PracticeFile } from '../../../src/course/types';
import {
  dueWords,
  itemsOf,
  lookAgain,
  resultWords,
  whyNow,
  type Results,
} from '../../../src/islands/round';
import { unitOf } from '../../../src/learner/shown-units';
import { factsOf, stepLink, stepWords, summaryWords } from '../../../src/islands/steps';
import type { CriterionProgress, UnitSummary } from '../../../src/learner/unit-progress';
import { secondsOf } from '../../../src/questions/quick';

const question = (id: string) =>
  ({ id, kind: 'ordering' }) as unknown as PracticeFile['questions'][number]['question'];
const file: PracticeFile = {
  unit: { key: 'U01', number: 1, title: 'First' },
  lessons: [
    { title: 'One', href: 'units/first/one/' },
    { title: 'Two', href: 'units/first/two/' },
  ],
  questions: [
    { lesson: 0, question: question('u01-a') },
    { lesson: 0, question: question('u01-b') },
    { lesson: 1, question: question('u01-c') },
    { lesson: 9, question: question('u01-lost') },
  ],
};
const items = itemsOf(file);

describe('a round', () => {
  it('knows where each question comes from', () => {
    expect(items.map(({ question: { id }, lesson }) => `${id} ${lesson.title}`)).toEqual([
      'u01-a One',
      'u01-b One',
      'u01-c Two',
    ]);
    expect(unitOf('u01-a')).toBe('U01');
  });

  it('holds only kinds that fit', () => {
    expect(secondsOf('single-choice')).toBeGreaterThan(0);
    for (const kind of ['written', 'rewrite-it', 'simulation', 'flashcards', 'toString', '']) {
      expect(secondsOf(kind)).toBeNull();
    }
  });

  it('says why a question comes now', () => {
    expect(whyNow('wrong', 3)).toBe('You got this wrong last time.');
    expect(whyNow('shown', 3)).toBe('The answer was shown to you last time.');
    expect(whyNow('guessed', 3)).toBe('You guessed this last time.');
    expect(whyNow('unmarked', 3)).toBe('You practised this before. It could not be marked.');
    expect(whyNow('time', 6)).toBe('It is 6 days since you got this right.');
    expect(whyNow('time', 1)).toBe('It is 1 day since you got this right.');
    expect(whyNow('time', 0)).toBe('You got this right today.');
    expect(dueWords(['time', 'wrong', 'wrong', 'guessed', 'shown', 'unmarked'])).toEqual([
      '2 that you got wrong last time',
      '1 whose answer was shown to you',
      '1 that you guessed',
      '1 that could not be marked',
      '1 that you got right some days ago',
    ]);
  });

  it('ends with counts in words, and the lessons to look at again, each once', () => {
    const [a, b, c] = items;
    if (!a || !b || !c) throw new Error('no items');
    const other = { ...c, unit: { ...c.unit, key: 'U02' } };
    const results: Results = [
      { item: a, outcome: 'not' },
      { item: b, outcome: 'not' },
      { item: c, outcome: 'right' },
    ];
    expect(resultWords(results)).toBe('You practised 3 questions. 1 right at the first try.');
    expect(resultWords([...results, { item: other, outcome: 'unmarked' }])).toBe(
      'You practised 4 questions from 2 units. 1 right at the first try. 1 could not be marked.',
    );
    expect(lookAgain(results)).toEqual([{ title: 'One', href: 'units/first/one/#u01-a', many: 2 }]);
  });
});

describe('what is said of a criterion', () => {
  const one: CriterionProgress = {
    criterion: { key: 'U01.2.3', number: '2.3', printed: '2.3', text: 'State', verb: 'State' },
    lesson: { state: 'begun', title: 'One', href: 'one/' },
    practice: { state: 'again', right: 2, again: 1, total: 4, next: 'u01-a' },
    said: { word: 'could-explain', moment: 'end' },
    evidence: 'none',
    next: { kind: 'look-again', href: 'one/#u01-a', at: 'One' },
  };
  const words = (more: Partial<CriterionProgress>) => stepWords({ ...one, ...more });
  const step = (kind: NonNullable<CriterionProgress['next']>['kind']) => ({
    next: { kind, href: '', at: 'X' },
  });

  it('keeps practice and the own word apart', () => {
    expect(words({})).toBe(
      'Your practice says 2.3 needs another look. You said you could explain it.',
    );
    expect(words({ said: { word: 'getting-there', moment: 'end' } })).toBe(
      'Your practice says 2.3 needs another look. You said you are getting there.',
    );
    expect(words({ said: { word: 'not-yet', moment: 'end' } })).toBe(
      'Your practice says 2.3 needs another look. You said “not yet” too.',
    );
    expect(words({ said: { word: 'could-explain', moment: 'start' } })).toBe(
      'Your practice says 2.3 needs another look. At the start you said “I could explain it”.',
    );
    expect(words({ said: undefined })).toBe('Your practice says 2.3 needs another look.');
  });

  it('has a sentence and a link for each next step', () => {
    const none = { ...one.practice, state: 'none' } as const;
    const part = { ...one.practice, state: 'part' } as const;
    const quiet = { said: undefined };
    expect(words({ ...quiet, ...step('start-lesson') })).toBe(
      'You have not started the lesson for 2.3.',
    );
    expect(words({ ...quiet, ...step('practise'), practice: none })).toBe(
      'You have not practised 2.3 yet.',
    );
    expect(words({ ...quiet, ...step('practise'), practice: part })).toBe(
      'Your practice on 2.3: 2 of 4 right so far.',
    );
    expect(words(step('write'))).toBe(
      'Your practice on 2.3 is right. You said you could explain it. Next come your own words.',
    );
    expect(words({ ...quiet, ...step('finish') })).toBe('Your evidence for 2.3 is a draft.');
    expect(words(step('read-again'))).toBe(
      'Your evidence for 2.3 is ready, and you said “not yet”. Read it once more.',
    );
    expect(words({ next: undefined, evidence: 'ready' })).toBe(
      'Your evidence for 2.3 is ready to hand in.',
    );
    expect(words({ next: undefined })).toBe('');
    expect(stepLink({ kind: 'look-again', href: '', at: 'One' })).toBe('Look again in “One”');
    expect(stepLink({ kind: 'write', href: '', at: 'U01-07' })).toBe('Write your evidence U01-07');
  });

  it('has a mark and a word in each column', () => {
    expect(factsOf(one)).toEqual({
      Lesson: { mark: 'draft', word: 'Started' },
      Practice: { mark: 'again', word: '2 of 4 right, 1 to look at again' },
      'Your word': { mark: 'yes', word: 'I could explain it' },
      Evidence: { mark: 'none', word: 'Nothing yet' },
    });
    const bare = factsOf({
      ...one,
      ...{ lesson: undefined, said: undefined, evidence: 'ready' },
      practice: { state: 'right', right: 0, again: 0, total: 0, next: undefined },
    });
    expect(bare).toEqual({
      Lesson: { mark: 'later', word: 'No lesson' },
      Practice: { mark: 'yes', word: 'Practised' },
      'Your word': { mark: 'later', word: 'Not said' },
      Evidence: { mark: 'ready', word: 'Ready to hand in' },
    });
  });

  it('sums a unit up, and never says that anything is passed, met or achieved', () => {
    const counts: UnitSummary = {
      criteria: 9,
      lesson: { none: 3, begun: 2, done: 4 },
      practice: { none: 3, again: 2, part: 1, right: 3 },
      said: { nothing: 3, 'not-yet': 2, 'getting-there': 2, 'could-explain': 2 },
      evidence: { none: 6, draft: 1, ready: 2 },
      todo: 7,
    };
    expect(summaryWords(counts)).toEqual({
      Lesson: '4 of 9 worked through',
      Practice: '3 of 9 all right, another look at 2',
      'Your word': 'You could explain 2 of 9',
      Evidence: '2 of 9 ready, 1 draft',
    });
    const begun = { ...counts, practice: { none: 4, again: 5, part: 0, right: 0 } };
    expect(summaryWords(begun).Practice).toBe('5 of 9 practised, another look at 5');
  });
});
