// @ts-check
/**
 * A small static server for the built site: `npm start`, the browser tests and the benchmark use
 * the same one. It serves to this machine only.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { BASE } from './project.mjs';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const COMPRESSIBLE = /^(text\/|application\/(json|manifest|xml|wasm)|image\/svg)/;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** @typedef {{ type: string, etag: string, version: string, plain: Buffer, br?: Buffer, gzip?: Buffer }} Cached */
/** @typedef {{ pattern: string, headers: [string, string][] }} HeaderRule */

/**
 * Reads the rules of a `_headers` file, the format that several static hosts share: a path that may
 * end in `*`, then indented `Name: value` lines.
 * @param {string} text
 * @returns {HeaderRule[]}
 */
export function parseHeaders(text) {
  /** @type {HeaderRule[]} */
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: line.trim(), headers: [] });
      continue;
    }
    const colon = line.indexOf(':');
    rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

/**
 * @param {HeaderRule[]} rules
 * @param {string} path decoded path of the address
 * @returns {Record<string, string>} the headers of every rule that fits; a later rule wins
 */
function headersFor(rules, path) {
  const fits = (/** @type {string} */ pattern) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  return Object.fromEntries(rules.filter((rule) => fits(rule.pattern)).flatMap((r) => r.headers));
}

/**
 * Finds the file that an address asks for.
 * @param {string} root absolute folder
 * @param {string} address path of the request, still percent-encoded
 * @returns {{ status: 200 | 301 | 400 | 404, file?: string, path: string }} for 301 the folder's
 *   address without its slash is in `path`. Hidden files and `_headers` count as missing.
 */
function locate(root, address) {
  let path;
  try {
    path = decodeURIComponent(address);
  } catch {
    return { status: 400, path: address };
  }
  if (path.includes('\0') || path.includes('\\')) return { status: 400, path };
  const file = normalize(join(root, path));
  if (file !== root && !file.startsWith(root + sep)) return { status: 404, path };
  const parts = path.split('/');
  if (path === '/_headers' || parts.some((part) => part.startsWith('.'))) {
    return { status: 404, path };
  }
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() && !path.endsWith('/')) return { status: 200, file, path };
  if (found?.isDirectory() && existsSync(join(file, 'index.html'))) {
    if (!path.endsWith('/')) return { status: 301, path };
    return { status: 200, file: join(file, 'index.html'), path };
  }
  return { status: 404, path };
}

/**
 * Serves a folder on this machine.
 * @param {{ root: string, port: number, base?: string }} options port 0 takes any free one; base is
 *   the path that the site was built for, with a slash at each end
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} once it listens
 * @throws the system's error, for example with code EADDRINUSE, when the port cannot be had
 */
export async function startServer({ root, port, base = '/' }) {
  const folder = resolve(root);
  const headerFile = join(folder, '_headers');
  const rules = existsSync(headerFile) ? parseHeaders(readFileSync(headerFile, 'utf8')) : [];
  /** @type {Map<string, Cached>} */
  const cache = new Map();

  /** @param {string} file @returns {Promise<Cached>} */
  const load = async (file) => {
    const { mtimeMs, size } = await stat(file);
    const version = `${mtimeMs}-${size}`;
    const known = cache.get(file);
    if (known?.version === version) return known;
    const plain = await readFile(file);
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const fresh = { type, etag, version, plain };
    cache.set(file, fresh);
    return fresh;
  };

  /** @param {Cached} entry @param {string} accept value of Accept-Encoding */
  const encode = async (entry, accept) => {
    if (!COMPRESSIBLE.test(entry.type) || entry.plain.length < 200) return { body: entry.plain };
    if (/\bbr\b/.test(accept)) {
      entry.br ??= await brotli(entry.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
      return { body: entry.br, encoding: 'br' };
    }
    if (/\bgzip\b/.test(accept)) {
      entry.gzip ??= await gzipped(entry.plain, { level: 9 });
      return { body: entry.gzip, encoding: 'gzip' };
    }
    return { body: entry.plain };
  };

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  const answer = async (request, response) => {
    const [address = '/', query] = (request.url ?? '/').split('?', 2);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (base !== '/' && (address === '/' || `${address}/` === base)) {
      response.writeHead(302, { Location: base }).end();
      return;
    }
    const place = address.startsWith(base)
      ? locate(folder, address.slice(base.length - 1))
      : { status: /** @type {const} */ (404), path: address };
    const headers = headersFor(rules, place.path);
    if (place.status === 400) {
      response.writeHead(400, headers).end();
      return;
    }
    if (place.status === 301) {
      // Relative, so that an address such as //elsewhere cannot lead away from this site.
      const name = address.split('/').filter(Boolean).at(-1) ?? '';
      const location = `./${name}/${query === undefined ? '' : `?${query}`}`;
      response.writeHead(301, { ...headers, Location: location }).end();
      return;
    }
    const missing = join(folder, '404.html');
    const file = place.file ?? (existsSync(missing) ? missing : undefined);
    if (file === undefined) {
      response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }).end('Not found');
      return;
    }
    const entry = await load(file);
    const { body, encoding } = await encode(
      entry,
      String(request.headers['accept-encoding'] ?? ''),
    );
    const all = {
      'Cache-Control': 'no-cache',
      ...(place.status === 404 ? { ...headers, 'Cache-Control': 'no-cache' } : headers),
      'Content-Type': entry.type,
      Vary: 'Accept-Encoding',
      // One tag for each encoding: a cache must not take one for the other.
      ETag: encoding ? entry.etag.replace(/"$/, `-${encoding}"`) : entry.etag,
    };
    if (place.status === 200 && request.headers['if-none-match'] === all.ETag) {
      response.writeHead(304, all).end();
      return;
    }
    response.writeHead(place.status, {
      ...all,
      'Content-Length': body.length,
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      // A file can vanish between finding and reading it, while the site is built again.
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => listening(undefined));
  });
  const bound = server.address();
  const taken = typeof bound === 'object' && bound ? bound.port : port;
  return {
    url: `http://localhost:${taken}${base}`,
    port: taken,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

// `node src/scripts/serve.mjs [folder] [port]`, for the browser tests.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [root = 'dist', port = '4322'] = process.argv.slice(2);
  const { url } = await startServer({ root, port: Number(port), base: BASE });
  console.log(url);
}
