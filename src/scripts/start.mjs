// @ts-check
/** `npm start`: installs and builds if something changed, then serves the built site. */
import { ensureBuilt } from './build.mjs';
import { BASE, command, DIST, ensureInstalled, Fault } from './project.mjs';
import { startServer } from './serve.mjs';

const FIRST_PORT = 4321;
const TRIES = 20;

await command(async () => {
  const wanted = process.env['PORT'];
  if (wanted !== undefined && !/^\d{1,5}$/.test(wanted)) {
    throw new Fault(`PORT must be a number, and it is "${wanted}".`);
  }
  await ensureInstalled();
  await ensureBuilt();
  const ports = wanted
    ? [Number(wanted)]
    : Array.from({ length: TRIES }, (_, index) => FIRST_PORT + index);
  for (const port of ports) {
    try {
      const server = await startServer({ root: DIST, port, base: BASE });
      console.log(`\nFrontline One is ready: ${server.url}\nPress Ctrl+C to stop it.`);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    }
  }
  throw new Fault(
    wanted
      ? `Port ${wanted} is in use or not allowed. Choose another one: PORT=5000 npm start`
      : `The ports ${FIRST_PORT} to ${FIRST_PORT + TRIES - 1} are all in use. Choose one: PORT=5000 npm start`,
  );
});
