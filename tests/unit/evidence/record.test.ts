import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findContacts } from '../../../src/evidence/contacts';
import {
  EARLIER_TEXT_LIMIT,
  EARLIER_TEXTS_EACH,
  gaps,
  itemId,
  toRecord,
} from '../../../src/evidence/record';
import {
  atOffsetOf,
  lastTry,
  longDate,
  longDateTime,
  printable,
  shortDate,
} from '../../../src/evidence/text';
import { answers, answerTo, input, NASTY, revisions, sample, unit1 } from './sample';

describe('toRecord', () => {
  test('has an item for each prompt with words, in the order of the criteria', () => {
    expect(sample.items.map((item) => item.ref)).toEqual([
      'U01-01',
      'U01-02',
      'U01-03',
      'U01-04',
      'U01-05',
      'U01-07',
    ]);
    const shuffled = toRecord({
      ...input,
      units: [{ ...unit1, prompts: [...unit1.prompts].reverse() }],
      answers: [...answers].reverse(),
    });
    expect(shuffled.items).toEqual(sample.items);
  });

  test('keeps the exact words, and the question as the learner saw it', () => {
    const [first, second, third] = sample.items;
    expect(first?.answer.slots).toEqual([
      {
        id: 'first',
        label: 'First point of 1',
        value: 'What people think of you\nin the first seconds.\n\n  Two spaces lead.',
      },
      { id: 'second', label: 'Second point of 1', value: NASTY.emoji },
    ]);
    expect(first?.question.text).toBe('Question 1, as the learner saw it?');
    expect(second?.answer.slots[1]?.value).toBe(NASTY.nul);
    expect(third?.answer.slots[0]?.value).toBe('half\uFFFD a pair');
    expect(first?.checklist.map(({ ticked }) => ticked)).toEqual([false, true]);
    expect([first?.state, third?.state]).toEqual(['ready', 'draft']);
  });

  test('every criterion has an item or a gap, never both', () => {
    const all = unit1.unit.outcomes.flatMap((one) => one.criteria.map(({ key }) => key));
    const told = [...sample.items.flatMap((item) => item.acs), ...sample.gaps.map((gap) => gap.ac)];
    expect(told.sort()).toEqual(all.sort());
    expect(sample.gaps.map((gap) => gap.number)).toEqual(['2.2', '2.4', '2.5']);
    expect(sample.gaps[0]?.refs).toEqual(['U01-06']);
    expect(gaps([unit1], [])).toHaveLength(9);
  });

  test('proposes nothing: no evidence type, decision, grade or date met', () => {
    const names = new Set<string>();
    JSON.stringify(sample, (name, value: unknown) => {
      names.add(name);
      return value;
    });
    for (const name of names)
      expect(name).not.toMatch(/^(?!methodKey$).*(?:method|decision|grade|met|pass|achiev)/i);
  });

  test('numbers revisions: the current text is the next one, or the last kept one', () => {
    expect(sample.items[0]).toMatchObject({ revision: 2, revisions: [{ n: 1, why: 'pause' }] });
    expect(sample.items[1]).toMatchObject({ revision: 1, revisions: [] });
    const kept = { ...revisions[0], n: 2, response: answers[0]?.response } as (typeof revisions)[0];
    const again = toRecord({ ...input, revisions: [kept, ...revisions] });
    expect(again.items[0]).toMatchObject({ revision: 2, revisions: [{ n: 1 }] });
  });

  test('words of a slot that the question no longer has are kept', () => {
    const old = answerTo(1, 'new', '', {
      response: { slots: { first: 'new', gone: 'old words' }, ticks: [] },
    });
    expect(toRecord({ ...input, answers: [old] }).items[0]?.answer.slots.at(-1)).toEqual({
      id: 'gone',
      label: 'Written in a part that this question no longer has',
      value: 'old words',
    });
  });

  test('an answer of a million characters is not shortened; old texts may stay behind', () => {
    const long = 'x'.repeat(1_000_000);
    const kept = Array.from({ length: 3 }, (_, index) => ({
      ...(revisions[0] as (typeof revisions)[0]),
      n: index + 1,
      response: { slots: { first: `${index}${long}`, second: '' }, ticks: [] },
    }));
    const [item] = toRecord({ ...input, answers: [answerTo(1, long)], revisions: kept }).items;
    expect(item?.answer.slots[0]?.value).toBe(long);
    expect(3_000_003).toBeGreaterThan(EARLIER_TEXT_LIMIT);
    expect(item?.revisions.map(({ n }) => n)).toEqual([3]);
    expect(item?.revisionsLeftOut).toBe(2);
  });

  test('at most a hundred earlier texts of one answer travel, the newest', () => {
    const kept = Array.from({ length: EARLIER_TEXTS_EACH + 5 }, (_, index) => ({
      ...(revisions[0] as (typeof revisions)[0]),
      n: index + 1,
    }));
    const [item] = toRecord({ ...input, revisions: kept }).items;
    expect(item?.revisions).toHaveLength(EARLIER_TEXTS_EACH);
    expect(item?.revisions.at(-1)?.n).toBe(EARLIER_TEXTS_EACH + 5);
    expect(item?.revisionsLeftOut).toBe(5);
  });

  test('unreadable stored responses count as no answer', () => {
    for (const response of [null, 'text', [], { slots: [] }, { slots: { first: 3 } }, {}]) {
      const broken = toRecord({ ...input, answers: [answerTo(1, '', '', { response })] });
      expect(broken.items).toEqual([]);
      expect(broken.gaps).toHaveLength(9);
    }
  });

  test('practice goes in only when asked for, apart from the evidence', () => {
    expect(sample.practice).toBeUndefined();
    const record = toRecord({ ...input, includePractice: true });
    expect(record.items).toEqual(sample.items);
    expect(record.gaps).toEqual(sample.gaps);
    expect(record.practice).toEqual([
      {
        id: 'u01-practice-2',
        question: 'Practice 2: is <b>this</b> “right” & kind?',
        acs: ['U01.1.2'],
        tries: 2,
        last: { at: '2026-11-20T10:01:00+00:00', score: 1, outOf: 1 },
        revealed: true,
      },
      {
        id: 'u01-practice-3',
        question: 'Practice 3: is <b>this</b> “right” & kind?',
        acs: ['U01.1.3'],
        tries: 1,
        last: { at: '2026-11-20T10:02:00+00:00', score: 1, outOf: 3 },
        revealed: false,
      },
      {
        id: 'u01-practice-9',
        question: 'Practice 9: is <b>this</b> “right” & kind?',
        acs: ['U01.2.4', 'U01.2.5'],
        tries: 0,
        revealed: true,
      },
    ]);
  });

  test('practice that nobody can mark says so, and nothing about right or wrong', () => {
    const last = { at: '2026-11-20T10:02:00.000Z', score: 0, outOf: 0 };
    expect(lastTry(last)).toBe('Practised, not marked');
    expect(lastTry({ score: 0, outOf: 3 })).toBe('0 of 3');
    const practised = answers.map((answer) =>
      answer.id === 'u01-practice-3'
        ? { ...answer, attempts: [{ ...last, sure: 'guess' as const }] }
        : answer,
    );
    const record = toRecord({ ...input, answers: practised, includePractice: true });
    const found = record.practice?.find(({ id }) => id === 'u01-practice-3');
    expect(found).toMatchObject({ tries: 1, last: { score: 0, outOf: 0 } });
    expect(JSON.stringify(record)).not.toContain('guess');
  });

  test('practice that was neither tried nor shown is left out', () => {
    const untried = answers.filter(({ id }) => !/practice-[239]$/.test(id));
    expect(untried.map(({ id }) => id)).toContain('u01-practice-1');
    const record = toRecord({ ...input, answers: untried, includePractice: true });
    expect(record.practice).toEqual([]);
  });

  test('the learner’s own word and the check of a unit are no part of it', () => {
    const [answer] = answers;
    if (!answer) throw new Error('no answers');
    const others = [
      { ...answer, id: 'self-u01-end', response: { 'U01.1.1': 'not-yet' } },
      { ...answer, id: 'check-u01', response: { round: 1, ids: [], first: {} } },
    ];
    const more = { ...input, answers: [...answers, ...others], includePractice: true };
    expect(toRecord(more)).toEqual(toRecord({ ...input, includePractice: true }));
  });

  test('the same input gives the same record, and the input is left as it was', () => {
    const before = structuredClone(input);
    expect(toRecord(input)).toEqual(sample);
    expect(input).toEqual(before);
  });

  test('a caller without unit or moment is told', () => {
    expect(() => toRecord({ ...input, units: [] })).toThrow('at least one unit');
    expect(() => toRecord({ ...input, now: '2026-11-22' })).toThrow('not a date-time');
  });

  test('item ids are UUID v5 (value of another implementation)', () => {
    expect(itemId('u01-say-what')).toBe('70ec294a-0e90-57f3-b2a3-0bcf96a70273');
  });
});

