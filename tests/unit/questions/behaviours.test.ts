import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behaviours } from '../../../src/questions';
import { schemas } from '../../../src/questions/schemas';
import { behaviourOf, examplesOf, first, kinds } from './examples';

describe.each(kinds)('%s', (kind) => {
  const behaviour = behaviourOf(kind);
  const examples = examplesOf(kind);
  const ofEach = examples.map((example) => [example.name, example] as const);

  it('has at least two examples of the right shape', () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const { question } of examples) expect(schemas[kind].parse(question)).toEqual(question);
  });

  it.each(ofEach)('marks as the example says: %s', (_, { question, answers }) => {
    expect(answers.length).toBeGreaterThanOrEqual(2);
    for (const { response, expect: expected } of answers) {
      expect(behaviour.mark(question, response as never), JSON.stringify(response)).toMatchObject(
        expected,
      );
    }
  });

  it.each(ofEach)('solves itself and leaves blank blank: %s', (_, { question }) => {
    expect(behaviour.mark(question, undefined).status).toBe('blank');
    const solution = behaviour.solution(question);
    if (solution === null) {
      // No key: the software never marks it, whatever is given.
      for (const example of examples.flatMap(({ answers }) => answers)) {
        expect(example.expect.status).toMatch(/^(?:for-assessor|compare|blank)$/);
      }
      return;
    }
    expect(behaviour.isResponse(question, solution)).toBe(true);
    const mark = behaviour.mark(question, solution);
    if (mark.status !== 'marked') throw new Error('the solution is marked');
    expect(mark.score).toBe(mark.outOf);
    expect(mark.feedback.every(({ right }) => right)).toBe(true);
    expect(behaviour.toText(question, solution).trim()).not.toBe('');
  });

  const json = fc.jsonValue({ maxDepth: 3 });
  const question = fc.constantFrom(...examples.map((example) => example.question));

  /** Values shaped like responses: known and unknown ids, prototype names, odd fillings. */
  const shaped = question.chain((one) => {
    const ids = [
      ...[...JSON.stringify(one).matchAll(/"id":"([^"]+)"/g)].map((match) => match[1] ?? ''),
      '__proto__',
      'constructor',
      'toString',
    ];
    const id = fc.constantFrom(...ids);
    const record = fc
      .array(fc.tuple(id, fc.oneof(id, json)))
      // JSON.parse makes __proto__ an own property, as it does with a stored or imported record.
      .map(
        (pairs) =>
          JSON.parse(
            `{${pairs.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join()}}`,
          ) as unknown,
      );
    const value = fc.oneof(
      id,
      fc.array(id),
      record,
      fc.record({ slots: record, ticks: fc.array(id) }),
    );
    return fc.tuple(fc.constant(one), fc.oneof(value, json));
  });

  it('takes any value: never throws, marks in bounds, always the same', () => {
    fc.assert(
      fc.property(shaped, ([one, value]) => {
        const known = behaviour.isResponse(one, value);
        const mark = behaviour.mark(one, value as never);
        expect(behaviour.mark(one, value as never)).toEqual(mark);
        if (mark.status === 'blank') expect(mark.say).toMatch(/^[A-Z].*\.$/);
        if (known) expect(typeof behaviour.toText(one, value)).toBe('string');
        if (mark.status === 'compare') {
          expect([mark.score, mark.outOf]).toEqual([0, 0]);
          expect(mark.say).toMatch(/^[A-Z\d].*\.$/);
        }
        if (mark.status !== 'marked') return;
        expect(mark.feedback.every(({ right }) => right !== null)).toBe(true);
        expect(mark.score).toBeGreaterThanOrEqual(0);
        expect(mark.score).toBeLessThanOrEqual(mark.outOf);
        expect(mark.outOf).toBeGreaterThan(0);
        for (const { text } of mark.feedback) expect(text).not.toBe('');
        const abouts = mark.feedback.map(({ about }) => about);
        expect(new Set(abouts).size).toBe(abouts.length);
      }),
      { numRuns: 500 },
    );
  });

  it('joins what was given early with what was kept, so that nothing of that goes', () => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts);
    for (const { question: one, answers } of examples) {
      const given = answers
        .map(({ response }) => response)
        .filter((response) => behaviour.isResponse(one, response));
      for (const kept of given) {
        for (const early of given) {
          const joined = behaviour.join ? behaviour.join(kept, early) : early;
          expect(behaviour.isResponse(one, joined)).toBe(true);
          if (kept === early) expect(joined).toEqual(kept);
          if (typeof kept === 'string' || kind === 'written') continue;
          if (!Array.isArray(kept))
            expect(Object.keys(joined)).toEqual(expect.arrayContaining(Object.keys(kept)));
          // at one place there can be one choice only: the later one
          const placed = ['matching', 'gap-fill', 'grouping', 'true-false-reason'].includes(kind);
          for (const text of placed ? [] : texts(kept).map((one) => one.trim()))
            expect(JSON.stringify(joined)).toContain(text);
        }
      }
    }
  });

  it('never marks nothing as wrong', () => {
    const nothing = [undefined, null, '', ' ', 0, false, [], {}, { slots: {}, ticks: [] }];
    for (const { question: one } of examples) {
      for (const value of nothing) {
        expect(behaviour.mark(one, value as never).status, JSON.stringify(value)).toBe('blank');
      }
    }
  });

  it('refuses what it cannot show', () => {
    const { question: one } = first(examples);
    const odd = [undefined, null, 7, true, ['nobody'], { nobody: 'x' }, 'nobody', { slots: 1 }];
    for (const value of odd) {
      expect(behaviour.isResponse(one, value), JSON.stringify(value)).toBe(false);
    }
  });
});

