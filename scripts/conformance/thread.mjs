// Comments to post, and the thread that they are in.

import { randomUUID } from 'node:crypto';
import { must, seen, Skip } from './verdict.mjs';

/** A new comment, with `changes`. */
export function comment({ article, email }, changes = {}) {
  return {
    id: randomUUID(),
    article,
    parent: null,
    author: { name: 'Conformance test', email, url: 'https://conformance.example/' },
    content_text: 'A test comment. Delete me.',
    ...changes,
  };
}

/** What an answer to a comment that was taken must be. */
export function taken(context, answer, sent) {
  must([200, 201, 202].includes(answer.status), seen(answer), 'answer 201 with the comment, or 202 where it waits for a moderator');
  must(answer.json?.id === sent.id, seen(answer), 'answer with the comment as a JSON Feed item, under the id that it was sent with');
  if (answer.status === 202) context.held = true;
  return answer;
}

/** Every item of the thread, page by page. */
export async function thread({ server, article }) {
  const items = [];
  const visited = new Set();
  let answer = await server.get({ article: article.id });
  for (;;) {
    must(answer.status === 200 && Array.isArray(answer.json?.items), seen(answer), 'answer ?article=ID with a JSON Feed');
    items.push(...answer.json.items);
    const next = answer.json.next_url;
    if (!next) return { items, pages: visited.size + 1 };
    const url = new URL(next, answer.url).href;
    must(!visited.has(url) && visited.size < 1000, `next_url leads to ${url} again`, 'end the last page without next_url');
    visited.add(url);
    answer = await server.send('GET', url);
  }
}

/** The one item of the thread that is `sent`; skips the rule where comments wait. */
export async function published(context, sent) {
  if (context.held) throw new Skip('comments wait for a moderator');
  const found = (await thread(context)).items.filter((item) => item.id === sent.id);
  must(found.length === 1, `the comment is ${found.length} times in its thread`, 'store a comment once, and publish what was answered with 201');
  return found[0];
}

/** An item's text, whether it is given out as text or as HTML. */
export function textOf(item) {
  if (typeof item.content_text === 'string') return item.content_text;
  const text = String(item.content_html ?? '').replace(/<br\s*\/?>\n?/g, '\n').replace(/^<p>|<\/p>\s*$/g, '').replace(/<\/p>\s*<p>/g, '\n\n');
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
