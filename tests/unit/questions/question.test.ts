// @vitest-environment jsdom
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/learner/types';
import { mix } from '../../../src/questions/mix';
import type { PracticeKind } from '../../../src/questions/types';
import { behaviourOf, examplesOf, first, kinds, wrongOf } from './examples';
import { BLANK, change, give, NOW, show } from './page';

/** The kinds that have a key; the others are never marked by the page, or check themselves. */
const practice = kinds.filter(
  (kind) =>
    !behaviourOf(kind).atOnce &&
    examplesOf(kind).every(({ question }) => behaviourOf(kind).solution(question) !== null),
) as PracticeKind[];

describe.each(practice)('%s', (kind) => {
  const { question } = first(examplesOf(kind));
  const behaviour = behaviourOf(kind);
  const solution = behaviour.solution(question);
  const wrong = wrongOf(kind);
  const full = behaviour.mark(question, solution as never);
  const failed = behaviour.mark(question, wrong);
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
      // What the learner must write is not there to be read.
      const written = page.root.querySelector('input[type=text]') !== null;
      expect(page.root.textContent?.includes(text ?? '')).toBe(!written);
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
    await give(page, solution);
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
    await give(page, wrong);
    expect(page.kept().response).toEqual(wrong);
    await page.press('Check my answer');
    expect(page.status()).toMatch(/again\.$|^Not this one yet\.$/);
    expect(page.root.textContent).toContain('Not ');
    await page.press('Try again');
    expect(page.kept().response).toEqual(wrong);
    expect(page.root.textContent).toContain('Your earlier try: not');
    expect(
      page.root.querySelector('[class*="--not "], [class$="--not"]:not(.mark--not)'),
    ).toBeNull();
    if (kind === 'grouping') await page.press('Start again');
    await give(page, solution);
    await page.press('Check my answer');
    expect(page.status()).toBe('Right on your second try.');
    expect(page.kept().attempts).toEqual([attempt(failed), attempt(full)]);
  });

  it('drops the feedback with the first change', async () => {
    const page = await show(kind, { ...BLANK, response: wrong, attempts: [attempt(failed)] });
    expect(page.button('Try again')).toBeTruthy();
    await change(page);
    expect(page.button('Check my answer')).toBeTruthy();
    expect(page.kept().attempts).toEqual([attempt(failed)]);
    expect(page.kept().response).not.toEqual(wrong);
  });

  it('shows the answer after a wrong try only, and remembers that it did', async () => {
    const page = await show(kind);
    expect(() => page.button('Show the answer')).toThrow();
    await give(page, wrong);
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
    await give(page, solution);
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
    await give(page, wrongOf('matching'));
    await page.press('Check my answer');
    await give(page, { questioning: 'questioning' });
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
    await give(page, 'fact');
    await page.press('Check my answer');
    await page.press('Show the answer');
    await give(page, 'complained');
    expect(page.root.textContent).not.toContain('Your earlier try');
  });

  it('a wrong single choice marks no other option', async () => {
    const page = await show('single-choice');
    await give(page, 'fact');
    await page.press('Check my answer');
    expect(page.all('.feedback')).toHaveLength(1);
    expect(page.all('.option--right')).toEqual([]);
  });

  it('true or false: each remark stands with the choice it is about', async () => {
    const page = await show('true-false-reason');
    await give(page, { truth: 'false', reason: 'place' });
    await page.press('Check my answer');
    expect(page.status()).toBe('1 of 2 right. Change the others and check again.');
    const [not, right] = page.all('.option--not, .option--right').map((one) => one.textContent);
    expect(not).toMatch(/^\s*False\s+Not this one\./);
    expect(right).toMatch(/^\s*A place can give an impression too\.\s+Yes\./);
    await give(page, { truth: 'true' });
    expect(page.root.textContent?.match(/Your earlier try/g)).toHaveLength(1);
  });

  it('spot it: a remark stands below its line and names its words', async () => {
    const page = await show('spot-it');
    await give(page, ['thanks', 'rush']);
    await page.press('Check my answer');
    const remarks = page
      .all('.feedback')
      .map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
    expect(remarks).toEqual([
      expect.stringMatching(/^“Thank you for joining us” Not this one\. A thank you/),
      expect.stringMatching(/^“Don’t ring us, we’re busy” Yes\. It tells/),
    ]);
    expect(page.all('.passage > *').map(({ className }) => className.split(' ')[0])).toEqual([
      'small',
      'passage__line',
      'passage__line',
      'feedback',
      'feedback',
      'passage__line',
    ]);
  });

  it('hotspot: the picture and the list choose the same', async () => {
    const page = await show('hotspot');
    const mark = page.all('.scene__mark')[2];
    mark?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await tick();
    expect(page.kept().response).toEqual(['bin']);
    const bin = page.root.querySelector<HTMLInputElement>('input[value=bin]');
    expect(bin?.checked).toBe(true);
    if (bin) await page.press(bin);
    expect(page.kept().response).toEqual([]);
    expect(page.all('.scene__mark--on')).toEqual([]);
  });

  it.each(['true-false-reason', 'spot-it', 'hotspot'] as const)(
    '%s takes up what was ticked before its script came',
    async (kind) => {
      const { question } = first(examplesOf(kind));
      const tick = (name: string, value: string) => {
        const input = Object.assign(document.createElement('input'), { type: 'checkbox', value });
        input.name = `${question.id}${name}`;
        input.checked = true;
        document.body.append(input);
      };
      if (kind === 'true-false-reason') tick('-reason', 'place');
      else tick('', kind === 'spot-it' ? 'rush' : 'bin');
      const page = await show(kind);
      expect(page.kept().response).toEqual(
        { 'true-false-reason': { reason: 'place' }, 'spot-it': ['rush'], hotspot: ['bin'] }[kind],
      );
    },
  );
});
