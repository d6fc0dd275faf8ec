// @vitest-environment jsdom
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/learner/types';
import { mix } from '../../../src/questions/mix';
import type { PracticeKind, Responses } from '../../../src/questions/types';
import { behaviourOf, examplesOf, first, kinds } from './examples';
import { BLANK, give, NOW, show } from './page';

/** A kind that checks itself has tests of its own. */
type Checked = Exclude<PracticeKind, 'simulation'>;
const practice = kinds.filter(
  (kind) => kind !== 'written' && !behaviourOf(kind).atOnce,
) as Checked[];

/** A complete answer that is not right. */
const WRONG: { [K in Checked]: Responses[K] } = {
  'single-choice': 'fact',
  'multiple-choice': ['advert', 'goodbye'],
  matching: { empathy: 'empathy', questioning: 'punctuality', 'problem-solving': 'questioning' },
  ordering: ['firm', 'hello', 'offer', 'listen'],
  grouping: { friendly: 'first', repairs: 'first', website: 'first', safe: 'later' },
  'gap-fill': { speed: 'fast', evidence: 'much' },
};

describe.each(practice)('%s', (kind) => {
  const { question } = first(examplesOf(kind));
  const behaviour = behaviourOf(kind);
  const solution = behaviour.solution(question);
  const full = behaviour.mark(question, solution as never);
  const failed = behaviour.mark(question, WRONG[kind] as never);
  if (full.status !== 'marked' || failed.status !== 'marked') throw new Error('marked');
  const attempt = (mark: typeof full): Attempt => ({
    at: NOW,
    score: mark.score,
    outOf: mark.outOf,
  });

  it('shows the question, every text and an empty status from the start', async () => {
    const page = await show(kind);
    expect(page.root.textContent).toContain('Question 1 of 4');
    const label = page.root.getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(label)?.textContent).toBe(question.ask);
    expect(page.root.getAttribute('role')).toBe(kind === 'single-choice' ? 'radiogroup' : 'group');
    for (const [, text] of JSON.stringify(question).matchAll(
      /"(?:text|left|right|title)":"([^"{]+)"/g,
    )) {
      expect(page.root.textContent).toContain(text);
    }
    expect(page.status()).toBe('');
    expect(page.all('.feedback')).toEqual([]);
    expect(page.root.querySelector('[style]')).toBeNull();
    const ids = page.all('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says what is missing when it is checked blank, each time, and keeps nothing', async () => {
    const page = await show(kind);
    const blank = behaviour.mark(question, undefined);
    await page.press('Check my answer');
    expect(page.status()).toBe(blank.status === 'blank' && blank.say);
    const before = page.root.querySelector('[role=status]')?.textContent;
    await page.press('Check my answer');
    // The same words again, yet another text, so that a screen reader says them again.
    expect(page.root.querySelector('[role=status]')?.textContent).not.toBe(before);
    expect(page.onchange).not.toHaveBeenCalled();
  });

  it('marks a right answer, keeps the try, leaves focus where it was', async () => {
    const page = await show(kind);
    await give(page, kind, solution);
    expect(page.kept().response).toEqual(solution);
    const check = await page.press('Check my answer');
    expect(page.status()).toBe('Right.');
    expect(page.kept().attempts).toEqual([attempt(full)]);
    expect(page.all('.feedback').length).toBe(full.feedback.length);
    for (const { text } of full.feedback) expect(page.root.textContent).toContain(text);
    expect(document.activeElement).toBe(check);
    expect(() => page.button('Show the answer')).toThrow();
    await page.press('Try again');
    expect(page.kept()).toMatchObject({ response: null, attempts: [attempt(full)] });
    expect(page.all('.feedback')).toEqual([]);
    expect(page.root.querySelector('.question__answer')?.contains(document.activeElement)).toBe(
      true,
    );
  });

  it('marks a wrong answer, then the right one on the second try', async () => {
    const page = await show(kind);
    await give(page, kind, WRONG[kind]);
    expect(page.kept().response).toEqual(WRONG[kind]);
    await page.press('Check my answer');
    expect(page.status()).toMatch(/again\.$|^Not this one yet\.$/);
    expect(page.root.textContent).toContain('Not ');
    await page.press('Try again');
    expect(page.kept().response).toEqual(WRONG[kind]);
    expect(page.root.textContent).toContain('Your earlier try: not');
    expect(
      page.root.querySelector('[class*="--not "], [class$="--not"]:not(.mark--not)'),
    ).toBeNull();
    if (kind === 'grouping') await page.press('Start again');
    await give(page, kind, solution);
    await page.press('Check my answer');
    expect(page.status()).toBe('Right on your second try.');
    expect(page.kept().attempts).toEqual([attempt(failed), attempt(full)]);
  });

  it('drops the feedback with the first change', async () => {
    const page = await show(kind, { ...BLANK, response: WRONG[kind], attempts: [attempt(failed)] });
    expect(page.button('Try again')).toBeTruthy();
    if (kind === 'ordering') await page.press(/^Move down/);
    else if (kind === 'grouping') await page.press(/Take back$/);
    else if (kind === 'single-choice') await give(page, kind, 'complained');
    else if (kind === 'multiple-choice') await give(page, kind, ['advert']);
    else await give(page, kind, { [Object.keys(WRONG[kind])[0] ?? '']: '' });
    expect(page.button('Check my answer')).toBeTruthy();
    expect(page.kept().attempts).toEqual([attempt(failed)]);
    expect(page.kept().response).not.toEqual(WRONG[kind]);
  });

  it('shows the answer after a wrong try only, and remembers that it did', async () => {
    const page = await show(kind);
    expect(() => page.button('Show the answer')).toThrow();
    await give(page, kind, WRONG[kind]);
    await page.press('Check my answer');
    await page.press('Show the answer');
    expect(page.status()).toBe('This is the answer. It was shown to you.');
    expect(page.kept()).toEqual({
      response: solution,
      attempts: [attempt(failed)],
      revealed: true,
    });
    for (const { text } of full.feedback) expect(page.root.textContent).toContain(text);
    expect(document.activeElement).toBe(page.button('Try again'));
    await page.press('Try again');
    expect(page.root.textContent).not.toContain('Your earlier try');
    await give(page, kind, solution);
    await page.press('Check my answer');
    expect(page.status()).toBe('Right. You saw the answer before.');
  });

  it('comes back as it was: answered and checked, without speaking up', async () => {
    const page = await show(kind, {
      ...BLANK,
      response: solution,
      attempts: [attempt(failed), attempt(full)],
    });
    expect(page.result()).toBe('Right on your second try.');
    expect(page.status()).toBe('');
    expect(page.all('.feedback').length).toBe(full.feedback.length);
    expect(page.onchange).not.toHaveBeenCalled();
  });

  it('comes back with the answer that was shown', async () => {
    const page = await show(kind, {
      response: solution,
      attempts: [attempt(failed)],
      revealed: true,
    });
    expect(page.result()).toBe('This is the answer. It was shown to you.');
    expect(page.onchange).not.toHaveBeenCalled();
  });

  it('comes back unchecked where it was changed after the check', async () => {
    const page = await show(kind, { ...BLANK, response: solution, attempts: [attempt(failed)] });
    expect(page.result()).toBe('');
    expect(page.all('.feedback')).toEqual([]);
    expect(page.button('Check my answer')).toBeTruthy();
  });

  it('shows a stored value that is no response as blank and leaves it alone', async () => {
    const page = await show(kind, { ...BLANK, response: { nobody: ['x'] } });
    await page.press('Check my answer');
    expect(page.kept().response).toEqual({ nobody: ['x'] });
    expect(page.onchange).not.toHaveBeenCalled();
  });

  it('checks on a quick second press when nothing was checked yet', async () => {
    const page = await show(kind, { ...BLANK, response: solution });
    const check = page.button('Check my answer');
    check.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await tick();
    expect(page.status()).toBe('Right.');
  });

  it('takes a double click for one', async () => {
    const page = await show(kind, { ...BLANK, response: solution });
    const check = page.button('Check my answer');
    check.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    check.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await tick();
    expect(page.status()).toBe('Right.');
    expect(page.kept().response).toEqual(solution);
  });
});

