// A static file server as plain as the plainest host: a folder under a sub-folder path, no rewriting, no idea of wasm's
// MIME type. Two of them are two origins. A test may hold an answer back, replace it, and read what was asked for.
//
//   const server = await serve({ folder: 'dist', csp: "script-src 'self'" });
//   const feed = server.hold('feed.json');       // what is asked for now waits…
//   await feed.asked; feed.release();            // …until the test lets go
//   server.answer('feed.json', { status: 503 }); // or a function of the request
//   server.log.map((request) => request.path);   // paths as below `server.url`
//   await server.close();

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { Readable } from 'node:stream';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { Guard, STRICT } from './strict.mjs';

const BASE = '/some/where/';
const RECORDER = new URL('recorder.js', import.meta.url); // the one file that every server has
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.avif': 'image/avif',
  '.mp3': 'audio/mpeg', '.ogg': 'audio/ogg', '.wav': 'audio/wav',
};

/** The pages of dist/ are the publisher's, and link a style sheet of their own. */
const PUBLISHED = { directives: ["style-src 'self'"] };

/** `pattern` is a path below the server's folder, or a regular expression for one. */
const matches = (pattern, path) => (pattern instanceof RegExp ? pattern.test(path) : pattern === path);

/** A path as it was meant; what was not encoded by anybody's rules stays as it is. */
export function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function body(request) {
  const chunks = await request.toArray();
  return Buffer.concat(chunks).toString();
}

/** A key, and a certificate that nobody but the engines of engines.mjs trusts: `{key, cert}`. */
async function certificate() {
  const { stdout } = await promisify(execFile)('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-keyout', '-', '-out', '-',
    '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1',
  ]);
  return { key: stdout, cert: stdout };
}

/**
 * @param folder what is served, below `/some/where/`
 * @param cors   whether other origins may read the answers
 * @param tls    whether it speaks https, by a certificate of its own making
 * @param csp    a Content-Security-Policy for every answer, where a test is about that
 * @param strict else the variant of strict.mjs for every page
 */
export async function serve({ folder, cors = true, tls = false, csp, strict = STRICT } = {}) {
  const root = resolve(folder);
  const log = [];
  const rules = []; // the newest counts
  const holds = new Set();

  let guard;

  async function file(path) {
    if (path === 'recorder.js') return { body: await readFile(RECORDER), type: TYPES['.js'] };
    const wanted = resolve(join(root, path.endsWith('/') || path === '' ? `${path}index.html` : path));
    if (!wanted.startsWith(root + sep)) return { status: 403 };
    try {
      return { body: await readFile(wanted), type: TYPES[extname(wanted)], more: PUBLISHED };
    } catch {
      return { status: 404, body: 'Not found', type: 'text/plain' };
    }
  }

  async function handle(request) {
    const url = new URL(request.url, 'http://host');
    if (url.pathname === '/favicon.ico') return { status: 204 }; // what browsers ask for by themselves
    const below = url.pathname.startsWith(BASE);
    const path = decoded(below ? url.pathname.slice(BASE.length) : url.pathname);
    const seen = { method: request.method, path, query: url.searchParams, headers: request.headers, body: await body(request) };
    log.push(seen);
    for (const hold of holds) if (matches(hold.pattern, path)) await hold.wait(seen);
    const rule = rules.findLast(({ pattern }) => matches(pattern, path));
    const answer = typeof rule?.reply === 'function' ? await rule.reply(seen) : rule?.reply;
    if (answer) return answer;
    if (!below) return { status: 404, body: 'Not below the folder', type: 'text/plain' };
    return seen.method === 'OPTIONS' ? { status: 204 } : file(path);
  }

  const server = (tls ? createSecureServer(await certificate()) : createServer()).on('request', async (request, response) => {
    if (await guard.answers(request, response)) return;
    const { status = 200, headers = {}, body: plain = '', type = 'application/octet-stream', drop, more } = await handle(request);
    if (drop) return void response.destroy(); // the line goes dead
    const { body: content, csp: policy } = csp || type !== TYPES['.html'] ? { body: plain, csp } : guard.page(plain, more);
    response.writeHead(status, {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      Connection: 'close', // browsers send again what was lost on a line they had used before, and a test counts requests
      ...(cors && {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'GET, POST',
        'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
      }),
      ...(policy && { 'Content-Security-Policy': policy }),
      ...headers,
    });
    if (!content?.next) return void response.end(content);
    Readable.from(content).on('error', () => {}).pipe(response).on('close', () => content.return());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http${tls ? 's' : ''}://127.0.0.1:${server.address().port}`;
  guard = new Guard(origin, csp ? undefined : strict);

  return {
    origin,
    url: origin + BASE,
    log,

    /** Answers `pattern` with `reply` from now on: `{status, headers, body, type, drop}`, or a function giving that (or
     *  nothing: then the file). A `body` may be a generator, whose chunks are sent while somebody reads. Answers the way to take
     *  it back. */
    answer(pattern, reply) {
      const rule = { pattern, reply };
      rules.push(rule);
      return () => { if (rules.includes(rule)) rules.splice(rules.indexOf(rule), 1); };
    },

    /** A page of the test's own; `more` is what it needs beyond the strictest policy. */
    page(path, html, more, headers) {
      return this.answer(path, { body: html, type: TYPES['.html'], more, headers });
    },

    /** Keeps answers to `pattern` back. `asked` resolves with the first request, `release()` lets all of them go. */
    hold(pattern) {
      let release, arrive;
      const released = new Promise((done) => { release = done; });
      const asked = new Promise((done) => { arrive = done; });
      const hold = { pattern, wait: (seen) => { arrive(seen); return released; } };
      holds.add(hold);
      return { asked, release: () => { holds.delete(hold); release(); } };
    },

    /** The paths asked for so far. */
    get paths() { return log.map(({ path }) => path); },

    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await guard.close();
    },
  };
}
