/** A bundle goes on: an assessor opens it, the learner gets it back, and a bad file is refused. */
import { zipSync } from 'fflate';
import type { Page } from '@playwright/test';
import {
  awake,
  criteria,
  docketOf,
  evidenceOf,
  expect,
  handIn,
  nth,
  promptsOf,
  saved,
  test,
  unit,
  unzipped,
  wordsFor,
} from './support/journey';

test.describe.configure({ timeout: 90_000 });

const prompts = unit.lessons.flatMap(promptsOf);
const first = nth(unit.lessons, 0);
const asFile = ({ name, bytes }: { name: string; bytes: Uint8Array }) => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(bytes),
});

/** Everything in the database, as text: to show that nothing changed. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('frontline-one');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no database'));
    });
    const all: unknown[] = [];
    for (const name of database.objectStoreNames) {
      const request = database.transaction(name).objectStore(name).getAll();
      await new Promise((resolve) => (request.onsuccess = resolve));
      all.push([name, request.result]);
    }
    database.close();
    return JSON.stringify(all);
  });

/** The bundle with one byte of a file changed, zipped again. */
function damaged({ name, bytes }: { name: string; bytes: Uint8Array }, path: string) {
  const { folder, files } = unzipped(bytes);
  const file = Uint8Array.from(files[path] ?? []);
  const middle = Math.floor(file.length / 2);
  file[middle] = (file[middle] ?? 0) ^ 1;
  const entries = Object.entries({ ...files, [path]: file });
  return {
    name,
    bytes: zipSync(Object.fromEntries(entries.map(([p, b]) => [`${folder}/${p}`, b]))),
  };
}

test.describe('an assessor', () => {
  test('opens a bundle and reads each question with its answer', async ({ page, work }) => {
    await page.goto('/open/');
    const chooser = page.waitForEvent('filechooser');
    await page.getByText('Choose a bundle', { exact: true }).click();
    await (await chooser).setFiles(asFile(work.bundle));

    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1, name: 'Sam Ward' })).toBeFocused();
    await expect(main).toContainText(`Unit ${unit.number}: ${unit.title}`);
    await expect(main).toContainText(unit.reference);
    await expect(main).toContainText('Hill College');
    await expect(main).toContainText(`Learner code ${work.bundle.name.split('_')[1]}`);
    await expect(main).toContainText(
      /Made \d+ \w+ \d{4}, \d\d:\d\d \(clock of the learner’s device\)/,
    );
    await expect(main).toContainText(/Fingerprint\s+([0-9A-F]{4} ){3}[0-9A-F]{4}/);
    await expect(main).toContainText(/Complete\. All \d+ files are as they were/);
    await expect(main.getByRole('heading', { name: '9 criteria, no gaps' })).toBeVisible();
    for (const { number, key } of criteria) {
      const { ref } = nth(
        prompts.filter((prompt) => prompt.criteria.includes(key)),
        0,
      );
      await expect(main.getByRole('link', { name: `${number} ${ref} Ready` })).toHaveCount(1);
    }

    const item = page.locator('#item');
    for (const prompt of prompts) {
      await main.getByRole('link', { name: prompt.ref }).click();
      await expect(item.getByRole('heading', { name: prompt.ref })).toBeFocused();
      await expect(item).toContainText(prompt.ask);
      for (const { id } of prompt.slots) await expect(item).toContainText(wordsFor(prompt.ref, id));
      await expect(item).toContainText('The learner answered “No”.');
    }
    await expect(page.locator('body')).not.toContainText(/\b(passed|achieved)\b/i);

    await page.getByRole('button', { name: 'Open another bundle' }).click();
    await expect(page.getByRole('heading', { name: 'Open a bundle' })).toBeVisible();
  });

  test('drops a bundle on the page; markup in an answer stays text', async ({ page, context }) => {
    const markup = '<img src=x onerror=alert(1)><b>bold</b>';
    const prompt = nth(promptsOf(first), 0);
    await page.goto(evidenceOf(first));
    await awake(page);
    await docketOf(page, prompt).getByRole('textbox').first().fill(markup);
    await saved(page);
    await page.goto('/portfolio/');
    const bundle = await handIn(page);

    const assessor = await context.newPage();
    await assessor.goto('/open/');
    const zone = assessor.getByRole('group', { name: 'Choose a file' });
    const data = await assessor.evaluateHandle(
      ({ name, bytes }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type: 'application/zip' }));
        return transfer;
      },
      { name: bundle.name, bytes: [...bundle.bytes] },
    );
    await expect(async () => {
      // until the page is awake, a drop goes nowhere
      await zone.dispatchEvent('drop', { dataTransfer: data });
      await expect(assessor.getByRole('heading', { level: 1, name: 'Sam Ward' })).toBeVisible({
        timeout: 1000,
      });
    }).toPass();
    await expect(assessor.getByText(markup)).toBeVisible();
    await expect(assessor.getByText('9 criteria, 8 gaps')).toBeVisible();
    await expect(assessor.getByText('No answer')).toHaveCount(8);
  });
});

