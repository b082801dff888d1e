// Posting: a comment comes back as it was typed, once.

import { randomUUID } from 'node:crypto';
import { comment, published, taken, textOf, thread } from './thread.mjs';
import { must, seen, should, Skip } from './verdict.mjs';

const post = async (context, sent) => taken(context, await context.server.post(sent), sent);
const success = (status) => [200, 201, 202, 409].includes(status);

/** A text that must come back, from the answer and from the thread. */
const same = (text, expected = text) => async (context) => {
  const sent = comment(context, { content_text: text });
  const answer = await post(context, sent);
  const todo = 'give out what was typed as content_text, unchanged but for line breaks and control characters; or as content_html, escaped';
  must(textOf(answer.json) === expected, `sent ${JSON.stringify(text)}, answered ${JSON.stringify(textOf(answer.json)).slice(0, 200)}`, todo);
  if (context.held) return;
  const item = await published(context, sent);
  must(textOf(item) === expected, `sent ${JSON.stringify(text).slice(0, 200)}, the thread has ${JSON.stringify(textOf(item)).slice(0, 200)}`, todo);
};

export const posting = [
  ['a comment is taken, and the answer names it', async (context) => {
    context.first = comment(context);
    await post(context, context.first);
  }],
  ['it is in its thread, with its writer and date', async (context) => {
    const item = await published(context, context.first);
    must(item.authors?.[0]?.name === 'Conformance test', `authors: ${JSON.stringify(item.authors)}`, 'give the writer\'s name as authors[0].name');
    must(item.authors[0].url === 'https://conformance.example/', `authors: ${JSON.stringify(item.authors)}`, 'give the website as authors[0].url');
    must(/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(item.date_published), `date_published: ${item.date_published}`, 'give the date in RFC 3339, with its zone');
  }],
  ['it is in Recent Comments, with its article', async (context) => {
    if (context.held) throw new Skip('comments wait for a moderator');
    const answer = await context.server.get({ recent: '20' });
    const item = answer.json?.items?.find(({ id }) => id === context.first.id);
    must(item?._news?.article?.id === context.article.id, seen(answer), 'list new comments in ?recent=N at once, each with _news.article');
  }],
  ['a retry is a success, and stores nothing', async (context) => {
    const answer = await context.server.post(context.first);
    must(success(answer.status), seen(answer), 'know the id again, and answer 200 (or 202) with the stored comment, or 409');
    if (!context.held) await published(context, context.first);
  }],
  ['so it is when the headline has changed since', async (context) => {
    const answer = await context.server.post({ ...context.first, article: { ...context.article, title: 'Another headline' } });
    must(success(answer.status), seen(answer), 'compare article.id, parent, author and text only');
  }],
  ['twelve tries at once store one comment', async (context) => {
    const sent = comment(context);
    const answers = await Promise.all(Array.from({ length: 12 }, () => context.server.post(sent)));
    const bad = answers.find(({ status }) => !success(status));
    must(!bad, bad && seen(bad), 'let the database decide: a unique key on the id, and insert or find in one transaction');
    const created = answers.filter(({ status }) => status === 201).length;
    if (!context.held) await published(context, sent);
    should(created <= 1, `${created} answers were 201`, 'answer 201 to the one that stored it, and 200 to the others');
  }],
  ['another text under the same id is no success', async (context) => {
    const answer = await context.server.post({ ...context.first, content_text: 'Another text.' });
    const todo = 'answer 422: after a success or 409 the reader\'s text would be gone for good';
    must(answer.status >= 400 && answer.status < 500 && answer.status !== 409, seen(answer), todo);
    if (context.held) return;
    const item = await published(context, context.first);
    must(textOf(item) === context.first.content_text, `the thread has ${JSON.stringify(textOf(item))}`, 'never change a stored comment by a retry');
  }],
  ['a reply names its parent', async (context) => {
    const sent = comment(context, { parent: context.first.id });
    const answer = await post(context, sent);
    const item = context.held ? answer.json : await published(context, sent);
    must(item._news?.parent === context.first.id, JSON.stringify(item), 'give the parent as _news.parent');
  }],
  ['a parent must be in the same article', async (context) => {
    const elsewhere = { ...context.article, id: `${context.article.id}-2` };
    for (const sent of [comment(context, { parent: randomUUID() }), comment(context, { article: elsewhere, parent: context.first.id })]) {
      const answer = await context.server.post(sent);
      should([400, 422].includes(answer.status), seen(answer), 'refuse it with 422: nobody would see what it answers');
    }
  }],
  ['HTML comes back as the text that it is', same('<script>alert(1)</script> <b>bold</b> &amp; "quotes" \'too\'')],
  ['scripts of all the world and emoji come back', same('漢字 مرحبا שלום हिन्दी e\u0301 👩‍👩‍👧‍👦 \u{1F1E9}\u{1F1EA} \u{1D11E}')],
  ['line breaks are \\n', same('one\r\ntwo\rthree\n\nfour', 'one\ntwo\nthree\n\nfour')],
  ['the longest comment is taken, however its characters are written', async (context) => {
    // 65,525 bytes of UTF-8, each of them six in JSON.
    const sent = comment(context, { content_text: `${'\u00fc'.repeat(32_762)}x` });
    const body = JSON.stringify(sent).replaceAll('\u00fc', '\\u00fc');
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': sent.id };
    taken(context, await context.server.send('POST', '', { headers, body }), sent);
  }],
  ['a thread is read oldest first, each comment once, over all pages', async (context) => {
    if (context.held) throw new Skip('comments wait for a moderator');
    const { items, pages } = await thread(context);
    const dates = items.map((item) => Date.parse(item.date_published));
    must(dates.every((date, i) => date >= (dates[i - 1] ?? 0)), 'the dates are not in order', 'sort a thread by date, oldest first');
    must(new Set(items.map(({ id }) => id)).size === items.length, 'some are there twice', 'begin a page behind the last comment of the one before, by date and id');
    must(items[0].id === context.first.id, `the first is ${items[0].id}`, 'sort a thread by date, oldest first');
    if (pages === 1) throw new Skip(`in order; but ${items.length} comments are one page: with fewer on a page, next_url is tried as well`);
  }],
];