describe('what a mark gives away', () => {
  it('a wrong single choice speaks of the chosen option only', () => {
    const { question } = first(examplesOf('single-choice'));
    const mark = behaviours['single-choice'].mark(question, 'fact');
    expect(mark).toMatchObject({ feedback: [{ about: 'fact', right: false }] });
  });

  it('a multiple choice says nothing of options that were left out', () => {
    const { question } = first(examplesOf('multiple-choice'));
    const mark = behaviours['multiple-choice'].mark(question, ['goodbye', 'advert']);
    if (mark.status !== 'marked') throw new Error('marked');
    expect(mark.feedback.map(({ about }) => about)).toEqual(['advert', 'goodbye']);
  });

  it('a multiple choice takes no answer twice', () => {
    const { question } = first(examplesOf('multiple-choice'));
    const { isResponse } = behaviours['multiple-choice'];
    expect(isResponse(question, ['advert', 'advert'])).toBe(false);
    expect(isResponse(question, [])).toBe(true);
  });

  it('an order holds each item once', () => {
    const { question } = first(examplesOf('ordering'));
    const { isResponse } = behaviours.ordering;
    expect(isResponse(question, ['listen', 'offer', 'firm', 'hello'])).toBe(true);
    expect(isResponse(question, ['hello', 'firm', 'offer', 'listen', 'hello'])).toBe(false);
  });

  it('a misplaced item is told which way it goes', () => {
    const { question } = first(examplesOf('ordering'));
    const mark = behaviours.ordering.mark(question, ['firm', 'hello', 'offer', 'listen']);
    expect(mark).toMatchObject({
      feedback: [
        { about: 'hello', right: false, text: 'It comes earlier.' },
        { about: 'firm', right: false, text: 'It comes later.' },
        { about: 'offer', right: true },
        { about: 'listen', right: true },
      ],
    });
  });

  it.each(['spot-it', 'hotspot'] as const)(
    '%s says nothing of what was left out, and takes nothing twice',
    (kind) => {
      const { question } = first(examplesOf(kind));
      const [one = ''] = behaviours[kind].solution(question as never) ?? [];
      const mark = behaviours[kind].mark(question as never, [one]);
      if (mark.status !== 'marked') throw new Error('marked');
      expect(mark.feedback.map(({ about }) => about)).toEqual([one]);
      expect(behaviours[kind].isResponse(question as never, [one, one])).toBe(false);
    },
  );

  it('true or false: the truth and the reason are marked each for itself', () => {
    const { question } = first(examplesOf('true-false-reason'));
    const { mark, isResponse } = behaviours['true-false-reason'];
    expect(mark(question, { truth: 'false', reason: 'place' })).toMatchObject({
      score: 1,
      feedback: [
        { about: 'truth', right: false, text: question.ifFalse },
        { about: 'reason', right: true },
      ],
    });
    expect(mark(question, { truth: 'true', reason: 'nobody' })).toMatchObject({ score: 1 });
    expect(isResponse(question, { reason: 'place' })).toBe(true);
    expect(isResponse(question, { truth: true, reason: 'place' })).toBe(false);
    expect(isResponse(question, { truth: 'place' })).toBe(false);
  });

  it('a wrong pair or group hides the authored reason', () => {
    const pairs = first(examplesOf('matching')).question;
    const wrongPairs = Object.fromEntries(pairs.pairs.map(({ id }) => [id, 'punctuality']));
    expect(JSON.stringify(behaviours.matching.mark(pairs, wrongPairs))).not.toContain(
      first(pairs.pairs).feedback,
    );
    const groups = first(examplesOf('grouping')).question;
    const wrongGroups = Object.fromEntries(groups.items.map(({ id }) => [id, 'later']));
    expect(JSON.stringify(behaviours.grouping.mark(groups, wrongGroups))).not.toContain(
      first(groups.items).feedback,
    );
  });
});

