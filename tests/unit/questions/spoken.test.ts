// @vitest-environment jsdom
/** What a screen reader says of each kind of question: read from top to end, then checked. */
import { virtual } from '@guidepup/virtual-screen-reader';
import { afterEach, describe, expect, it } from 'vitest';
import type { PracticeKind } from '../../../src/questions/types';
import { sideBySide } from '../../content/texts';
import { kinds, wrongOf } from './examples';
import { give, show } from './page';

const practice = kinds.filter((kind) => kind !== 'written') as PracticeKind[];

afterEach(async () => {
  await virtual.stop();
});

/** Everything from the start of the page to its end, a phrase in a line. */
async function readAll(): Promise<string> {
  // It reads the attribute; a browser tells a screen reader what is ticked now.
  for (const input of document.querySelectorAll('input')) {
    input.toggleAttribute('checked', input.checked);
  }
  await virtual.start({ container: document.body });
  // A question has about sixty stops.
  for (let i = 0; i < 400 && (await virtual.lastSpokenPhrase()) !== 'end of document'; i += 1) {
    await virtual.next();
  }
  const log = await virtual.spokenPhraseLog();
  expect(log.at(-1)).toBe('end of document');
  await virtual.stop();
  return log.join('\n');
}

describe.each(practice)('%s', (kind) => {
  it('says the question as the name of the group, every text, and a name for each control', async () => {
    const { question } = await show(kind);
    const spoken = await readAll();
    expect(spoken).toMatch(/^document\n(group|radiogroup), /);
    expect(spoken.split('\n')[1]).toContain(question.ask);
    for (const text of sideBySide(question).flat()) expect(spoken).toContain(text);
    expect(spoken).toContain('button, Check my answer');
    expect(spoken).not.toMatch(
      /^(button|checkbox|radio|combobox|textbox|option)(, not checked)?$/m,
    );
  });

  it('says at once what is missing, and what was right', async () => {
    const page = await show(kind);
    await virtual.start({ container: document.body });
    await page.press('Check my answer');
    expect(await virtual.spokenPhraseLog()).toContain(`polite: ${page.status()}`);
    await virtual.stop();
    await give(page, wrongOf(kind));
    await virtual.start({ container: document.body });
    await page.press('Check my answer');
    expect(page.status()).not.toBe('');
    expect(await virtual.spokenPhraseLog()).toContain(`polite: ${page.status()}`);
    await virtual.stop();
    const spoken = await readAll();
    expect(page.all('.feedback').length).toBeGreaterThan(0);
    for (const remark of page.all('.feedback b')) {
      expect(spoken).toContain(remark.textContent?.trim());
    }
  });
});

/** The whole script of the kinds whose answers stand in a sentence, in two groups, or in a picture. */
describe.each(['true-false-reason', 'spot-it', 'hotspot'] as const)('the script of %s', (kind) => {
  it('is as a person has read it', async () => {
    const page = await show(kind);
    const plain = await readAll();
    await give(page, wrongOf(kind));
    await page.press('Check my answer');
    const wrong = await readAll();
    await expect(`${plain}\n\n--- checked ---\n${wrong}\n`).toMatchFileSnapshot(
      `spoken/${kind}.txt`,
    );
  });
});
