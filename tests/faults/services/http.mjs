// The reference server, twice: one that publishes at once, and one that holds what comes for a moderator.
//
// What every service of this folder gives the harness:
//   start({ origins }) the server, started, on loopback, for pages of those origins: what follows is of what it answers
//   article(n, held)   an article of its own for sequence n: { item, attributes(origin), target, host }
//                        item        as it stands in the feed
//                        attributes  of the element, `origin` being the gate's
//                        target      the real server's origin; `host`: the Host header it wants
//   hasKeys            whether it knows a retry by its key: of others, a comment that was listed is not known by its id
//   read(status, body) what an answer to a post says: 'published', 'held', or null
//   stored(article)    what the server itself says it has: [{ id, text, state }]
//   stop()

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROGRAM = fileURLToPath(new URL('../../../target/comment-server/debug/comment-server', import.meta.url));

/** One server, on a database of its own. */
async function server(moderation) {
  const folder = await mkdtemp(join(tmpdir(), 'faults-http-'));
  const env = { PATH: process.env.PATH, DATABASE_URL: 'sqlite:comments.db', LISTEN: '127.0.0.1:0', RATE_LIMIT: 'off', MODERATION: moderation };
  const child = spawn(PROGRAM, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  child.once('error', () => {}); // the line below says it
  const log = createInterface({ input: child.stderr });
  const [first] = await Promise.race([once(log, 'line'), once(log, 'close').then(() => [])]);
  if (!first) throw new Error(`${PROGRAM} does not start: scripts/faults.sh builds it`);
  const origin = `http://${JSON.parse(first).address}`;
  const command = async (...args) => (await promisify(execFile)(PROGRAM, args, { cwd: folder, env, maxBuffer: 1 << 26 })).stdout;
  const stop = async () => {
    child.kill();
    await once(child, 'exit');
    await rm(folder, { recursive: true });
  };
  return { origin, command, stop };
}

/** What everybody may read. */
async function published(origin, id) {
  const all = [];
  for (let url = `${origin}/comments?article=${encodeURIComponent(id)}`; url;) {
    const { items, next_url: next } = await (await fetch(url)).json();
    all.push(...items.map((item) => ({ id: item.id, text: item.content_text, state: 'published' })));
    url = next && new URL(next, url);
  }
  return all;
}

/** What waits, as `comment-server pending` lists it: an id's line, `on` its article, its text behind bars. */
async function held(command, id) {
  const entries = (await command('pending')).split('\n\n').filter((entry) => entry.includes(`\n  on      ${id}\n`));
  const text = (entry) => [...entry.matchAll(/^ {2}\| (.*)$/gm)].map(([, line]) => line).join('\n');
  return entries.map((entry) => ({ id: entry.split(' ')[0].trim(), text: text(entry), state: 'held' }));
}

export async function start() {
  const [open, moderated] = await Promise.all([server('off'), server('on')]);
  return {
    name: 'http',
    hasKeys: true,

    article(n, isHeld) {
      const id = `sequence-${n}`;
      return {
        id,
        held: isHeld,
        item: { id, url: `https://news.example/${id}`, title: `Sequence ${n}`, content_text: 'A story.' },
        attributes: (origin) => ({ comments: 'http', 'comments-url': `${origin}/comments` }),
        target: (isHeld ? moderated : open).origin,
      };
    },

    read(status, body) {
      if (![200, 201, 202].includes(status)) return null;
      return status === 202 ? 'held' : 'published';
    },

    async stored({ id, held: isHeld }) {
      const from = isHeld ? moderated : open;
      return [...await published(from.origin, id), ...(isHeld ? await held(from.command, id) : [])];
    },

    stop: () => Promise.all([open.stop(), moderated.stop()]),
  };
}
