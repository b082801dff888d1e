// What this browser keeps of an unsent comment and of its writer, and what it does not.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { kept, newsroom, post, typed, write } from './reader.mjs';

const ticked = (page) => page.run(() => $('form [type=checkbox]').checked);
const attribute = (page, name, value) => page.run((name, value) => document.querySelector('news-widget').setAttribute(name, value), name, value);

inEachEngine('draft', (browser) => {
  let news;
  before(async () => { news = await newsroom(); });
  afterEach(() => news.forget(browser.page));
  after(() => news.close());

  test('draft: comes back after a reload with the name, says so, and is gone after Discard', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'Half a thought', name: 'Eve' });
    await news.open(page, 'talk');
    await page.find('form .note', 'Your draft is back.');
    assert.deepEqual(await typed(page), { comment: 'Half a thought', name: 'Eve', email: '', website: '' });
    await page.click('form button', 'Discard');
    await page.until(() => focused()?.name === 'comment' && focused().value === '');
    await page.gone('form .note');
    assert.deepEqual(await kept(page), {});
    await news.open(page, 'talk');
    assert.equal((await typed(page)).comment, '');
    assert.deepEqual(await page.texts('form .note'), []);
  });

  test('draft: a reply comes back after a reload, under the comment that it answers', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await page.click('[data-comment=second] .reply-button');
    await page.until(() => focused()?.name === 'comment');
    await write(page, { comment: 'To Bob' });
    await news.open(page, 'talk');
    await page.until(() => $('li:has(> [data-comment=second]) form .note'));
    assert.equal((await typed(page)).comment, 'To Bob');
  });

  test('draft: a comment and a reply on one article have a draft each, and neither replaces the other', async () => {
    const { page } = browser;
    // Focus follows a frame after the form has moved, and would leave a field that somebody types in already.
    const reply = async () => {
      await page.click('[data-comment=second] .reply-button');
      await page.until(() => $('li:has(> [data-comment=second]) form') && focused()?.name === 'comment');
    };
    const cancel = async () => {
      await page.click('button', 'Cancel reply');
      await page.until(() => $('.reply-place form') && focused()?.matches('.reply-button'));
    };
    await news.open(page, 'talk');
    await reply();
    await write(page, { comment: 'To Bob' });
    await cancel();
    assert.equal((await typed(page)).comment, 'To Bob', 'a text moves with the form');
    await reply();
    await news.open(page, 'talk');
    await page.run(() => { for (const key of Object.keys(localStorage)) localStorage.setItem(key.replace(/second$/, ''), '{"saved":1,"comment":"To all"}'); });
    await cancel();
    await page.find('form .note', 'Your draft is back.');
    assert.equal((await typed(page)).comment, 'To all', 'but not onto another');
    await reply();
    await page.find('form .note');
    assert.equal((await typed(page)).comment, 'To Bob');
    await write(page, { name: 'Eve' });
    await post(page);
    await page.find('.reply-place form .note', 'Your draft is back.');
    assert.equal((await typed(page)).comment, 'To all', 'and is there when the other is posted');
  });

  test('draft: a restored reply is posted as a reply, though the thread has not come yet', async () => {
    const { page } = browser;
    await news.open(page, 'elsewhere');
    await page.click('[data-comment=far] .reply-button');
    await page.until(() => focused()?.name === 'comment');
    await write(page, { comment: 'To Fay', name: 'Eve' });
    const thread = news.server.hold('news/thread.json');
    try {
      await news.open(page, 'elsewhere');
      await page.find('form .note');
      assert.equal((await typed(page)).comment, 'To Fay');
      await post(page);
    } finally {
      thread.release();
    }
    await page.find('[data-comment=far]');
    assert.deepEqual(await page.texts('.comment.own .in-reply-to'), ['In reply to Fay']);
  });

  test('draft: stays with its article, when the element shows another', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'About talk' });
    await news.open(page, 'one');
    assert.equal((await typed(page)).comment, '');
    await attribute(page, 'article', 'talk');
    await page.find('h1', 'Talk');
    assert.equal((await typed(page)).comment, 'About talk');
    await attribute(page, 'article', 'one');
    await page.find('h1', 'One');
    assert.equal((await typed(page)).comment, '');
  });

  test('draft: is removed from the browser when its comment is posted', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'Whole', name: 'Eve' });
    assert.equal(Object.keys(await kept(page, 'draft/')).length, 1);
    await post(page);
    assert.deepEqual(await kept(page, 'draft/'), {});
    assert.equal(Object.keys(await kept(page, 'comment/')).length, 1);
  });

  test('details: the writer’s name and e-mail address are not filled in after a reload, without consent', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    assert.equal(await ticked(page), false);
    await write(page, { comment: 'Hello', name: 'Eve', email: 'eve@news.example' });
    await post(page);
    assert.deepEqual(await kept(page, 'details'), {});
    await news.open(page, 'talk');
    assert.deepEqual(await typed(page), { comment: '', name: '', email: '', website: '' });
  });

  test('details: the writer’s name, e-mail address and website are filled in with consent, until it is taken back', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'Hello', name: 'Eve', email: 'eve@news.example', website: 'eve.example' });
    await page.click('form [type=checkbox]');
    await post(page);
    const details = { comment: '', name: 'Eve', email: 'eve@news.example', website: 'eve.example' };
    await page.until(() => $('[name=comment]').value === '');
    assert.deepEqual(await typed(page), details);
    await news.open(page, 'one');
    assert.deepEqual(await typed(page), details);
    assert.equal(await ticked(page), true);
    assert.deepEqual(await page.texts('form .note'), [], 'kept details are no draft');
    await page.click('form [type=checkbox]');
    await write(page, { comment: 'Forget me' });
    await post(page);
    assert.deepEqual(await kept(page, 'details'), {});
  });

  for (const [name, value] of [['theme', 'dark'], ['lang', 'ar'], ['sections', 'article comments reply'], ['heading-level', '3']]) {
    test(`form: text, consent, focus and place of a reply stay when the attribute ${name} changes`, async () => {
      const { page } = browser;
      await news.open(page, 'talk');
      await page.click('[data-comment=first] .reply-button');
      await page.until(() => focused()?.name === 'comment');
      await write(page, { comment: 'Half a thought', name: 'Eve' });
      await page.click('form [type=checkbox]');
      await attribute(page, name, value);
      await page.until(() => $('li:has(> [data-comment=first]) form'));
      const { comment, name: writer } = await typed(page);
      assert.deepEqual([comment, writer, await ticked(page)], ['Half a thought', 'Eve', true]);
      assert.deepEqual(await page.texts('form .note'), [], 'it never was away');
      await page.until(() => focused()?.name === 'consent');
    });
  }

  test('form: goes back to its own place with its text, when the thread is taken away during a reply', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await page.click('[data-comment=first] .reply-button');
    await page.until(() => focused()?.name === 'comment');
    await write(page, { comment: 'Half a thought' });
    await attribute(page, 'sections', 'article reply');
    await page.until(() => $('.reply-place form'));
    assert.equal((await typed(page)).comment, 'Half a thought');
  });

  test('form: text, focus and cursor stay when refresh() brings a corrected article', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'Half a thought' });
    await page.run(() => $('[name=comment]').setSelectionRange(4, 6));
    const feed = news.server.answer('news/feed.json', { type: 'application/json', body: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1', title: 'New', items: [{ id: 'talk', title: 'Talk, corrected', content_text: 'New.' }] }) });
    await page.run(() => document.querySelector('news-widget').refresh());
    await page.find('h1', 'Talk, corrected');
    feed();
    assert.equal((await typed(page)).comment, 'Half a thought');
    await page.until(() => focused()?.name === 'comment');
    await page.press('x');
    assert.equal((await typed(page)).comment, 'Halfx thought', 'whoever types goes on where they were');
  });

  test('draft: two elements on a page keep theirs apart, also after a reload and when one is posted', async () => {
    const { page } = browser;
    const widget = (id, article) => `<news-widget id="${id}" feed="news/feed.json" article="${article}" sections="article comments reply" heading-level="2" loading="eager" spam-traps="none"></news-widget>`;
    const two = hostPage(news.server, 'two.html', `<main><h1>Two</h1>${widget('left', 'talk')}${widget('right', 'one')}</main>`);
    const [left, right] = [page.within('#left'), page.within('#right')];
    for (const reload of [false, true]) {
      await page.open(two);
      await page.until(() => $$('form').length === 2);
      if (!reload) {
        await write(left, { comment: 'On the left' });
        await write(right, { comment: 'On the right' });
      }
      assert.equal((await typed(left)).comment, 'On the left');
      assert.equal((await typed(right)).comment, 'On the right');
    }
    await write(right, { name: 'Eve' });
    await right.click('button', 'Post Comment');
    await right.find('.comments .part-title', '2 COMMENTS');
    assert.equal((await typed(left)).comment, 'On the left');
    assert.equal((await left.texts('[data-comment]')).length, 3);
  });
});

