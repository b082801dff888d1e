// A comment goes to the service that it was written for. A page that named another one once got what readers of the same
// origin had waiting, with their names and e-mail addresses.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { WAIT, kept, newsroom, typed, write } from './reader.mjs';
import { serve } from './server.mjs';

const EMPTY = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: '', items: [] });
const EVE = { comment: 'For the first only.', name: 'Eve', email: 'eve@news.example' };
const service = (url) => `comments="http" comments-url="${url}comments"`;

inEachEngine('outbox', (browser) => {
  let news, other, posts, open;
  before(async () => {
    [news, other] = await Promise.all([newsroom(), serve({ folder: 'tests/fixtures' })]);
    const stored = ({ body }) => ({ status: 201, body: JSON.stringify({ ...JSON.parse(body), authors: [{ name: 'Eve' }] }) });
    const answers = { first: () => WAIT, other: stored };
    const listen = (name, server) => server.answer('comments', (request) => {
      if (request.method !== 'POST') return { body: EMPTY };
      posts.push({ to: name, ...JSON.parse(request.body) });
      return answers[name](request);
    });
    listen('first', news.server);
    listen('other', other);
    const more = { origins: [other.origin] };
    open = (attributes) => news.open(browser.page, 'talk', attributes, '', more);
    posts = [];
  });
  after(() => Promise.all([news.close(), other.close()]));
  afterEach(() => news.forget(browser.page));

  /** Opens the page with the first service, which does not take the comment now. */
  async function wait(page) {
    posts = [];
    await open(service(news.server.url));
    await write(page, EVE);
    await page.click('button', 'Post Comment');
    await page.find('.unsent', 'Not sent yet.');
    assert.deepEqual(posts.map(({ to }) => to), ['first']);
    posts = [];
  }

  /** What the browser keeps of it, as it was kept before entries named their service. */
  const unname = (page) => page.run(() => {
    const [key, value] = Object.entries(localStorage).find(([key]) => key.startsWith('news-widget/outbox/'));
    const { service, address, ...entry } = JSON.parse(value);
    localStorage.setItem(key, JSON.stringify({ ...entry, due: 0, since: 0, asked: undefined }));
    return [service, address];
  });

  test('outbox: a comment waits for the service it was written for, when the page names another', async () => {
    const { page } = browser;
    await wait(page);
    await open(service(other.url));
    const host = new URL(news.server.url).host;
    await page.find('.unsent', `It waits for the comment service at ${host}`);
    assert.deepEqual(await page.texts('.unsent button'), ['Edit', 'Copy', 'Discard']);
    await page.run(() => { for (const event of ['online', 'visibilitychange', 'focus']) window.dispatchEvent(new Event(event)); });
    // A comment of today goes to the service of today, and takes nothing along.
    await write(page, { comment: 'For the other.', name: 'Eve' });
    await page.click('button', 'Post Comment');
    await page.until(() => window.recorded.events.some(({ detail }) => detail?.status === 'published'));
    assert.deepEqual(posts.map(({ to, content_text: text, author }) => [to, text, author.email]), [['other', 'For the other.', undefined]]);
    assert.equal(Object.keys(await kept(page, 'outbox/')).length, 1);
    // Back at its own service it is sent there.
    posts = [];
    await open(service(news.server.url));
    await page.click('.unsent button', 'Send now');
    await page.find('.unsent', 'Not sent yet.');
    assert.deepEqual(posts.map(({ to, content_text: text }) => [to, text]), [['first', 'For the first only.']]);
  });

  test('outbox: a waiting comment is told on a page without a service, and its text can be posted there by hand', async () => {
    const { page } = browser;
    await wait(page);
    await open('comments="local"');
    await page.find('.unsent', 'It waits for the comment service');
    await page.click('.unsent button', 'Edit');
    await page.until((text) => $('form [name=comment]').value === text, EVE.comment);
    assert.equal((await typed(page)).email, EVE.email);
    assert.deepEqual([posts, await kept(page, 'outbox/')], [[], {}]);
  });

  test('outbox: an entry that names no service is bound to the first service that the page names by attribute', async () => {
    const { page } = browser;
    await wait(page);
    const named = await unname(page);
    assert.deepEqual(named, ['http', `${news.server.url}comments`]);
    await open('comments="local"');
    await page.find('.unsent', 'It was written for another comment service.');
    await open(service(other.url));
    await page.until(() => window.recorded.events.some(({ detail }) => detail?.status === 'published'));
    assert.deepEqual(posts.map(({ to }) => to), ['other']);
    assert.deepEqual(await kept(page, 'outbox/'), {});
  });
});