describe('moves', () => {
  it('ordering keeps focus on the button that moved the item, and says the place', async () => {
    const page = await show('ordering');
    const ids = mix(page.question.id, ['hello', 'firm', 'offer', 'listen']);
    const down = page.all('.order__move')[1];
    if (!down) throw new Error('no button');
    await page.press(down);
    expect(page.kept().response).toEqual([ids[1], ids[0], ids[2], ids[3]]);
    expect(document.activeElement).toBe(down);
    expect(page.status()).toMatch(/^“.+” is now 2 of 4\.$/);
  });

  it('ordering says so at the end of the list, and does nothing', async () => {
    const page = await show('ordering');
    await page.press(/^Move up/);
    expect(page.status()).toMatch(/ is already first\.$/);
    expect(page.onchange).not.toHaveBeenCalled();
  });

  it('grouping counts, goes on to the next item, and takes back', async () => {
    const page = await show('grouping');
    const items = page.all('[aria-pressed]');
    expect(page.all('.place__here')).toEqual([]);
    await page.press(first(items));
    expect(first(items).getAttribute('aria-pressed')).toBe('true');
    await page.press(first(page.all('.place__here')));
    expect(page.status()).toMatch(/^“.+” is in “A first impression”\. 1 of 4 placed\.$/);
    expect(page.root.textContent).toContain('1 of 4 placed');
    expect(document.activeElement).toBe(items[1]);
    await page.press(/Take back$/);
    expect(page.kept().response).toEqual({});
    expect(document.activeElement?.getAttribute('aria-pressed')).toBe('true');
    await page.press(first(page.all('.place__here')));
    await page.press('Start again');
    expect(page.kept().response).toEqual({});
    expect(page.root.textContent).toContain('0 of 4 placed');
  });

  it('matching says nothing more about a pair whose answer was changed', async () => {
    const page = await show('matching');
    await give(page, 'matching', WRONG.matching);
    await page.press('Check my answer');
    await give(page, 'matching', { questioning: 'questioning' });
    expect(page.root.textContent?.match(/Your earlier try: not this one/g)).toHaveLength(1);
  });

  it.each(['matching', 'gap-fill'] as const)(
    '%s shows in its selects what is stored',
    async (kind) => {
      const right = behaviourOf(kind).solution(first(examplesOf(kind)).question);
      const page = await show(kind, {
        ...BLANK,
        response: right,
        attempts: [{ at: NOW, score: 9, outOf: 9 }],
      });
      const values = () =>
        Object.fromEntries(
          (page.all('select') as HTMLSelectElement[]).map(({ id, value }) => [
            id.slice(page.question.id.length + 1),
            value,
          ]),
        );
      expect(values()).toEqual(right);
      await page.press('Check my answer');
      await page.press('Try again');
      expect(new Set(Object.values(values()))).toEqual(new Set(['']));
    },
  );

  it('an answer that was shown is never called an earlier try', async () => {
    const page = await show('single-choice');
    await give(page, 'single-choice', 'fact');
    await page.press('Check my answer');
    await page.press('Show the answer');
    await give(page, 'single-choice', 'complained');
    expect(page.root.textContent).not.toContain('Your earlier try');
  });

  it('a wrong single choice marks no other option', async () => {
    const page = await show('single-choice');
    await give(page, 'single-choice', 'fact');
    await page.press('Check my answer');
    expect(page.all('.feedback')).toHaveLength(1);
    expect(page.all('.option--right')).toEqual([]);
  });
});
