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

import { commentServer } from '../../e2e/comment-server.mjs';

/** One server; browsers may keep its threads as long as it says by itself. */
const server = (moderation) => commentServer({ MODERATION: moderation, CACHE_SECONDS: 5 });

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

    stop: () => Promise.all([open.close(), moderated.close()]),
  };
}
