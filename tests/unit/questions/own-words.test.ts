// @vitest-environment jsdom
/** What the page cannot know, and how sure the learner was. */
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/learner/types';
import { behaviours } from '../../../src/questions';
import { mix } from '../../../src/questions/mix';
import { resultLine, type Sure } from '../../../src/questions/words';
import { examplesOf, first } from './examples';
import { BLANK, give, NOW, show, type } from './page';

const PRACTISED: Attempt = { at: NOW, score: 0, outOf: 0 };
const WRONG: Attempt = { at: NOW, score: 0, outOf: 1 };

const sureAt = (page: Awaited<ReturnType<typeof show>>) =>
  Object.fromEntries(
    (page.all('.sure input') as HTMLInputElement[]).map((one) => [one.value, one]),
  );

describe('words that are not recognised', () => {
  it('are compared, kept as practised, and never called wrong', async () => {
    const page = await show('short-answer');
    await give(page, { text: 'kindness' });
    await page.press('Check my answer');
    expect(page.status()).toBe(
      'Not recognised, so it is not marked. Compare it with the answer here.',
    );
    expect(page.kept()).toEqual({
      response: { text: 'kindness' },
      attempts: [PRACTISED],
      revealed: false,
    });
    expect(page.root.textContent).toContain(
      `Compare. ${first(examplesOf('short-answer')).question.compare}`,
    );
    expect(page.all('.typed--own')).toHaveLength(1);
    expect(page.root.textContent).not.toMatch(/\bnot this one\b|\bwrong\b/i);
    expect(() => page.button('Show the answer')).toThrow();
  });

  it('come back as they were, without speaking up', async () => {
    const page = await show('short-answer', {
      ...BLANK,
      response: { text: 'kindness' },
      attempts: [PRACTISED],
    });
    expect(page.result()).toMatch(/^Not recognised/);
    expect(page.status()).toBe('');
    expect(page.onchange).not.toHaveBeenCalled();
  });

  it('do not count as a try, but the answer was seen', async () => {
    const page = await show('short-answer', {
      ...BLANK,
      response: { text: 'kindness' },
      attempts: [PRACTISED],
    });
    await page.press('Try again');
    expect(page.kept().response).toEqual({ text: 'kindness' });
    await give(page, { text: 'empathy' });
    await page.press('Check my answer');
    expect(page.status()).toBe('Right. You saw the answer before.');
    expect(page.kept().attempts).toEqual([PRACTISED, { ...PRACTISED, score: 1, outOf: 1 }]);
  });

  it('leave what can be marked before and after as it was', async () => {
    const page = await show('short-answer', {
      ...BLANK,
      response: { text: 'sympathy' },
      attempts: [PRACTISED, WRONG],
    });
    expect(page.result()).toBe('Not this one yet.');
    expect(page.button('Show the answer')).toBeTruthy();
  });

  it('are checked with Enter, once, and focus stays in the box', async () => {
    const page = await show('short-answer');
    const box = first(page.all('input[type=text]'));
    const enter = async () => {
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      await tick();
      await tick();
    };
    await enter();
    expect(page.status()).toBe('Write your answer first.');
    await type(box, 'kindness');
    await enter();
    await enter();
    expect(page.kept().attempts).toEqual([PRACTISED]);
    expect(document.activeElement).toBe(box);
  });
});

