// @ts-check
/** How the benchmark prints. */

/** @param {number[]} values not empty @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** @param {number[]} values @param {string} unit @returns {string} "120 ms (110 to 140)" */
export const range = (values, unit) =>
  `${median(values).toFixed(0)} ${unit} (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`;

/**
 * One figure against its bar.
 * @param {string} name @param {string} figure @param {boolean} within @param {string} bar
 */
export function row(name, figure, within, bar) {
  console.log(`${name}: ${figure}  ${within ? 'within' : 'OVER'} the bar (${bar})`);
}
