// Answers without end, pages without end, and more that waits than a service can stand: each has a bound, and a sentence.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { kept, newsroom, write } from './reader.mjs';
import { edition, json, stand, widget } from './stand.mjs';

const CHUNK = Buffer.alloc(100_000, ' ');

inEachEngine('bounds, feed', (browser) => {
  let press, host, close;
  const undo = [];
  before(async () => { ({ press, host, close } = await stand()); });
  after(() => close());
  afterEach(() => { for (const back of undo.splice(0)) back(); });

  /** A body that never ends, and whether its reader has gone. */
  function endless() {
    const gone = {};
    gone.is = new Promise((resolve) => { gone.resolve = resolve; });
    function* body() {
      try {
        yield '{"version":"https://jsonfeed.org/version/1.1","items":[';
        for (;;) yield CHUNK;
      } finally {
        gone.resolve();
      }
    }
    return { reply: { body: body(), type: 'application/json' }, gone: gone.is };
  }

  /** An endless feed took the tab with it after 15 seconds. */
  test('bounds: an endless feed is given up after 20 MB, and the error says so', async () => {
    const { page } = browser;
    const { reply, gone } = endless();
    undo.push(press.answer('paper.json', reply));
    await page.open(host(widget({ article: 'full' })));
    const { code, message } = await page.event('error');
    assert.equal(code, 'too-large');
    assert.match(message, /paper\.json answers with more than 20 MB, and no more is read/);
    await gone;
  });

  test('bounds: a feed that announces 30 MB is refused as too large', async () => {
    const { page } = browser;
    undo.push(press.answer('paper.json', { headers: { 'Content-Length': '30000000' }, body: (function* () { yield '{"version":'; yield CHUNK; }()), type: 'application/json' }));
    await page.open(host(widget({ article: 'full' })));
    assert.equal((await page.event('error')).code, 'too-large');
  });

  test('bounds: endless lists of popular articles, recent comments and a thread cost only the parts that show them', async () => {
    const { page } = browser;
    const lists = ['ranking.json', 'remarks.json', 'thread.json'].map((path) => {
      const { reply, gone } = endless();
      undo.push(press.answer(path, reply));
      return gone;
    });
    const news = { popular: [], popular_url: 'ranking.json', recent_comments_url: 'remarks.json' };
    undo.push(press.answer('paper.json', json(edition({ _news: news }, (item) => ({ ...item, _news: { ...item._news, comments: undefined, comments_url: 'thread.json' } })))));
    await page.open(host(widget({ article: 'full' })));
    await page.ready();
    for (const part of ['popular', 'recent', 'comments']) await page.find(`[part=${part}] [part=message]`, 'This part could not be loaded. Try again');
    if (browser.name !== 'webkit') await Promise.all(lists); // WebKit 2.50 was seen to leave a line open: not yet explained
    assert.deepEqual(await page.texts('h1'), ['The ferry that would not sink & the town that paid for it']);
  });

  /** A feed whose every page names a next one was asked for 1,581 of them in nine seconds. */
  test('bounds: an article is looked for on the first 40 pages of a feed, and no further', async () => {
    const { page } = browser;
    let asked = 0;
    undo.push(press.answer('paper.json', ({ query }) => {
      asked += 1;
      const number = Number(query.get('p') ?? 0);
      return json(edition({ next_url: `paper.json?p=${number + 1}`, items: [{ id: `p${number}`, title: `Page ${number}` }] }));
    }));
    await page.open(host(widget({ article: 'withdrawn' })));
    const { code, message } = await page.event('error');
    assert.equal(code, 'article-not-found');
    assert.match(message, /“withdrawn” is not in this feed\. .* The first 40 pages of a feed are looked through/);
    assert.equal(asked, 40);
    await page.open('about:blank');
    await page.open(`${host(widget({ routing: 'hash' }))}#/article/withdrawn`);
    await page.find('h1', 'Page not found');
    assert.equal(asked, 80);
  });
});

inEachEngine('bounds, http service', (browser) => {
  let news, stop;
  before(async () => { news = await newsroom(); });
  after(() => news.close());
  afterEach(async () => {
    stop();
    await news.forget(browser.page);
  });
  const http = () => `comments="http" comments-url="${news.server.url}comments"`;

  /** A thread of empty pages was asked for 501 of them, and nobody had asked. */
  test('bounds: the first 20 empty pages of a thread are asked for, and further ones when the reader tries again', async () => {
    const { page } = browser;
    let asked = 0;
    stop = news.server.answer('comments', ({ query }) => {
      if (query.has('recent')) return json({ version: 'https://jsonfeed.org/version/1.1', items: [] });
      asked += 1;
      const number = Number(query.get('p') ?? 0);
      const items = number === 30 ? [{ id: 'c', content_text: 'Behind many empty ones.' }] : [];
      const next = number < 30 ? { next_url: `comments?p=${number + 1}` } : {};
      return json({ version: 'https://jsonfeed.org/version/1.1', items, ...next });
    });
    await news.open(page, 'talk', http());
    await page.find('[part=comments] [role=alert]', 'This part could not be loaded.');
    assert.equal(asked, 20);
    await page.click('[part=comments] [role=alert] button', 'Try again');
    await page.find('.comment-body', 'Behind many empty ones.');
    assert.equal(asked, 31);
  });

  /** 3,000 entries that were planted in the outbox sent 2,403 requests at once. */
  test('outbox: at most four of many waiting comments are sent at a time', async () => {
    const { page } = browser;
    const open = [];
    let posts = 0;
    let most = 0;
    let answer = () => ({ status: 503 });
    stop = news.server.answer('comments', (request) => {
      if (request.method !== 'POST') return json({ version: 'https://jsonfeed.org/version/1.1', items: [] });
      return answer(request);
    });
    await news.open(page, 'talk', http());
    await write(page, { comment: 'Once.', name: 'Eve' });
    await page.click('button', 'Post Comment');
    assert.equal((await page.event('comment')).status, 'queued');
    const [[key, value]] = Object.entries(await kept(page, 'outbox/'));
    await page.open(`${news.server.url}blank.html`);
    await page.driver.executeScript((key, value) => {
      const id = key.slice(key.lastIndexOf('/') + 1);
      localStorage.clear();
      for (let number = 0; number < 30; number += 1) {
        localStorage.setItem(key.replace(id, `planted-${number}`), value.replaceAll(id, `planted-${number}`));
      }
    }, key, value);
    answer = ({ body }) => {
      posts += 1;
      return new Promise((give) => {
        open.push(() => give({ status: 201, body }));
        most = Math.max(most, open.length);
      });
    };
    await news.open(page, 'talk', http());
    const answering = setInterval(() => open.shift()?.(), 20);
    await page.until(() => !Object.keys(localStorage).some((key) => key.includes('/outbox/')));
    clearInterval(answering);
    assert.equal(posts, 30);
    assert.ok(most <= 4, `${most} at a time`);
  });
});