describe('dates', () => {
  test('are told by the offset of the export', () => {
    expect(atOffsetOf('2026-06-30T23:30:00.000Z', '2026-07-01T09:00:00+01:00')).toBe(
      '2026-07-01T00:30:00+01:00',
    );
    expect(atOffsetOf('2026-06-30T23:30:00Z', '2026-07-01T09:00:00-03:30')).toBe(
      '2026-06-30T20:00:00-03:30',
    );
    expect(atOffsetOf('yesterday', '2026-07-01T09:00:00Z')).toBe('');
    expect(atOffsetOf('2026-13-45T99:00:00Z', '2026-07-01T09:00:00Z')).toBe('');
  });
  test('read as people write them', () => {
    expect(longDate('2026-11-02T05:06:07+00:00')).toBe('2 November 2026');
    expect(shortDate('2026-11-02T05:06:07+00:00')).toBe('2 Nov 2026');
    expect(shortDate('2026-05-02T05:06:07+00:00')).toBe('2 May 2026');
    expect(longDateTime('2026-11-02T05:06:07+00:00')).toBe('2 November 2026, 05:06');
    expect(longDateTime('')).toBe('');
  });
});

test('printable text holds no character that XML forbids', () => {
  expect(printable('a\r\nb\rc\u0000\u000B\uFFFE\uD800d\t😀')).toBe('a\nb\ncd\t😀');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const character of printable(text)) {
        const point = character.codePointAt(0) ?? 0;
        expect(
          [9, 10].includes(point) ||
            (point >= 0x20 && point <= 0xd7ff) ||
            (point >= 0xe000 && point <= 0xfffd) ||
            point >= 0x10000,
        ).toBe(true);
      }
    }),
  );
});

