// Reading, before anything is posted.

import { must, seen, should } from './verdict.mjs';

/** Checks that an answer is a feed of comments, and gives its items. */
function feed(answer) {
  must(answer.status === 200, seen(answer), 'answer 200');
  must(/json/.test(answer.headers['content-type'] ?? ''), `Content-Type: ${answer.headers['content-type']}`, 'send application/feed+json');
  const feedy = /^https?:\/\/jsonfeed\.org\/version\//.test(answer.json?.version ?? '') && Array.isArray(answer.json?.items);
  must(feedy, seen(answer), 'answer with a JSON Feed: {"version": "https://jsonfeed.org/version/1.1", "title": …, "items": […]}');
  return answer.json.items;
}

export const reading = [
  ['an article without comments has a feed without items', async ({ server, article }) => {
    const answer = await server.get({ article: article.id });
    must(feed(answer).length === 0, seen(answer), 'give out the comments of the article that is asked for, and no others');
  }],
  ['unknown parameters are ignored', async ({ server, article }) => {
    feed(await server.get({ article: article.id, utm_source: 'x' }));
  }],
  ['?recent=N gives at most N, newest first, each with its article', async ({ server }) => {
    const items = feed(await server.get({ recent: '5' }));
    must(items.length <= 5, `?recent=5 gave ${items.length}`, 'give at most as many as are asked for');
    const dates = items.map((item) => Date.parse(item.date_published));
    must(dates.every((date, i) => date <= (dates[i - 1] ?? Infinity)), `dates: ${dates.join(', ')}`, 'sort by date, newest first, each date in RFC 3339');
    const named = items.every((item) => item._news?.article?.id);
    must(named, 'some have no _news.article.id', 'name the article of each: "_news": {"article": {"id", "title", "url"}}');
  }],
  ['asking for nothing is refused', async ({ server }) => {
    const answer = await server.get({});
    should(answer.status === 400, seen(answer), 'answer 400, so that a wrong address is noticed');
  }],
  ['unchanged threads are not sent again', async ({ server, article }) => {
    const { headers } = await server.get({ article: article.id });
    should(headers.etag, 'no ETag', 'send ETag and Cache-Control: browsers and CDNs then ask for changes only');
    const again = await server.get({ article: article.id }, { 'If-None-Match': headers.etag });
    should(again.status === 304, seen(again), 'answer 304 to If-None-Match with the ETag that you sent');
    should(headers['cache-control'], 'no Cache-Control', 'say how long caches may keep a thread: public, max-age=0, s-maxage=5');
  }],
];
