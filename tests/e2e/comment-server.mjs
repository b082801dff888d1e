// The reference comment server, for a test: on a free port, with a database of its own.
//
//   const comments = await commentServer({ MODERATION: 'on', PAGE_SIZE: 5 });
//   comments.url;                                  // for comments-url
//   await comments.add('talk', { name: 'Ann', text: 'Well said.' });
//   await comments.stored('talk');                 // what everybody may read: [{ id, content_text, … }]
//   await comments.command('pending');             // the moderator's desk
//   await comments.close();

import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROGRAM = fileURLToPath(new URL('../../target/comment-server/debug/comment-server', import.meta.url));

/** Starts one; `settings` are the server's (docs/comments.md). */
export async function commentServer(settings = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'comment-server-'));
  const env = { PATH: process.env.PATH, DATABASE_URL: 'sqlite:comments.db', LISTEN: '127.0.0.1:0', RATE_LIMIT: 'off', CACHE_SECONDS: 0, ...settings };
  const child = spawn(PROGRAM, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  child.once('error', () => {}); // the line below says it
  const log = createInterface({ input: child.stderr });
  const [first] = await Promise.race([once(log, 'line'), once(log, 'close').then(() => [])]);
  if (!first) throw new Error(`${PROGRAM} does not start: scripts/e2e.sh and scripts/faults.sh build it`);
  const url = `http://${JSON.parse(first).address}/comments`;

  return {
    origin: new URL(url).origin,
    url,

    /** Posts a comment as a reader elsewhere does, and answers its id. */
    async add(article, { name, text, parent = null, id = randomUUID() }) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': id },
        body: JSON.stringify({
          id, parent, content_text: text, author: { name },
          article: { id: article, url: `https://news.example/${article}`, title: article },
        }),
      });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      return (await answer.json()).id;
    },

    /** What everybody may read under an article. */
    async stored(article) {
      const all = [];
      for (let next = `${url}?article=${encodeURIComponent(article)}`; next;) {
        const page = await (await fetch(next)).json();
        all.push(...page.items);
        next = page.next_url && new URL(page.next_url, next);
      }
      return all;
    },

    /** A command of the server's own, such as `pending` or `approve`. */
    async command(...args) {
      return (await promisify(execFile)(PROGRAM, args, { cwd: folder, env, maxBuffer: 1 << 26 })).stdout;
    },

    async close() {
      child.kill();
      await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}
