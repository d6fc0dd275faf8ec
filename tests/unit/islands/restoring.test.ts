import { describe, expect, it } from 'vitest';
import { changes, nothingNew, questionOf, summary, textOf } from '../../../src/islands/restoring';
import type { RestoreItem, RestorePlan } from '../../../src/learner/restore';
import type { Answer, Learner } from '../../../src/learner/types';

const answer = (more: Partial<Answer> = {}): Answer => ({
  v: 1,
  learner: 'l',
  id: 'q',
  rev: 1,
  parentRev: 0,
  tab: 't',
  at: '2026-11-22T10:00:00Z',
  response: null,
  attempts: [],
  revealed: false,
  ...more,
});
const item = (meeting: RestoreItem['meeting'], there: Partial<Answer> = {}): RestoreItem => ({
  key: `l/${meeting}`,
  learner: 'l',
  id: 'q',
  meeting,
  here: undefined,
  there: answer(there),
});
const learner: Learner = {
  v: 1,
  id: 'l',
  code: 'L7Q4X',
  name: '',
  colour: 1,
  createdAt: '2026-11-22T10:00:00Z',
  aim: 'Award',
  units: [],
};
const plan = (items: RestoreItem[], known = true): RestorePlan => ({
  learners: [{ learner, known }],
  items,
  data: { learners: [learner], answers: [], revisions: [], forks: [], setAside: [] },
});

describe('textOf', () => {
  it('joins the words of the slots and leaves out empty ones', () => {
    const response = {
      slots: { a: 'Be on time.', b: '  ', c: 'Smile.\nSay hello.' },
      ticks: ['x'],
    };
    expect(textOf(response)).toBe('Be on time.\nSmile.\nSay hello.');
  });
  it.each([[null], ['text'], [{ slots: null }], [{ slots: { a: 1 } }], [['a']]])(
    'finds no words in %j',
    (response) => {
      expect(textOf(response)).toBe('');
    },
  );
});

describe('summary', () => {
  it('counts by what happens, changes first, and leaves out what there is none of', () => {
    const lines = summary([item('same'), item('both'), item('new'), item('new')]);
    expect(lines.map(({ words }) => words)).toEqual([
      '2 answers not on this device: added',
      '1 answer changed in both places: you choose',
      '1 answer the same in both places: nothing to do',
    ]);
  });
});

describe('what a restore changes', () => {
  it('counts what is new, newer, joined or chosen', () => {
    const meetings = ['new', 'newer', 'joined', 'both', 'older', 'same'] as const;
    expect(changes(plan(meetings.map((meeting) => item(meeting))))).toBe(4);
  });
  it('is nothing when all is here already, but not when the learner is new', () => {
    expect(nothingNew(plan([item('same'), item('older')]))).toBe(true);
    expect(nothingNew(plan([item('same')], false))).toBe(false);
    expect(nothingNew(plan([item('joined')]))).toBe(false);
  });
});

describe('questionOf', () => {
  it('gives the question as the learner saw it', () => {
    expect(questionOf(item('new', { questionText: 'What is it?' }))).toBe('What is it?');
    expect(questionOf(item('new'))).toBe('A practice question');
  });

  it('names what is no question', () => {
    const named = (id: string) => questionOf({ ...item('new'), id });
    expect(named('self-u01-start')).toBe('Your own word on Unit 1');
    expect(named('self-u13-end')).toBe('Your own word on Unit 13');
    expect(named('check-u10')).toBe('The check on Unit 10');
  });
});
