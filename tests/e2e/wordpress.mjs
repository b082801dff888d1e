// A real WordPress for a test, with what scripts/wordpress/seed.php puts into it, and its moderator's desk.
//
//   const site = await wordpress({ MODERATED: 1 });
//   site.root;                                   // of its REST interface
//   (await site.comments(QUAY)).at(-1).status;   // the held ones too
//   await site.moderate(id, 'approve');
//   await site.close();

import { fileURLToPath } from 'node:url';
import { program } from './hosting/program.mjs';

const SCRIPT = fileURLToPath(new URL('../../scripts/wordpress.sh', import.meta.url));

/** Posts of the seed, by number: four comments and one that is held; none allowed; none yet; 230. */
export const [QUAY, CLOSED, QUIET, BUSY] = [5, 6, 8, 11];

/** Starts one; `options` are the script's. */
export async function wordpress(options = {}) {
  const settings = Object.entries(options).map(([name, value]) => `${name}=${value}`);
  const command = ['env', ...settings, SCRIPT, 'sh', '-c', 'echo "WordPress at $WORDPRESS"; exec sleep infinity'];
  const found = (output) => output.match(/WordPress at (\S+)/)?.[1];
  const { origin, close } = await program(command, found, () => {});
  const ask = async (route, options) => {
    const answer = await fetch(`${origin}/wp-json/${route}`, options);
    if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    origin,
    root: `${origin}/wp-json`,
    /** What a moderator sees under a post: `{id, author, email, url, parent, content, status}`. */
    comments: (post) => ask(`test/v1/comments?post=${post}`),
    /** Approves, holds, or calls spam. */
    moderate: (id, status) => ask(`test/v1/moderate?id=${id}&status=${status}`, { method: 'POST' }),
    close,
  };
}

/** A place on `server` by which WordPress is reached, for a test that wants an answer lost on its way: `{root, lose}`. */
export function relay(server, site) {
  let lost = 0;
  const keep = (headers) => Object.fromEntries([...headers].filter(([name]) => !/^(connection|content-|transfer-|access-control)/.test(name)));
  server.answer(/^wp-json\//, async ({ method, path, query, body, headers }) => {
    if (method === 'OPTIONS') return { status: 204 };
    const answer = await fetch(`${site.origin}/${path}?${query}`, {
      method, headers: { 'Content-Type': headers['content-type'] ?? '' }, body: method === 'POST' ? body : undefined,
    });
    const text = await answer.text();
    if (method === 'POST' && lost > 0) {
      lost -= 1;
      return { drop: true };
    }
    return { status: answer.status, headers: keep(answer.headers), body: text, type: 'application/json' };
  });
  return {
    root: `${server.url}wp-json`,
    /** The answers to the next so many posts do not come. What was posted is with WordPress. */
    lose(count) { lost = count; },
  };
}
