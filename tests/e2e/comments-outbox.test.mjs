// What a reader does while a comment is on its way, or waits: each test is a way in which a text was once lost, doubled,
// stuck or out of reach of the keyboard.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { AHEAD, WAIT, kept, lookAgain, mistakes, newsroom, paste, typed, write } from './reader.mjs';

/** A JSON Feed of these. */
const listing = (...items) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: '', items });
const ANN = { id: 'a', content_text: 'Well?', authors: [{ name: 'Ann' }] };
const texts = (page) => page.texts('.thread .comment-body');
const submit = (page) => page.click('button', 'Post Comment');

inEachEngine('outbox', (browser) => {
  let news, here, stop, posts, thread;
  before(async () => { news = await newsroom(); });
  after(() => news.close());
  afterEach(async () => {
    stop?.();
    await news.forget(browser.page);
  });

  const stored = (body, more = {}) => ({ status: 201, body: JSON.stringify({ ...JSON.parse(body), authors: [{ name: 'Eve' }], ...more }) });

  /** A service that answers as `answer` says, which may take its time. */
  function service(answer) {
    posts = [];
    thread = listing();
    stop = news.server.answer('comments', (request) => {
      if (request.method !== 'POST') return { body: thread };
      posts.push(request);
      return answer(request);
    });
    here = `comments="http" comments-url="${news.server.url}comments"`;
  }

  /** An answer that the test gives. */
  function later() {
    const answer = {};
    answer.is = new Promise((give) => { answer.give = give; });
    return answer;
  }

  // Chromium has locks where it forbids storage, and refuses each with a promise: comments were "being sent" for ever.
  test('outbox: a comment is sent, where the browser refuses to let tabs take turns', async () => {
    const { page } = browser;
    service(({ body }) => stored(body));
    const script = "LockManager.prototype.request = () => Promise.reject(new DOMException('No.', 'SecurityError'));";
    await news.open(page, 'talk', here, script);
    await write(page, { comment: 'All the same.', name: 'Eve' });
    await submit(page);
    assert.equal((await page.event('comment')).status, 'published');
    assert.deepEqual(await texts(page), ['All the same.']);
    assert.deepEqual(await page.errors(), []);
  });

  // The refusal took the entry away, for the text was taken to be in the form.
  test('outbox: a refused comment is in the thread with the reason, when its writer has gone on writing', async () => {
    const { page } = browser;
    const answer = later();
    service(() => answer.is);
    await news.open(page, 'talk', here);
    await write(page, { comment: 'The first.', name: 'Eve' });
    await submit(page);
    await page.find('form button[aria-disabled=true]');
    await paste(page, 'comment', 'The second.');
    answer.give({ status: 403 });
    assert.equal((await page.event('comment')).status, 'failed');
    await page.find('.unsent', 'comments are closed');
    assert.deepEqual(await texts(page), ['The first.']);
    assert.equal((await typed(page)).comment, 'The second.');
    assert.equal(Object.keys(await kept(page, 'outbox/')).length, 1);
  });

  // "Edit" wrote over what was in the form, and over its draft.
  test('outbox: Edit keeps what was in the form as a draft, and it comes back once the edited comment is posted', async () => {
    const { page } = browser;
    let answer = () => WAIT;
    service((request) => answer(request));
    await news.open(page, 'talk', here);
    await write(page, { comment: 'A tpyo.', name: 'Eve' });
    await submit(page);
    await page.find('.unsent', 'Not sent yet.');
    await page.until(() => focused()?.matches('.comment.own')); // it goes there a frame later
    await write(page, { comment: 'Half of anoth' });
    await page.run(() => { $('[name=name]').select(); });
    await page.press('BACK_SPACE');
    await submit(page);
    await page.until(() => focused()?.name === 'name' && focused().ariaInvalid === 'true');
    await page.click('.unsent button', 'Edit');
    await page.until(() => $('form [name=comment]').value === 'A tpyo.');
    assert.deepEqual(await mistakes(page), {}, 'they were the other text\'s');
    const drafts = Object.values(await kept(page, 'draft/')).map((draft) => JSON.parse(draft).comment);
    assert.deepEqual(drafts.toSorted(), ['A tpyo.', 'Half of anoth']);
    await paste(page, 'comment', 'A typo.');
    answer = ({ body }) => stored(body);
    await submit(page);
    await page.until(() => window.recorded.events.some(({ detail }) => detail?.status === 'published'));
    assert.deepEqual(await texts(page), ['A typo.']);
    assert.equal((await typed(page)).comment, 'Half of anoth');
    await page.find('form', 'Your draft is back');
    await page.click('form button', 'Discard');
    assert.deepEqual(await kept(page), {});
  });

  // The form under a comment goes, and focus went with it.
  test('outbox: a waiting reply gets focus, and keeps it while it is sent again and once it is published', async () => {
    const { page } = browser;
    let answer = () => WAIT;
    service((request) => answer(request));
    thread = listing(ANN);
    await news.open(page, 'talk', here);
    await page.click('[data-comment="a"] .reply-button');
    await page.until(() => focused()?.name === 'comment');
    await write(page, { comment: 'Well.', name: 'Eve' });
    await submit(page);
    await page.find('.unsent', 'Not sent yet.');
    const own = () => page.until(() => focused()?.matches('.comment.own'));
    await own();
    const next = later();
    answer = () => next.is;
    await page.run(() => { const send = $('.unsent button'); send.focus(); send.click(); });
    await page.find('.comment.own .note', 'Sending');
    await own();
    next.give(stored(posts[0].body, { _news: { parent: 'a' } }));
    await page.until(() => window.recorded.events.some(({ detail }) => detail?.status === 'published'));
    await own();
    assert.deepEqual(await texts(page), ['Well?', 'Well.']);
  });

  // What came of it was written under the other newspaper's name, and sent there.
  test('outbox: a comment stays with its newspaper, when the element shows another before the answer comes', async () => {
    const { page } = browser;
    const answer = later();
    service(() => answer.is);
    news.server.answer('news/other.json', { body: listing({ id: 'talk', title: 'Elsewhere', content_text: 'x' }), type: 'application/json' });
    await news.open(page, 'talk', here);
    await write(page, { comment: 'For the first.', name: 'Eve' });
    await submit(page);
    await page.find('form button[aria-disabled=true]');
    await page.run(() => document.querySelector('news-widget').setAttribute('feed', 'news/other.json'));
    await page.find('h1', 'Elsewhere');
    answer.give({ status: 500 });
    await page.until(() => Object.entries(localStorage).some(([key, value]) => key.includes('/outbox/') && JSON.parse(value).tries === 1));
    assert.deepEqual(await texts(page), []);
    assert.deepEqual(Object.keys(await kept(page, 'outbox/')).filter((key) => key.includes('other.json')), []);
    assert.equal(posts.length, 1);
  });

  // The try that failed wrote it into the outbox again, and it was sent when its writer had thought better of it.
  test('outbox: a comment that is discarded in another tab is gone, when the try of this tab fails afterwards', async () => {
    const { page } = browser;
    const answer = later();
    service(() => answer.is);
    await news.open(page, 'talk', here);
    await write(page, { comment: 'Better not.', name: 'Eve' });
    await submit(page);
    await page.until(() => Object.values(localStorage).some((value) => value.includes('busy'))); // about to be sent, or sent
    await page.run(() => {
      const key = Object.keys(localStorage).find((key) => key.includes('/outbox/'));
      localStorage.removeItem(key);
      window.dispatchEvent(new StorageEvent('storage', { key })); // the others are told
    });
    answer.give({ status: 500 });
    await page.gone('form button[aria-disabled=true]');
    assert.deepEqual(await kept(page), {});
    assert.deepEqual(await texts(page), []);
    assert.equal(posts.length, 1);
  });

  // Its draft lay under the comment that was gone, and came back after it had been posted.
  test('draft: a reply whose parent was deleted is posted without a parent, and its draft is removed', async () => {
    const { page } = browser;
    service(({ body }) => stored(body));
    thread = listing(ANN);
    await news.open(page, 'talk', here);
    await page.click('[data-comment="a"] .reply-button');
    await page.until(() => focused()?.name === 'comment');
    await write(page, { comment: 'Well.', name: 'Eve' });
    thread = listing();
    await news.open(page, 'talk', here);
    await page.find('.nothing', 'Be the first');
    assert.equal((await typed(page)).comment, 'Well.');
    await submit(page);
    assert.equal((await page.event('comment')).status, 'published');
    assert.equal(JSON.parse(posts[0].body).parent, null);
    assert.deepEqual(await kept(page), {});
  });

  // The list drew the row anew, and who was typing under it typed into nothing.
  test('form: a reply to one’s own held comment keeps focus and text, when that comment is published', async () => {
    const { page } = browser;
    service(({ body }) => ({ ...stored(body), status: 202 }));
    await news.open(page, 'talk', here, AHEAD);
    await write(page, { comment: 'Held.', name: 'Eve' });
    await submit(page);
    const { id } = await page.event('comment');
    await page.find('.own .note', 'awaiting moderation');
    await page.click('.own .reply-button');
    await page.until(() => focused()?.name === 'comment');
    await write(page, { comment: 'And I was say' });
    thread = listing({ id, content_text: 'Held.', authors: [{ name: 'Eve' }] });
    await lookAgain(page);
    await page.gone('.note', 'awaiting moderation');
    await page.settled();
    assert.equal(await page.run(() => focused()?.name), 'comment');
    await page.press(...'ing');
    assert.equal((await typed(page)).comment, 'And I was saying');
    assert.deepEqual(await kept(page, 'outbox/'), {});
  });

  // Each try changes the thread, and the failure was drawn, and told, twice for each.
  test('thread: says once that it could not be loaded, also when a comment cannot be sent', async () => {
    const { page } = browser;
    service(() => WAIT);
    const down = news.server.answer('comments', ({ method }) => (method === 'POST' ? WAIT : { status: 500 }));
    await news.open(page, 'talk', here);
    await page.find('.comments .part-failed');
    await page.run(() => { $('.comments .part-failed').dataset.told = 'once'; });
    await write(page, { comment: 'Later.', name: 'Eve' });
    await submit(page);
    await page.find('.unsent', 'Not sent yet.');
    assert.equal(await page.run(() => $('.comments .part-failed').dataset.told), 'once');
    down();
  });

  // What was under way went on: the comment was sent, with its writer's address, and kept again.
  test('Forget me: a comment that waits for the number of its WordPress post is neither sent nor kept', async () => {
    const { page } = browser;
    const found = { body: '{"body":[{"id":5}],"status":200,"headers":{}}' };
    let number = { is: found };
    let looked = later();
    const asked = [];
    const item = { id: 'tag:day', url: 'https://news.example/2026/a-day/', title: 'A day', content_text: 'x' };
    news.server.answer('news/day.json', { body: listing(item), type: 'application/json' });
    stop = news.server.answer(/^wp-json\//, ({ method, path }) => {
      asked.push(`${method} ${path.split('/').at(-1)}`);
      if (path.endsWith('/posts')) {
        looked.give();
        return number.is;
      }
      return { body: '{"body":[],"status":200,"headers":{"X-WP-Total":0,"X-WP-TotalPages":0}}' };
    });
    const widget = `<news-widget feed="news/day.json" loading="eager" spam-traps="none" comments="wordpress" comments-url="${news.server.url}wp-json"></news-widget>`;
    await page.open(hostPage(news.server, 'host.html', `<main>${widget}</main>`));
    await page.ready();
    await page.find('.nothing', 'Be the first');
    number = later();
    looked = later();
    const before = asked.length;
    await write(page, { comment: 'Never mind.', name: 'Eve', email: 'eve@news.example' });
    await submit(page);
    await looked.is;
    await page.click('.forget button', 'Forget me');
    await page.click('.forget button', 'Remove');
    await page.gone('form button[aria-disabled=true]');
    number.give(found);
    await page.settled();
    assert.deepEqual(asked.slice(before).filter((one) => !one.startsWith('GET')), []);
    assert.ok(asked.slice(before).includes('GET posts'));
    assert.deepEqual(await kept(page), {});
    assert.deepEqual(await texts(page), []);
  });

  // While its service's code was on its way, what had been forgotten was kept again, and sent.
  test('Forget me: a comment that waits for the code of its service is neither sent nor kept', async () => {
    const { page } = browser;
    service(({ body }) => stored(body));
    const code = news.server.hold(/\/http-[0-9a-f]+\.wasm$/);
    await news.open(page, 'talk', here);
    await write(page, { comment: 'Never mind.', name: 'Eve', email: 'eve@news.example' });
    await submit(page);
    await page.find('form button[aria-disabled=true]');
    await page.click('.forget button', 'Forget me');
    await page.click('.forget button', 'Remove');
    await page.gone('form button[aria-disabled=true]');
    code.release();
    await page.find('.nothing', 'Be the first'); // the thread comes with the same code
    assert.deepEqual([posts.length, await kept(page), await texts(page)], [0, {}, []]);
  });

  // Each drawing led to the comment of the address again, away from what the reader was typing.
  test('focus: stays in the form, when the page is drawn anew and its address names a comment', async () => {
    const { page } = browser;
    service(({ body }) => stored(body));
    thread = listing(ANN);
    await news.open(page, 'talk', here);
    await page.open('about:blank');
    await page.open(`${news.server.url}host.html#comment-a`);
    await page.until(() => focused()?.dataset.comment === 'a');
    await write(page, { comment: 'I was say' });
    await page.run(() => { $('[data-comment="a"]').dataset.old = 'yes'; document.querySelector('news-widget').setAttribute('heading-level', '2'); });
    await page.until(() => $('[data-comment="a"]') && !$('[data-old]'));
    await page.settled(); // focus would move in a frame to come
    assert.equal(await page.run(() => focused()?.name), 'comment');
    assert.equal((await typed(page)).comment, 'I was say');
  });
});
