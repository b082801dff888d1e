// A real Isso for a test, with a database of its own, on an origin of its own (scripts/isso.sh).
//
//   const server = await isso([press.origin], { MODERATED: '1' });
//   await server.post('/story/', { text: 'By somebody else.', author: 'Bob' });
//   (await server.thread('/story/')).map(({ text }) => text);
//   await server.moderate(1, 'activate');
//   await server.close();

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** @param origins  the pages that may use it
 *  @param settings what scripts/isso.sh takes; without its guard, unless they say otherwise */
export async function isso(origins, settings = {}) {
  const env = { ...process.env, GUARD: 'false', ...settings, ORIGINS: origins.join(' ') };
  // It lives until its input ends, which it also does when this process dies.
  const child = spawn('scripts/isso.sh', ['sh', '-c', 'echo "$TEST_ISSO $TEST_ISSO_LOG"; cat'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const failed = ended.then(([code]) => { throw new Error(`scripts/isso.sh ended with ${code}`); });
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), failed]);
  failed.catch(() => {}); // from here on it may end
  const [url, log] = line.split(' ');

  const query = (parameters) => new URLSearchParams(parameters);
  const get = async (path) => (await fetch(url + path)).json();

  return {
    url,

    /** Somebody else's comment, as Isso answers it. */
    async post(uri, comment) {
      const body = JSON.stringify({ title: 'A story', ...comment });
      const answer = await fetch(`${url}/new?${query({ uri })}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    },

    /** The published comments of a thread, replies behind what they answer, as they were written. */
    async thread(uri) {
      const { replies } = await get(`/?${query({ uri, plain: 1 })}`);
      return replies.flatMap(({ replies, ...comment }) => [comment, ...replies]);
    },

    /** Follows the link that a moderator got: `activate` or `delete`. */
    async moderate(id, action) {
      const key = (await readFile(log, 'utf8')).match(new RegExp(`/id/${id}/${action}/(\\S+)`))[1];
      const answer = await fetch(`${url}/id/${id}/${action}/${key}`, { method: 'POST' });
      if (!answer.ok) throw new Error(await answer.text());
    },

    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
