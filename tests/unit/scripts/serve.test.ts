import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basePath } from '../../../src/scripts/project.mjs';
import { parseHeaders, startServer } from '../../../src/scripts/serve.mjs';

const HOME = `<!doctype html><title>Home</title>${'<p>Words.</p>'.repeat(50)}`;
let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;

/** Sends the path exactly as it is written; `fetch` would tidy `..` away. */
function get(
  path: string,
  options: { method?: string; headers?: Record<string, string>; port?: number } = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((done, failed) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', failed);
    sent.end();
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'frontline-one-'));
  mkdirSync(join(folder, 'site/units/one'), { recursive: true });
  mkdirSync(join(folder, 'site/_astro'));
  mkdirSync(join(folder, 'site-secret'));
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  write('secret.txt', 'secret');
  write('site-secret/index.html', 'secret');
  write('site/index.html', HOME);
  write('site/404.html', '<!doctype html><title>Not here</title>');
  write('site/units/one/index.html', '<!doctype html><title>One</title>');
  write('site/_astro/app.abc.js', 'export {};');
  write('site/.stamp', 'hidden');
  write(
    'site/_headers',
    '# note\n/*\n  X-Content-Type-Options: nosniff\n  Permissions-Policy: camera=(), usb=()\n\n/_astro/*\n  Cache-Control: public, immutable\n',
  );
  server = await startServer({ root: join(folder, 'site'), port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('startServer', () => {
  it('serves a folder’s index, with its type and the headers of _headers', async () => {
    const { status, headers, body } = await get('/units/one/');
    expect(status).toBe(200);
    expect(body.toString()).toContain('<title>One</title>');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'permissions-policy': 'camera=(), usb=()',
      'cache-control': 'no-cache',
    });
  });

  it('leads a folder without its slash to the right address, and only within the site', async () => {
    expect(await get('/units/one?q=1')).toMatchObject({
      status: 301,
      headers: { location: './one/?q=1' },
    });
    const { status, headers } = await get('//units/one');
    expect([status, headers.location]).toEqual([301, './one/']);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('compresses with %s where the browser takes it', async (name, open) => {
    const { headers, body } = await get('/', { headers: { 'Accept-Encoding': name } });
    expect(headers['content-encoding']).toBe(name);
    expect(headers['vary']).toBe('Accept-Encoding');
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(body.length).toBeLessThan(HOME.length);
    expect(open(body).toString()).toBe(HOME);
  });

  it('sends plain bytes to a browser that takes no compression', async () => {
    const { headers, body } = await get('/');
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(HOME);
  });

  it('answers 304 to the tag it gave, and keeps tags of encodings apart', async () => {
    const plain = (await get('/')).headers.etag ?? '';
    const br = (await get('/', { headers: { 'Accept-Encoding': 'br' } })).headers.etag;
    expect(plain).not.toBe(br);
    const again = await get('/', { headers: { 'If-None-Match': plain } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('serves a file as it is now, not as it was', async () => {
    writeFileSync(join(folder, 'site/note.txt'), 'before');
    expect((await get('/note.txt')).body.toString()).toBe('before');
    writeFileSync(join(folder, 'site/note.txt'), 'afterwards');
    expect((await get('/note.txt')).body.toString()).toBe('afterwards');
  });

  it('answers HEAD without a body', async () => {
    const { status, headers, body } = await get('/', { method: 'HEAD' });
    expect([status, headers['content-length'], body.length]).toEqual([200, `${HOME.length}`, 0]);
  });

  it('lets built files be kept for good, and nothing that is missing', async () => {
    expect((await get('/_astro/app.abc.js')).headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, immutable',
    });
    expect((await get('/_astro/gone.js')).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/units/..%2f..%2f..%2fsecret.txt',
    '/../site-secret/',
    '/.stamp',
    '/_headers',
    '/nothing',
    '/index.html/',
  ])('shows the 404 page for %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).toContain('Not here');
  });

  it.each(['/%', '/%00', '/units%5c..%5cone'])('refuses the broken address %s', async (path) => {
    expect((await get(path)).status).toBe(400);
  });

  it('takes no other method', async () => {
    const { status, headers } = await get('/', { method: 'POST' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('says when the port is taken', async () => {
    await expect(startServer({ root: folder, port: server.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

describe('startServer under a path', () => {
  let under: Awaited<ReturnType<typeof startServer>>;
  const look = (path: string) => get(path, { port: under.port });
  beforeAll(async () => {
    under = await startServer({ root: join(folder, 'site'), port: 0, base: '/courses/frontline/' });
  });
  afterAll(() => under.close());

  it('says its whole address, and serves the site below it with its headers', async () => {
    expect(under.url).toBe(`http://localhost:${under.port}/courses/frontline/`);
    const { status, body } = await look('/courses/frontline/units/one/');
    expect([status, body.toString()]).toEqual([200, '<!doctype html><title>One</title>']);
    expect((await look('/courses/frontline/_astro/app.abc.js')).headers['cache-control']).toBe(
      'public, immutable',
    );
    expect(await look('/courses/frontline/units/one')).toMatchObject({
      status: 301,
      headers: { location: './one/' },
    });
  });

  it.each(['/', '/courses/frontline'])('leads from %s to the site', async (path) => {
    expect(await look(path)).toMatchObject({
      status: 302,
      headers: { location: '/courses/frontline/' },
    });
  });

  it.each([
    '/units/one/',
    '/courses/',
    '/courses/frontline-two/',
    '/courses/frontline/../../secret.txt',
    '/courses/frontline/_headers',
    '/courses/frontline//../_headers',
  ])('shows the 404 page for %s', async (path) => {
    const { status, body } = await look(path);
    expect([status, body.toString()]).toEqual([404, '<!doctype html><title>Not here</title>']);
  });
});

it.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['courses/frontline', '/courses/frontline/'],
  ['/courses/frontline', '/courses/frontline/'],
  ['/courses//frontline/', '/courses/frontline/'],
])('basePath(%s) is %s', (given, path) => {
  expect(basePath(given)).toBe(path);
});

it('parseHeaders keeps colons in values', () => {
  expect(parseHeaders('/*\n  Content-Security-Policy: img-src data: blob:\n')).toEqual([
    { pattern: '/*', headers: [['Content-Security-Policy', 'img-src data: blob:']] },
  ]);
});
