// WordPress, twice: one that publishes at once, and one that holds what comes. See http.mjs for what a service gives.

import { beside } from './beside.mjs';

const POSTS = 1000; // each sequence has one of its own

/** A site, with its administrator's eyes: nobody else sees what is held. */
async function site(moderated) {
  const { values: [origin], stop } = await beside('wordpress.sh', { MODERATED: moderated, POSTS }, ['WORDPRESS']);
  const api = `${origin}/wp-json/wp/v2`;
  const posts = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = await fetch(`${api}/posts?_fields=id,slug,link,title&per_page=100&page=${page}`);
    pages = Number(answer.headers.get('X-WP-TotalPages'));
    posts.push(...(await answer.json()).filter(({ slug }) => slug.startsWith('from-the-archive')));
  }
  const cookies = { Cookie: await logIn(origin) };
  const nonce = await (await fetch(`${origin}/wp-admin/admin-ajax.php?action=rest-nonce`, { headers: cookies })).text();
  const ask = async (query) => (await fetch(`${api}/comments?context=edit&per_page=100&${query}`, { headers: { ...cookies, 'X-WP-Nonce': nonce } })).json();
  return { origin, posts, ask, stop };
}

async function logIn(origin) {
  const answer = await fetch(`${origin}/wp-login.php`, {
    method: 'POST', redirect: 'manual', headers: { Cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    body: new URLSearchParams({ log: 'admin', pwd: 'admin', testcookie: '1' }),
  });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

export async function start() {
  const [open, moderated] = await Promise.all([site(''), site('1')]);
  return {
    name: 'wordpress',

    article(n, held) {
      const from = held ? moderated : open;
      const { id, link } = from.posts.pop();
      return {
        post: id,
        held,
        item: { id: String(id), url: link, title: `Sequence ${n}`, content_text: 'A story.' },
        attributes: (gate) => ({ comments: 'wordpress', 'comments-url': `${gate}/wp-json` }),
        target: from.origin,
      };
    },

    read(status, body) {
      if (status !== 201) return null;
      return JSON.parse(body).status === 'approved' ? 'published' : 'held';
    },

    async stored({ post, held }) {
      const { ask } = held ? moderated : open;
      const [published, waiting] = await Promise.all([ask(`post=${post}&status=approve`), ask(`post=${post}&status=hold`)]);
      const as = (state) => ({ id, content }) => ({ id: String(id), text: content.raw, state });
      return [...published.map(as('published')), ...waiting.map(as('held'))];
    },

    stop: () => Promise.all([open.stop(), moderated.stop()]),
  };
}
