import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slips, slipsWithin, wordsOf } from '../../../src/questions/typed/likeness';

const apart = (typed: string, listed: string) => slips(wordsOf(typed), wordsOf(listed));
const within = (typed: string, listed: string) => slipsWithin(wordsOf(typed), wordsOf(listed));

describe('the same words', () => {
  it.each([
    ['Empathy', 'empathy'],
    ['  EMPATHY!! ', 'empathy'],
    ['an open question', 'open questions'],
    ['eye-contact', 'eye contact'],
    ['eyecontact', 'eye contact'],
    ['e-mail', 'email'],
    ['customers’ needs', "customer's need"],
    ['café', 'cafe'],
    ['please & thank you', 'please and thank you'],
    ['queries', 'query'],
    ['dresses', 'dress'],
  ])('%s = %s', (typed, listed) => {
    expect(apart(typed, listed)).toBe(0);
  });
});

describe('slips that are forgiven', () => {
  it.each([
    ['emapthy', 'empathy', 1],
    ['empaty', 'empathy', 1],
    ['freindly', 'friendly', 1],
    ['cleen', 'clean', 1],
    ['comunication', 'communication', 1],
    ['cominication', 'communication', 2],
    ['bodie languge', 'body language', undefined],
    ['body languge', 'body language', 1],
  ])('%s for %s: %s', (typed, listed, expected) => {
    expect(apart(typed, listed)).toBe(expected);
  });
});

describe('other words', () => {
  it.each([
    ['tome', 'tone'],
    ['great', 'greet'],
    ['quiet', 'quite'],
    ['patient', 'impatient'],
    ['comfortable', 'uncomfortable'],
    ['external', 'internal'],
    ['not empathy', 'empathy'],
    ['empathy skills', 'empathy'],
    ['', 'empathy'],
    ['the', 'a'],
  ])('%s is not %s', (typed, listed) => {
    expect(apart(typed, listed)).toBeUndefined();
  });
});

describe('within more words', () => {
  it.each([
    ['I would smile at them', 'smile', 0],
    ['say good mornign to them', 'good morning', 1],
    ['look up when they come in', 'look up', 0],
    ['do not shout', 'not shout', 0],
    ['don’t look at your phone', 'do not look', undefined],
    ['do not smile', 'smile', undefined],
    ['never smile', 'smile', undefined],
    ['smiley faces', 'smile', 1],
    ['great service', 'greet', undefined],
    ['lookup', 'look up', 0],
    ['good', 'good morning', undefined],
  ])('%s holds %s: %s', (typed, listed, expected) => {
    expect(within(typed, listed)).toBe(expected);
  });
});

it('takes any text, in any length, and finds each text in itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string(), (text, other) => {
      const words = wordsOf(text);
      const found = slips(words, wordsOf(other));
      expect(found === undefined || found >= 0).toBe(true);
      expect(slips(words, words)).toBe(words.length > 0 ? 0 : undefined);
      expect(slipsWithin([...wordsOf(other), ...words], words)).toSatisfy(
        (some) => words.length === 0 || some === 0 || wordsOf(other).length > 0,
      );
    }),
  );
});