const FORBIDDEN = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });`;
const FULL = `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`;

inEachEngine('draft, storage refused', (browser) => {
  let news;
  before(async () => { news = await newsroom(); });
  afterEach(() => news.forget(browser.page));
  after(() => news.close());

  for (const [what, script] of [['forbidden', FORBIDDEN], ['full', FULL]]) {
    test(`storage: where it is ${what}, a comment is posted all the same, and its writer is told that it is not kept`, async () => {
      const { page } = browser;
      await news.open(page, 'talk', '', script);
      await page.click('form [type=checkbox]');
      await write(page, { comment: 'Half', name: 'Eve' });
      await attribute(page, 'sections', 'date article comments reply recent');
      await page.until(() => $('form') && !$('.breadcrumb'));
      assert.equal((await typed(page)).comment, 'Half', 'typed text does not hang on the storage');
      await write(page, { comment: ' a thought' });
      const id = await post(page);
      await page.find(`[data-comment="${id}"] .note`, 'This browser could not keep your comment; it will be gone when you leave the page.');
      assert.deepEqual(await page.texts('.own .comment-body'), ['Half a thought']);
      assert.equal((await page.texts('.recent-list li'))[0], 'Eve on Talk');
      assert.equal(await page.run(() => squeeze($('p[role=status].hidden').textContent)), 'Your comment is shown, but this browser could not keep it.');
      assert.equal(await page.run(() => squeeze($('.comments .part-title').textContent)), '4 COMMENTS');
      await attribute(page, 'article', 'one');
      await page.find('h1', 'One');
      await attribute(page, 'article', 'talk');
      await page.find(`[data-comment="${id}"]`);
      assert.deepEqual(await page.errors(), []);
    });
  }
}, { differ: 'storage' });
