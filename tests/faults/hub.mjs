// The harness's server: its pages, dist/, a feed and a page for each sequence, and the answers to its questions. It hands
// out sequences (each gets an article and a gate), and gives back what became of them.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openGate } from './gate.mjs';
import { acceptLine } from './line.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json' };

/** The page of a sequence's tabs. A test writes faster than any person: the spam traps are off. And nobody else comments:
 *  looking for that each minute would be most of what is asked. */
const tabPage = (key, attributes, mistake) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${key}</title>
<script src="/faults/page/wear.js"></script>${mistake ? `<script src="/faults/page/mistakes.js" data-mistake="${mistake}"></script>` : ''}
<script type="module" src="/dist/news-widget.js"></script>
<news-widget feed="/feed/${key}.json" sections="comments,reply" loading="eager" spam-traps="none" new-comments="none" ${Object.entries(attributes).map(([name, value]) => `${name}="${value}"`).join(' ')}></news-widget></html>`;

/** A harness's page for each lane, on an origin of its own: what is put into the storage of one is no news to another. */
const lanesPage = (origins) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Faults</title>
${origins.map((origin) => `<iframe src="${origin}/faults/page/harness.html"></iframe>`).join('\n')}</html>`;

const feed = (item) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Faults', items: [item] });

async function file(folder, path) {
  const wanted = join(folder, normalize(`/${path}`));
  return { body: await readFile(wanted), type: TYPES[extname(wanted)], cache: 'max-age=3600' };
}

/**
 * Serves until `close()`, for so many sequences at a time. `run(service, plans)` runs plans as soon as harness pages ask
 * for them, and resolves with `[{ n, plan, record, errors, log, server, gate }]`, in the plans' order; `each` hears of
 * every one.
 */
export async function openHub(lanes) {
  const current = new Map(); // sequence -> { n, at, plan, service, article, gate, key }
  let queue = [];
  let job = null;
  let count = 0;

  async function next(moved) {
    const given = queue.shift();
    if (!given) return null;
    const { service, plan, at } = given;
    const n = (count += 1);
    const article = await service.article(n, Boolean(plan.held));
    const gate = await openGate({ ...article, read: service.read, changed: (version) => moved(n, version) });
    const key = `sequence-${n}-of-faults`;
    current.set(n, { n, at, plan, service, article, gate, key });
    return { n, plan, service: gate.origin, key, page: `/tab/${key}.html` };
  }

  async function done(n, { record, errors }) {
    const { at, plan, service, article, gate } = current.get(n);
    await gate.retire();
    const server = await service.stored(article);
    current.delete(n);
    const result = { n, at, plan, record, errors, log: gate.log, server, gate: gate.stored, hasKeys: Boolean(service.hasKeys) };
    job.results[at] = result;
    job.each(result);
    job.left -= 1;
    if (!job.left) job.finished(job.results);
  }

  /** What a harness page can ask. */
  function answer(moved, what, n, argument) {
    if (what === 'next') return next(moved);
    if (what === 'done') return done(n, argument);
    const { gate } = current.get(n);
    return what === 'gate' ? gate.state : gate[what](argument);
  }

  /** One question after the other, so that answers come in their order. */
  function listen(line) {
    const moved = (n, version) => line.say(JSON.stringify({ moved: [n, version] }));
    let last = Promise.resolve();
    line.heard = (text) => {
      last = last.then(() => answer(moved, ...JSON.parse(text)))
        .then((given = null) => line.say(JSON.stringify({ answer: given })), (error) => line.say(JSON.stringify({ error: error.stack })));
    };
  }

  async function page(path) {
    const [, place, name] = path.split('/');
    if (path === '/lanes.html') return { body: lanesPage(origins), type: TYPES['.html'] };
    if (place === 'faults') return file(HERE, path.slice('/faults'.length));
    if (place === 'dist') return file(DIST, path.slice('/dist'.length));
    const { key, article, gate, plan } = [...current.values()].find(({ key: of }) => name?.startsWith(`${of}.`)) ?? {};
    if (place === 'tab' && key) return { body: tabPage(key, article.attributes(gate.origin), plan.mistake), type: TYPES['.html'] };
    if (place === 'feed' && key) return { body: feed(article.item), type: TYPES['.json'] };
    return { status: path === '/favicon.ico' ? 204 : 404 };
  }

  async function handle(request, response) {
    try {
      const { status = 200, body = '', type = 'text/plain', cache = 'no-store' } = await page(decodeURIComponent(request.url));
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': cache }).end(body);
    } catch (error) {
      response.writeHead(error.code === 'ENOENT' ? 404 : 500, { 'Content-Type': 'text/plain' }).end(String(error.stack));
    }
  }

  const servers = await Promise.all(Array.from({ length: lanes }, async () => {
    const server = createServer(handle);
    acceptLine(server, '/hub/line', listen);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }));
  const origins = servers.map((server) => `http://127.0.0.1:${server.address().port}`);

  return {
    /** The pages that comments come from. */
    origins,

    /** The page that has them all: to be opened once there is something to run. */
    page: `${origins[0]}/lanes.html`,

    /** What is under way, for who has waited too long. */
    get underWay() { return [...current.values()]; },

    run(service, plans, each = () => {}) {
      queue = plans.map((plan, at) => ({ service, plan, at }));
      return new Promise((finished) => { job = { results: [], left: plans.length, each, finished }; });
    },

    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      for (const { gate } of current.values()) await gate.retire();
    },
  };
}
