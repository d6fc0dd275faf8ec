// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';

const { makeBackup, download } = vi.hoisted(() => ({ makeBackup: vi.fn(), download: vi.fn() }));
vi.mock('../../../src/learner/backup', () => ({ makeBackup }));
vi.mock('../../../src/islands/download', () => ({ download }));

const place = document.createElement('div');
place.dataset['notice'] = '';
place.append(document.createElement('p'));
document.body.append(place);
const { sayNotSaved } = await import('../../../src/islands/trouble');
const text = () => document.querySelector('[data-notice]')?.textContent;

it('gives a copy where words cannot be saved', async () => {
  makeBackup.mockResolvedValueOnce({ name: 'backup.json', json: '{}' });
  sayNotSaved('full');
  document.querySelector('button')?.click();
  await vi.waitFor(() =>
    expect(download).toHaveBeenCalledWith('backup.json', '{}', 'application/json'),
  );
});

it('says what the learner can do where there can be no copy either', async () => {
  makeBackup.mockRejectedValueOnce(new Error('no'));
  sayNotSaved('trouble');
  document.querySelector('button')?.click();
  await vi.waitFor(() => expect(text()).toContain('Do not close this page.'));
});
