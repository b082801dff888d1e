// The smallest server that keeps the contract, in memory, with mistakes to be switched on: what conformance.mjs has to find.

import { createServer } from 'node:http';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const clean = (text) => text.replace(/\r\n?/g, '\n').replace(/^[\s\u200b]+|[\s\u200b]+$/g, '');
const string = (value) => (typeof value === 'string' ? clean(value) : '');

/** Starts one with the mistakes in `flaws`, names of which are looked for below. */
export async function naive(...flaws) {
  const has = (flaw) => flaws.includes(flaw);
  const stored = new Map();
  const held = has('held');

  function item(comment, withArticle) {
    const { name, url, email } = comment.author;
    const author = { name, ...(url && { url }), ...(has('leak') && { email }) };
    const text = has('html') ? { content_html: comment.content_text } : { content_text: comment.content_text };
    const news = { ...(comment.parent && { parent: comment.parent }), ...(withArticle && !has('nowhere') && { article: comment.article }) };
    return { id: comment.id, ...text, date_published: comment.date, authors: [author], _news: news };
  }

  function read(query) {
    const feed = (items, more) => [200, { version: 'https://jsonfeed.org/version/1.1', title: 'Comments', items, ...more }];
    const all = held ? [] : [...stored.values()];
    if (query.has('recent')) return feed(all.reverse().slice(0, Number(query.get('recent'))).map((comment) => item(comment, true)));
    if (!query.has('article')) return [400, { detail: 'Ask for something.' }];
    const from = Number(query.get('from') ?? 0);
    const thread = all.filter(({ article }) => article.id === query.get('article'));
    if (has('newest first')) thread.reverse();
    const next = from + (has('pages twice') ? 3 : 4);
    const more = next < thread.length && { next_url: `?article=${query.get('article')}&from=${next}` };
    return feed(thread.slice(from, from + 4).map((comment) => item(comment, false)), more);
  }

  function mistakes(comment) {
    const errors = [];
    const error = (field, wrong) => wrong && errors.push({ field, detail: `Mend ${field}.` });
    const author = comment.author ?? {};
    error('id', !UUID.test(comment.id));
    error('article', !string(comment.article?.id));
    const parent = stored.get(comment.parent);
    error('parent', comment.parent && !has('orphans') && parent?.article.id !== comment.article?.id);
    error('comment', !string(comment.content_text) || Buffer.byteLength(comment.content_text) > 65_525);
    error('name', !string(author.name));
    error('email', author.email && !author.email.includes('@'));
    error('website', author.url && !/^https?:/.test(author.url) && !has('any address'));
    return errors;
  }

  const told = ({ id, article, parent, author, content_text }) => JSON.stringify([id, article.id, parent, author, content_text]);

  function post(headers, body) {
    if (headers['content-type'] !== 'application/json' && !has('any type')) return [415, {}];
    let comment;
    try {
      comment = JSON.parse(body);
    } catch {
      return has('crash') ? [500, {}] : [400, { detail: 'This is no JSON.' }];
    }
    if (comment === null || typeof comment !== 'object' || Array.isArray(comment)) return [400, { detail: 'This is no object.' }];
    const errors = mistakes(comment);
    if (errors.length) return [422, { detail: 'Mend this.', errors: has('unnamed') ? undefined : errors }];
    if (headers['idempotency-key'] !== comment.id) return [400, { detail: 'The key is another.' }];
    comment.content_text = has('breaks') ? comment.content_text : clean(comment.content_text);
    const before = stored.get(comment.id);
    if (before && !has('twice')) {
      if (told(before) !== told(comment) && !has('conflict')) return [422, { detail: 'Another text.', errors: [{ field: 'id', detail: '' }] }];
      return has('409') ? [409, {}] : [held ? 202 : 200, item(before)];
    }
    comment.date = new Date().toISOString();
    stored.set(has('twice') ? Symbol('again') : comment.id, comment);
    return [held ? 202 : 201, item(comment)];
  }

  const server = createServer(async (request, answer) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url, 'http://localhost');
    const body = Buffer.concat(chunks).toString();
    const [status, json] = { GET: () => read(url.searchParams), POST: () => post(request.headers, body) }[request.method]?.() ?? [204];
    const plain = status >= 400 && has('plain');
    const bad = status >= 400 && !plain;
    if (!(status >= 400 && has('cors'))) answer.setHeader('Access-Control-Allow-Origin', '*');
    if (!has('no preflight')) answer.setHeader('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key');
    answer.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    if (!has('unexposed')) answer.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    answer.setHeader('Content-Type', bad ? 'application/problem+json' : 'application/json');
    answer.writeHead(status).end(status === 204 ? undefined : JSON.stringify(bad ? { title: 'No', status, ...json } : json));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/any/path?site=1`, close: () => server.close() };
}
