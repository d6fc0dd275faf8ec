import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const script = readFileSync(new URL('./theme.js', import.meta.url), 'utf8').trim();

/**
 * The hash by which the Content-Security-Policy allows `theme.js`, which stands in every page: a
 * file of its own would hold back everything that comes after it.
 * @type {`sha256-${string}`}
 */
export const inlineHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
