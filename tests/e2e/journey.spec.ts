/** Unit 1 from the home page to a bundle: keyboard alone, 360 px wide, on a slow computer. */
import { strFromU8 } from 'fflate';
import type { PracticeKind } from '../../src/questions/types';
import {
  addressOf,
  awake,
  criteria,
  docketOf,
  docxText,
  expect,
  fileOf,
  promptsOf,
  saved,
  test,
  unit,
  unzipped,
} from './support/journey';
import {
  firstOfEach,
  focusIsSeen,
  frameOf,
  give,
  isMarked,
  keyboard,
  wrongFor,
} from './support/journey-hands';

test.use({ viewport: { width: 360, height: 740 } });

/** Short, because every letter is a key that is pressed. */
const shortFor = (ref: string, slot: string) => `Mine: ${ref} ${slot}`;

test('a learner takes Unit 1 from the home page to a bundle by keyboard', async ({ page }) => {
  test.setTimeout(360_000);
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const hands = keyboard(page);
  const met = new Set<PracticeKind>();

  await page.goto('/');
  await hands.press(page.getByRole('link', { name: 'Start the first lesson' }));

  for (const [i, lesson] of unit.lessons.entries()) {
    await test.step(`lesson ${i + 1}`, async () => {
      await expect(page).toHaveURL(addressOf(lesson));
      await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible();
      await awake(page);
      for (const question of lesson.questions) {
        if (!isMarked(question) || met.has(question.kind)) continue;
        met.add(question.kind);
        const frame = frameOf(page, question);
        await give(hands, frame, question, wrongFor(question));
        await hands.press(frame.getByRole('button', { name: 'Check my answer' }));
        await hands.press(frame.getByRole('button', { name: 'Try again' }));
        await expect(frame.locator('.question__answer :focus')).toHaveCount(1);
        await hands.press(frame.getByRole('button', { name: 'Show the answer' }));
        await expect(frame.getByRole('status')).toContainText('It was shown to you.');
        await expect(frame.getByRole('button', { name: 'Try again' })).toBeFocused();
        await focusIsSeen(page);
      }
      for (const prompt of promptsOf(lesson)) {
        const docket = docketOf(page, prompt);
        for (const { id, label } of prompt.slots.slice(0, 2)) {
          const box = docket.getByRole('textbox', { name: label, exact: true });
          await hands.write(box, shortFor(prompt.ref, id));
        }
        await hands.press(docket.getByRole('button', { name: 'I am ready to hand this in' }));
        await expect(docket.getByRole('button', { name: 'Make it a draft again' })).toBeFocused();
        await expect(docket.getByRole('status')).toContainText('You can still change it.');
        await expect(docket.getByText('Ready to hand in', { exact: true })).toBeVisible();
      }
      await saved(page);
      const next = unit.lessons[i + 1];
      const pager = page.getByRole('navigation', { name: 'Lessons' });
      await hands.press(pager.getByRole('link', { name: next?.title ?? 'The end of Unit 1' }));
    });
  }
  expect([...met].sort()).toEqual(
    // Words of one's own and conversations have journeys of their own.
    [...firstOfEach().keys()].sort(),
  );

  await test.step('the end of the unit', async () => {
    await expect(page).toHaveURL(`/units/${unit.slug}/end/`);
    const state = page.getByRole('row').filter({ hasText: 'U01-01' });
    await expect(state).toContainText('Ready to hand in');
    await hands.press(page.getByRole('link', { name: 'Hand in from My portfolio' }));
  });

  const { name, bytes } = await test.step('hand in', async () => {
    await expect(page).toHaveURL('/portfolio/');
    await expect(page.getByText('9 ready to hand in', { exact: true })).toBeVisible();
    await expect(page.getByText('You said that every answer is ready.')).toBeVisible();
    await hands.write(page.getByLabel('Your name'), 'Sam Ward');
    await hands.write(page.getByLabel('Your centre'), 'Hill College');
    await hands.choose(page.getByRole('radio', { name: 'No', exact: true }));
    await hands.press(page.getByRole('checkbox', { name: /^This is my own work/ }));
    const download = page.waitForEvent('download');
    await hands.press(page.getByRole('button', { name: 'Make my bundle' }));
    const file = await fileOf(await download);
    const result = page.getByRole('status').filter({ hasText: 'went to your downloads' });
    await expect(result).toContainText(file.name);
    await expect(result).toContainText(/Fingerprint ([0-9A-F]{4} ){3}[0-9A-F]{4}/);
    await expect(result).toBeFocused();
    await hands.press(page.getByRole('button', { name: 'Yes, I have it' }));
    await expect(result).toContainText('Next: give the file to your tutor.');
    await expect(result).toBeFocused();
    return file;
  });

  expect(name).toMatch(/^CSL1_[A-Z0-9]{5}_U01_\d{4}-\d\d-\d\d_r1\.zip$/);
  const { folder, files } = unzipped(bytes);
  expect(`${folder}.zip`).toBe(name);
  expect(Object.keys(files).sort()).toEqual([
    'READ-ME-FIRST.txt',
    'bag-info.txt',
    'bagit.txt',
    'data/U01_evidence-pack.docx',
    'data/U01_evidence-pack.html',
    'data/U01_tracking-sheet.csv',
    'data/bundle.json',
    'manifest-sha256.txt',
    'manifest-sha512.txt',
    'tagmanifest-sha512.txt',
  ]);
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const words = docxText(files['data/U01_evidence-pack.docx'] ?? new Uint8Array());
  const prompts = unit.lessons.flatMap(promptsOf);
  expect(prompts).toHaveLength(criteria.length);
  for (const { ref, ask, slots } of prompts) {
    for (const part of [ref, ask, ...slots.slice(0, 2).map(({ id }) => shortFor(ref, id))]) {
      expect(words).toContain(part);
      expect(text('data/U01_evidence-pack.html')).toContain(part);
    }
    expect(text('data/U01_tracking-sheet.csv')).toContain(ref);
  }
  expect(words).toContain('Sam Ward');
  expect(words).toContain('Hill College');
});