describe('a list', () => {
  it('names each point, keeps the learner’s own, and shows what others would add', async () => {
    const page = await show('list-it');
    await give(page, { '1': 'smile', '2': 'take off my headphones', '3': 'say hello' });
    expect(page.all('.others')).toEqual([]);
    await page.press('Check my answer');
    expect(page.status()).toBe('2 of 3 recognised. One is kept as your own.');
    expect(page.kept().attempts).toEqual([PRACTISED]);
    const remarks = page
      .all('.feedback')
      .map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
    expect(remarks[0]).toMatch(/^Yes\. Smile, if you are comfortable with it\. A smile/);
    expect(remarks[1]).toMatch(/^Your own\. Not recognised\./);
    expect(remarks[2]).toMatch(/^Yes\. Greet them\./);
    expect(page.all('.others li').map((one) => one.querySelector('b')?.textContent)).toEqual([
      'Look up from what you are doing.',
      'Offer your help.',
    ]);
  });

  it('says which point is there twice, and gives no other away', async () => {
    const page = await show('list-it');
    await give(page, { '1': 'smile', '2': 'smiling', '3': 'say hello' });
    await page.press('Check my answer');
    expect(page.status()).toBe('2 of 3 right. Change the others and check again.');
    expect(page.root.textContent).toContain('Not a new point. You have that one already: Smile,');
    expect(page.all('.others')).toEqual([]);
  });

  it('goes on to the next line with Enter, and checks on the last', async () => {
    const page = await show('list-it');
    await give(page, { '1': 'smile', '2': 'look up', '3': 'say hello' });
    const boxes = page.all('input[type=text]');
    first(boxes).focus();
    for (const at of [1, 2, 2]) {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }),
      );
      await tick();
      expect(document.activeElement).toBe(boxes[at]);
    }
    expect(page.status()).toBe('Right.');
  });
});

describe('a rewrite', () => {
  it('is compared side by side, ticked, and never marked', async () => {
    const page = await show('rewrite-it');
    const asked = first(examplesOf('rewrite-it')).question;
    await page.press('Compare');
    expect(page.status()).toBe('Write your own words first.');
    expect(page.onchange).not.toHaveBeenCalled();
    await give(page, { text: 'Hello Ann.\nI will look.' });
    expect(page.all('[type=checkbox]')).toEqual([]);
    await page.press('Compare');
    expect(page.status()).toBe('Compare the two, and tick what yours does.');
    expect(page.all('.message__words').map((one) => one.textContent)).toEqual([
      asked.poor,
      'Hello Ann.\nI will look.',
    ]);
    for (const { text, why } of asked.checklist) {
      expect(page.root.textContent).toContain(`${text} ${why}`);
    }
    await page.press(first(page.all('[type=checkbox]')));
    expect(page.kept()).toEqual({
      response: { text: 'Hello Ann.\nI will look.', ticks: ['greet'] },
      attempts: [PRACTISED],
      revealed: false,
    });
    // a tick leaves the comparison open
    expect(page.all('.message')).toHaveLength(2);
    await page.press('Change my words');
    const box = page.root.querySelector('textarea');
    expect(box?.value).toBe('Hello Ann.\nI will look.');
    expect(document.activeElement).toBe(box);
    expect(page.root.textContent).not.toContain('How sure');
    expect(() => page.button('Show the answer')).toThrow();
  });
});