describe('what is missing is said', () => {
  it.each([
    ['matching', { empathy: 'empathy' }, 'Choose an answer for 2 more first.'],
    ['grouping', { friendly: 'first', safe: 'first' }, 'Place 2 more first.'],
    ['gap-fill', { speed: 'fast' }, 'Fill 1 more gap first.'],
    ['gap-fill', {}, 'Fill 2 more gaps first.'],
    ['ordering', undefined, 'Move them into order first.'],
    ['single-choice', undefined, 'Choose an answer first.'],
    ['true-false-reason', {}, 'Choose “True” or “False”, then say why.'],
    ['true-false-reason', { reason: 'place' }, 'Choose “True” or “False” first.'],
    ['true-false-reason', { truth: 'true' }, 'Now choose why.'],
    ['spot-it', [], 'Mark at least one part first.'],
    ['hotspot', [], 'Choose at least one place first.'],
  ] as const)('%s', (kind, response, say) => {
    const { question } = first(examplesOf(kind));
    expect(behaviourOf(kind).mark(question, response as never)).toEqual({ status: 'blank', say });
  });
});

describe('as plain text', () => {
  it('reads well for each kind', () => {
    const text = <K extends (typeof kinds)[number]>(kind: K, response: unknown) =>
      behaviourOf(kind).toText(first(examplesOf(kind)).question, response as never);
    expect(text('single-choice', 'impression')).toBe('He has formed a first impression.');
    expect(text('multiple-choice', ['visit', 'advert'])).toBe(
      'An advert on a bus\nTheir last visit',
    );
    expect(text('matching', { empathy: 'punctuality' })).toBe(
      [
        '“I can see that this has been a hard morning for you.”: Punctuality',
        '“Which train did you plan to catch?”: (blank)',
        'She finds a bus that gets the person home on time.: (blank)',
      ].join('\n'),
    );
    expect(text('ordering', ['firm', 'hello', 'offer', 'listen'])).toMatch(
      /^1\. “Hollins Vets.*\n2\. “Good morning\.”\n3\. .*\n4\. .*$/,
    );
    expect(text('grouping', { safe: 'later' })).toBe(
      'A first impression:\nNot a first impression:\n- “This shop feels safe,” at the door',
    );
    expect(text('gap-fill', { speed: 'fast' })).toBe(
      'A first impression forms [within seconds]. You have [blank] to go on when it does.',
    );
    expect(text('true-false-reason', { truth: 'true' })).toBe(
      '“An empty desk can give a visitor a first impression.”\nTrue\nWhy: (blank)',
    );
    expect(text('spot-it', ['rush', 'greeting'])).toBe(
      '- Hiya mate!!\n- Don’t ring us, we’re busy.',
    );
    expect(text('hotspot', ['phone'])).toBe('- The worker with a phone');
    expect(text('written', { slots: { what: 'Line one\nLine two' }, ticks: [] })).toBe(
      'What it is:\nLine one\nLine two\n\nA time when you formed one, at work or as a customer:\n(blank)',
    );
  });
});
