// @vitest-environment jsdom
/** What a screen reader says of each kind of question: read from top to end, then checked. */
import { virtual } from '@guidepup/virtual-screen-reader';
import { afterEach, describe, expect, it } from 'vitest';
import type { PracticeKind } from '../../../src/questions/types';
import { sideBySide, takesWords } from '../../content/texts';
import { behaviourOf, examplesOf, first, kinds, wrongOf } from './examples';
import { give, show } from './page';

const solutionOf = (kind: PracticeKind) =>
  behaviourOf(kind).solution(first(examplesOf(kind)).question);
/** The kinds that have a key and a button to check with; the others come below. */
const practice = (kinds as PracticeKind[]).filter(
  (kind) => solutionOf(kind) !== null && !behaviourOf(kind).atOnce,
);

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
    const isResponse = (value: unknown) => behaviourOf(kind).isResponse(question, value);
    // What a learner must write themselves is not read out to them.
    const written = takesWords(solutionOf(kind), isResponse);
    for (const text of sideBySide(question).flat()) expect(spoken.includes(text)).toBe(!written);
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

/** The whole script of the kinds where a learner writes, or says what they knew. */
describe('the script of words of one’s own', () => {
  const given = {
    'short-answer': { text: 'kindness' },
    'list-it': { '1': 'smile', '2': 'take off my headphones', '3': 'smiling' },
    'rewrite-it': { text: 'Hello Ann. I will look for it now.' },
  };
  it.each(Object.entries(given) as [PracticeKind, object][])('%s', async (kind, response) => {
    const page = await show(kind);
    const plain = await readAll();
    await give(page, response);
    await page.press(kind === 'rewrite-it' ? 'Compare' : 'Check my answer');
    const compared = await readAll();
    await expect(`${plain}\n\n--- checked ---\n${compared}\n`).toMatchFileSnapshot(
      `spoken/${kind}.txt`,
    );
  });

  it('flashcards', async () => {
    const page = await show('flashcards');
    const plain = await readAll();
    await page.press('Turn the card');
    const turned = await readAll();
    await expect(`${plain}\n\n--- turned ---\n${turned}\n`).toMatchFileSnapshot(
      'spoken/flashcards.txt',
    );
  });
});
