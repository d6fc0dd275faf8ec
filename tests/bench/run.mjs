// @ts-check
/**
 * `npm run bench`: measures what no test may fail on, because it depends on the machine, and prints
 * each figure beside its bar. `npm run bench -- lesson` runs one part; `BENCH_PAIRS=21` makes more
 * visits.
 */
import { ensureBuilt } from '../../src/scripts/build.mjs';
import { command, ensureInstalled, Fault, runTool } from '../../src/scripts/project.mjs';
import { row } from './print.mjs';

const FAULT_SEQUENCES = 1000;
const pairs = Number(process.env['BENCH_PAIRS'] ?? 9);

/** Each part is loaded only when it runs: they import packages, which must be installed first. */
const PARTS = {
  lesson: async () => {
    await ensureBuilt();
    await (await import('./lesson.mjs')).benchLesson(pairs);
  },
  bundle: async () => {
    await (await import('./bundle.mjs')).benchBundle();
  },
  review: async () => {
    await (await import('./review.mjs')).benchReview();
  },
  faults: async () => {
    console.log(`\nThe learner’s record in ${FAULT_SEQUENCES} random fault sequences`);
    const { code, output } = await runTool(
      'vitest/vitest.mjs',
      ['run', '-c', 'tests/vitest.config.ts', 'tests/unit/learner/faults.test.ts'],
      { quiet: true, env: { FAULT_SEQUENCES: String(FAULT_SEQUENCES) } },
    );
    if (code !== 0) console.log(output);
    row('acknowledged answers lost', code === 0 ? '0' : 'see above', code === 0, '0');
  },
};

await command(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in PARTS));
  if (unknown)
    throw new Fault(`No part is called "${unknown}". There are: ${Object.keys(PARTS).join(', ')}`);
  await ensureInstalled();
  for (const [name, part] of Object.entries(PARTS)) {
    if (names.length === 0 || names.includes(name)) await part();
  }
});
