// The harness's server: its pages, dist/, a feed and a page for each sequence, and the answers to its questions. It hands
// out sequences (each gets an article and a gate), and gives back what became of them.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openGate } from './gate.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json' };
const COMMANDS = new Set(['arm', 'disarm', 'refuse', 'accept', 'cutAll']);

/** The page of a sequence's tabs. A test writes faster than any person: the spam traps are off. */
const tabPage = (key, attributes, mistake) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${key}</title>
<script src="/faults/page/wear.js"></script>${mistake ? `<script src="/faults/page/mistakes.js" data-mistake="${mistake}"></script>` : ''}
<script type="module" src="/dist/news-widget.js"></script>
<news-widget feed="/feed/${key}.json" loading="eager" spam-traps="none" ${Object.entries(attributes).map(([name, value]) => `${name}="${value}"`).join(' ')}></news-widget></html>`;

const feed = (item) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Faults', items: [item] });

async function file(folder, path) {
  const wanted = join(folder, normalize(`/${path}`));
  return { body: await readFile(wanted), type: TYPES[extname(wanted)], cache: 'max-age=3600' };
}

/**
 * Serves until `close()`. `run(service, plans)` runs plans as soon as a harness page asks for them, and resolves with
 * `[{ n, plan, record, errors, log, server, gate }]`, in the plans' order; `each` hears of every one.
 */
export async function openHub() {
  const lines = new Set();
  const current = new Map(); // sequence -> { plan, service, article, gate, … }
  let queue = [];
  let job = null;
  let count = 0;

  const moved = new Map();
  let telling = null;
  /** Tells all harness pages which gates have moved; what moves in one turn goes in one message. */
  function tell(n, version) {
    moved.set(n, version);
    telling ??= setImmediate(() => {
      telling = null;
      for (const line of lines) line.write(`data: ${JSON.stringify([...moved])}\n\n`);
      moved.clear();
    });
  }

  async function next() {
    const given = queue.shift();
    if (!given) return null;
    const { service, plan, at } = given;
    const n = (count += 1);
    const article = await service.article(n, Boolean(plan.held));
    const gate = await openGate({ ...article, read: service.read, changed: () => tell(n, current.get(n)?.gate.state.version) });
    const key = `sequence-${n}-of-faults`;
    current.set(n, { n, at, plan, service, article, gate, key });
    return { n, plan, service: gate.origin, key, page: `/tab/${key}.html` };
  }

  async function done(n, { record, errors }) {
    const { at, plan, service, article, gate } = current.get(n);
    await gate.retire();
    const server = await service.stored(article);
    current.delete(n);
    const result = { n, at, plan, record, errors, log: gate.log, server, gate: gate.stored };
    job.results[at] = result;
    job.each(result);
    job.left -= 1;
    if (!job.left) job.finished(job.results);
    return true;
  }

  async function answer(path, body) {
    const [, place, first, second, third] = path.split('/');
    if (place === 'faults') return file(HERE, path.slice('/faults'.length));
    if (place === 'dist') return file(DIST, path.slice('/dist'.length));
    const of = (name) => [...current.values()].find(({ key }) => name.startsWith(`${key}.`));
    if (place === 'tab') {
      const { key, article, gate, plan } = of(first);
      return { body: tabPage(key, article.attributes(gate.origin), plan.mistake), type: TYPES['.html'] };
    }
    if (place === 'feed') return { body: feed(of(first).article.item), type: TYPES['.json'] };
    if (place !== 'hub') return { status: 404 };
    const json = (value) => ({ body: JSON.stringify(value), type: TYPES['.json'] });
    if (first === 'next') return json(await next());
    if (first === 'done') return json(await done(Number(second), body));
    const { gate } = current.get(Number(second));
    if (!third) return json(gate.state);
    if (!COMMANDS.has(third)) return { status: 404 };
    await gate[third](body);
    return json(true);
  }

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    if (path === '/hub/line') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).write(': here\n\n');
      lines.add(response);
      response.once('close', () => lines.delete(response));
      return;
    }
    try {
      const asked = Buffer.concat(await request.toArray()).toString();
      const { status = 200, body = '', type = 'text/plain', cache = 'no-store' } = await answer(path, asked && JSON.parse(asked));
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': cache }).end(body);
    } catch (error) {
      response.writeHead(error.code === 'ENOENT' ? 404 : 500, { 'Content-Type': 'text/plain' }).end(String(error.stack));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    origin: `http://127.0.0.1:${server.address().port}`,

    /** What is under way, for who has waited too long. */
    get underWay() { return [...current.values()]; },

    run(service, plans, each = () => {}) {
      queue = plans.map((plan, at) => ({ service, plan, at }));
      return new Promise((finished) => { job = { results: [], left: plans.length, each, finished }; });
    },

    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      for (const { gate } of current.values()) await gate.retire();
    },
  };
}
