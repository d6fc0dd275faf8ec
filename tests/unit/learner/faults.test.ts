import { expect, it } from 'vitest';
import { runFaults } from './faults';

const SEQUENCES = Number(process.env['FAULT_SEQUENCES'] ?? 200);

it(
  `loses no acknowledged answer in ${SEQUENCES} random fault sequences (F26)`,
  { timeout: 600_000 },
  async () => {
    const report = await runFaults(SEQUENCES, Number(process.env['FAULT_SEED'] ?? 1));
    expect(report.lost).toEqual([]);
    // the sequences did acknowledge text, and injected every fault
    expect(report.acknowledged).toBeGreaterThan(SEQUENCES);
    expect(Object.keys(report.faults)).toHaveLength(21);
  },
);
