// @ts-check
/** `npm run dev`: for authors; the page reloads when a lesson or a question changes. */
import { command, ensureInstalled, runTool } from './project.mjs';

await command(async () => {
  await ensureInstalled();
  // Astro's lock file would refuse a second window, and stays behind when a machine is switched off.
  const { code } = await runTool('astro/bin/astro.mjs', [
    'dev',
    '--ignore-lock',
    ...process.argv.slice(2),
  ]);
  process.exitCode = code;
});