describe('findContacts', () => {
  const found = (text: string): string[] => findContacts(text).map((contact) => contact.found);

  test.each([
    'jo@example.com',
    'jo.marsh+work@mail.example.co.uk',
    'zoë@café.example',
    '07700 900123',
    '07700900123',
    '+44 7700 900123',
    '+44 (0)20 7946 0018',
    '0044 20 7946 0018',
    '(020) 7946 0018',
    '020-7946-0018',
    '01632 960 001',
    '+33 1 23 45 67 89',
  ])('finds %s', (contact) => {
    expect(found(`Ask ${contact}, please.`)).toEqual([contact]);
    expect(found(contact)).toEqual([contact]);
  });

  test.each([
    'I was 10 minutes late at 09:00.',
    'Order 123456789012345 cost £10.50.',
    'On 22.11.2026 and 01/02/2026.',
    'REF07700900123',
    'Look @ the sign',
    '999 or 101',
    '0.123456',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('tells where, in order', () => {
    const text = 'Ring 07700 900123 or 07700 900456 or write to a@b.example.';
    for (const { found: words, start, end } of findContacts(text)) {
      expect(text.slice(start, end)).toBe(words);
    }
    expect(findContacts(text).map(({ kind }) => kind)).toEqual(['phone', 'phone', 'email']);
  });
});