test.describe('a file that is not as it was', () => {
  test.use({ storageState: ({ work }, use) => use(work.state) });

  test('is named when damaged, and refused when it is no bundle', async ({ page, work }) => {
    await page.goto('/open/');
    await expect(page.getByRole('main')).toBeVisible();
    const before = await stored(page);
    expect(before).toContain(wordsFor('U01-01', 'meaning'));
    const input = page.locator('#bundle-file');
    const open = async (file: { name: string; bytes: Uint8Array }, words: string | RegExp) => {
      await expect(async () => {
        await input.setInputFiles(asFile(file));
        await expect(page.getByText(words).first()).toBeVisible({ timeout: 2000 });
      }).toPass();
    };

    await open(damaged(work.bundle, 'data/U01_evidence-pack.html'), 'Not as it was made.');
    await expect(
      page.getByText('data/U01_evidence-pack.html is not as it was when the bundle was made.'),
    ).toBeVisible();
    await expect(page.getByText('Complete.')).toHaveCount(0);
    await page.getByRole('button', { name: 'Open another bundle' }).click();

    await open(
      damaged(work.bundle, 'data/U01_evidence-pack.docx'),
      'Files were added or edited after it was made.',
    );
    await expect(page.getByText('That is fine for an assessor’s notes')).toBeVisible();
    await page.getByRole('button', { name: 'Open another bundle' }).click();

    await open(
      { name: 'notes.zip', bytes: new TextEncoder().encode('Not a zip at all.') },
      'In “notes.zip”:',
    );
    await expect(page.getByRole('status').filter({ hasText: 'notes.zip' })).toBeFocused();
    const strange = zipSync({ 'notes.txt': new TextEncoder().encode('Hello') });
    await open(
      { name: 'other.zip', bytes: strange },
      'This zip file is not a Frontline One bundle.',
    );
    await expect(page.getByText('In “other.zip”: It has no data/bundle.json.')).toBeVisible();

    await page.goto('/portfolio/');
    const restore = page.getByLabel(/^Choose your backup file/);
    await restore.setInputFiles(asFile({ name: 'other.zip', bytes: strange }));
    await expect(page.getByRole('alert')).toContainText('is not a Frontline One bundle');
    await restore.setInputFiles(
      asFile({ name: 'x.json', bytes: new TextEncoder().encode('{"a":') }),
    );
    await expect(page.getByRole('alert')).toContainText('damaged or cut short');
    expect(await stored(page)).toBe(before);
  });
});

test('a bundle brings all answers back on another device', async ({ page, work }) => {
  await page.goto('/portfolio/');
  await expect(page.getByText('9 with nothing yet', { exact: true })).toBeVisible();
  await page.getByLabel(/^Choose your backup file/).setInputFiles(asFile(work.bundle));
  const heading = page.getByRole('heading', { name: 'What is in this file' });
  await expect(heading).toBeFocused();
  await expect(page.getByText('9 answers not on this device: added.')).toBeVisible();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('9 answers restored.')).toBeVisible();
  await expect(page.getByText('9 ready to hand in', { exact: true })).toBeVisible();

  for (const lesson of unit.lessons) {
    await page.goto(evidenceOf(lesson));
    await awake(page);
    for (const prompt of promptsOf(lesson)) {
      for (const { id, label } of prompt.slots) {
        await expect(
          docketOf(page, prompt).getByRole('textbox', { name: label, exact: true }),
        ).toHaveValue(wordsFor(prompt.ref, id));
      }
    }
  }

  await page.goto('/portfolio/');
  await page.getByLabel(/^Choose your backup file/).setInputFiles(asFile(work.bundle));
  await expect(page.getByText('There is nothing to restore.')).toBeVisible();
});
