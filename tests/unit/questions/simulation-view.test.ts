// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { behaviours } from '../../../src/questions';
import { examplesOf, first } from './examples';
import { BLANK, NOW, show } from './page';

const { question } = first(examplesOf('simulation'));
const textOf = (scene: string, choice: string): string => {
  const found = question.scenes
    .find(({ id }) => id === scene)
    ?.choices?.find(({ id }) => id === choice);
  if (!found) throw new Error(choice);
  return found.text;
};
const BEST: [scene: string, choice: string][] = [
  ['hello', 'greet'],
  ['given', 'look'],
  ['wait', 'depot'],
  ['today', 'cannot'],
  ['before-nine', 'label'],
  ['doorbell', 'add'],
  ['shed', 'sum-up'],
  ['thanks', 'wish'],
];

/** Makes choices by their words alone, as a learner does. */
async function choose(page: Awaited<ReturnType<typeof show>>, steps: typeof BEST) {
  for (const [scene, choice] of steps) {
    // A choice that was made before says so after its words.
    await page.press(new RegExp(textOf(scene, choice).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  }
}
const path = (page: Awaited<ReturnType<typeof show>>) =>
  (page.kept().response as { path: string[] } | null)?.path;

describe('a conversation', () => {
  it('opens with the first scene, its choices and no button of the frame', async () => {
    const page = await show('simulation');
    const text = page.root.textContent ?? '';
    for (const part of [question.ask, question.title, question.you, question.scenes[0]?.says]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('worried');
    expect(page.all('.talk button').map((one) => one.textContent?.trim())).toEqual([
      textOf('hello', 'number'),
      textOf('hello', 'greet'),
    ]);
    expect(page.all('.row:not(.unseen)')).toEqual([]);
    expect(page.root.querySelector('[style]')).toBeNull();
    expect(page.onchange).not.toHaveBeenCalled();
  });

  it('keeps each choice, says what comes back, and moves the focus to the next choices', async () => {
    const page = await show('simulation');
    await choose(page, [['hello', 'number']]);
    expect(page.kept()).toEqual({ ...BLANK, response: { path: ['number'], before: [] } });
    expect(page.status()).toBe('Mr Osei, upset: 7714. A hello would be nice, you know.');
    expect(document.activeElement?.textContent).toMatch(/Choice 2\.\s+What do you write next\?/);
    expect(page.all('.talk__lines > li')).toHaveLength(3);
  });

  it('takes a double click for one choice', async () => {
    const page = await show('simulation');
    const button = page.button(textOf('hello', 'greet'));
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    await Promise.resolve();
    const next = page.button(textOf('given', 'look'));
    next.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    expect(path(page)).toEqual(['greet']);
  });

  it('goes on in the middle after a reload, without a word', async () => {
    const page = await show('simulation', {
      ...BLANK,
      response: { path: ['greet', 'look'], before: [] },
    });
    expect(page.status()).toBe('');
    expect(page.button(textOf('wait', 'depot'))).toBeTruthy();
    expect(page.all('.talk__lines > li')).toHaveLength(5);
    expect(page.onchange).not.toHaveBeenCalled();
  });

  it('begins again where its conversation is no longer in the course', async () => {
    const page = await show('simulation', {
      ...BLANK,
      response: { path: ['greet', 'gone'], before: [] },
    });
    expect(page.button(textOf('hello', 'greet'))).toBeTruthy();
    expect(page.onchange).not.toHaveBeenCalled();
  });

  it('checks itself at its end, and walks back through what was said', async () => {
    const page = await show('simulation');
    await choose(page, [...BEST.slice(0, 2), ['wait', 'probably'], ...BEST.slice(3)]);
    expect(page.kept().attempts).toEqual([{ at: NOW, score: 7, outOf: 8 }]);
    expect(page.status()).toBe(
      'Mr Osei, pleased: She will. Thank you, Jo. How it ended: The present comes in time. 7 of your 8 choices helped.',
    );
    expect(document.activeElement?.textContent).toBe('How it ended: The present comes in time');
    const steps = page.all('.talk__step');
    expect(steps).toHaveLength(8);
    expect(steps[2]?.textContent).toContain('This made it harder.');
    expect(steps[3]?.textContent).toContain('This helped.');
    expect(steps[3]?.textContent).toContain('About criterion 2.1.');
    expect(page.root.textContent).toContain('You have found 1 of the 2 ways that it can end.');
  });

  it('goes back to a choice, remembers what was tried, and counts another end', async () => {
    const page = await show('simulation');
    await choose(page, BEST);
    await page.press(/^Go back to here and choose again: choice 7$/);
    expect(path(page)).toEqual(BEST.slice(0, 6).map(([, choice]) => choice));
    expect(page.button(/^So that is tomorrow/).textContent).toContain('Tried before');
    expect(page.button(/Is there anything/).textContent).not.toContain('Tried before');
    await choose(page, [['shed', 'close-chat']]);
    expect(page.root.textContent).toContain('You have found 2 of the 2 ways that it can end.');
    expect(page.kept().attempts.map(({ score, outOf }) => [score, outOf])).toEqual([
      [8, 8],
      [6, 7],
    ]);
    await page.press('Start again');
    expect(path(page)).toEqual([]);
    expect((page.kept().response as { before: string[][] }).before).toHaveLength(2);
    expect(behaviours.simulation.isResponse(question, page.kept().response)).toBe(true);
  });

  it('starts again in the middle, and learns nothing from what had no end', async () => {
    const page = await show('simulation');
    await choose(page, BEST.slice(0, 2));
    await page.press('Start again');
    expect(page.kept().response).toEqual({ path: [], before: [] });
    expect(page.root.textContent).not.toContain('Tried before');
  });

  it('says in words where it takes place', async () => {
    const page = await show('simulation');
    expect(page.root.textContent).toContain('In an online chat. A firm that delivers parcels.');
  });
});