describe('flashcards', () => {
  const { question } = first(examplesOf('flashcards'));
  const inOrder = mix(`${question.id} term`, question.cards);

  it('go round until each card is known, and count the first look', async () => {
    const page = await show('flashcards');
    expect(() => page.button(/Check|Compare|again/)).toThrow();
    const front = () => page.root.querySelector('.card__front')?.textContent?.trim();
    const seen: (string | undefined)[] = [];
    for (const knew of [true, false, true, false, false, true, true]) {
      seen.push(front());
      await page.press('Turn the card');
      expect(document.activeElement?.className).toContain('card__back');
      await page.press(knew ? 'I knew it' : 'Not yet');
    }
    const [a, b, c, d] = inOrder.map(({ term }) => term);
    expect(seen).toEqual([a, b, c, d, b, d, b]);
    expect(page.status()).toBe('You knew 2 of 4 at the first look.');
    const ids = inOrder.map(({ id }) => id);
    expect(page.kept()).toEqual({
      response: { from: 'term', known: [ids[0], ids[2]], later: [ids[3], ids[1]], again: [] },
      attempts: [PRACTISED],
      revealed: false,
    });
    expect(document.activeElement).toBe(page.button('Go through them again'));
    expect(page.root.textContent).toContain('Read these once more:');
    await page.press('Go through them again');
    expect(page.kept().response).toBeNull();
    expect(front()).toBe(a);
  });

  it('put focus on the button that turns the next card, which says its place and its front', async () => {
    const page = await show('flashcards');
    await page.press('Turn the card');
    await page.press('I knew it');
    const turn = page.button('Turn the card');
    expect(document.activeElement).toBe(turn);
    const said = (turn.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent?.trim());
    expect(said).toEqual(['Card 2 of 4', inOrder[1]?.term]);
  });

  it('start with the meaning where that is chosen, and can stop after the first look', async () => {
    const page = await show('flashcards');
    await page.press(first(page.all('input[value=meaning]')));
    const front = () => page.root.querySelector('.card__front')?.textContent?.trim();
    const meanings = question.cards.map(({ meaning }) => meaning);
    for (let i = 0; i < 4; i += 1) {
      expect(() => page.button('Stop here')).toThrow();
      expect(meanings).toContain(front());
      await page.press('Turn the card');
      await page.press('Not yet');
    }
    expect(page.root.textContent).toContain('Once more: 4 to go');
    await page.press('Stop here');
    expect(page.status()).toBe('You knew 0 of 4 at the first look.');
    expect(page.kept().attempts).toEqual([PRACTISED]);
  });

  it('turn back as well, so that a double click says nothing about the card', async () => {
    const page = await show('flashcards');
    const turn = await page.press('Turn the card');
    expect(page.root.querySelector('.card__back')).not.toBeNull();
    await page.press(turn);
    expect(page.root.querySelector('.card__back')).toBeNull();
    expect(turn.textContent).toBe('Turn the card');
    expect(document.activeElement).toBe(turn);
    expect(page.onchange).not.toHaveBeenCalled();
  });

  it('go on where a round was left, and can be read without turning', async () => {
    const [a, b] = inOrder.map(({ id }) => id);
    const page = await show('flashcards', {
      ...BLANK,
      response: { from: 'term', known: [a], later: [], again: [b] },
    });
    expect(page.root.textContent).toContain('Card 3 of 4');
    const all = page.root.querySelector('details');
    for (const { term, meaning } of question.cards) {
      expect(all?.textContent).toContain(term);
      expect(all?.textContent).toContain(meaning);
    }
  });
});

describe('how sure', () => {
  it('is asked before each check, kept with the try, and used in the sentence', async () => {
    const page = await show('single-choice');
    expect(page.root.querySelector('.sure legend')?.textContent).toBe('How sure are you?');
    await give(page, 'fact');
    await page.press(sureAt(page)['sure'] as HTMLElement);
    await page.press('Check my answer');
    expect(page.status()).toBe(
      'Not this one yet. You were sure, and this one catches many people.',
    );
    expect(page.kept().attempts).toEqual([{ ...WRONG, sure: 'sure' }]);
    expect(page.all('.sure')).toEqual([]);
    await page.press('Try again');
    expect(Object.values(sureAt(page)).some(({ checked }) => checked)).toBe(false);
    await give(page, 'impression');
    await page.press(sureAt(page)['guess'] as HTMLElement);
    await page.press('Check my answer');
    expect(page.status()).toBe('Right on your second try. You guessed, so read why.');
  });

  it.each(['rewrite-it', 'flashcards', 'simulation'] as const)(
    'is not asked where there is nothing to check: %s',
    async (kind) => {
      const page = await show(kind);
      expect(page.root.textContent).not.toContain('How sure are you?');
    },
  );

  it('is never needed, and comes back with the result', async () => {
    const page = await show('single-choice', {
      ...BLANK,
      response: 'impression',
      attempts: [{ at: NOW, score: 1, outOf: 1, sure: 'think' }],
    });
    expect(page.result()).toBe('Right. You can trust yourself on this one.');
    await page.press('Try again');
    await give(page, 'impression');
    await page.press('Check my answer');
    expect(page.kept().attempts.at(-1)).toEqual({ at: NOW, score: 1, outOf: 1 });
  });

  it('adds nothing where a later version stored a word that is not known here', () => {
    const { question, answers } = first(examplesOf('single-choice'));
    const mark = behaviours['single-choice'].mark(question, first(answers).response as string);
    if (mark.status !== 'marked') throw new Error('marked');
    for (const word of ['hardly', 'constructor', '__proto__', '']) {
      expect(resultLine(mark, 1, false, word as Sure)).toBe('Right.');
    }
  });
});
