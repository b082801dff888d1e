// Posting: once, in its place, announced, and still there later. And what readers write never becomes markup.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { kept, newsroom, paste, post, typed, write } from './reader.mjs';

const title = (page) => page.run(() => squeeze($('.comments .part-title').textContent));
const ids = (page) => page.run(() => $$('.thread [data-comment]').map(({ dataset }) => dataset.comment));
const recent = (page) => page.texts('.recent-list li');
const ATTACK = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>&lt;b&gt; javascript:alert(1)';

inEachEngine('posting', (browser) => {
  let news;
  before(async () => { news = await newsroom(); });
  afterEach(() => news.forget(browser.page));
  after(() => news.close());

  test('posting: puts the comment into its place with focus, announces it, and empties the form', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'The third comment.', name: 'Eve', email: 'eve@news.example', website: 'news.example/eve' });
    const id = await post(page);
    assert.deepEqual(await page.events('comment'), [{ status: 'published', id }]);
    await page.until((id) => focused()?.dataset.comment === id, id);
    assert.deepEqual(await ids(page), ['first', 'answer', 'second', id]);
    assert.equal(await title(page), '4 COMMENTS');
    assert.equal((await recent(page))[0], 'Eve on Talk');
    assert.deepEqual(await page.texts('[data-comment].own .badge'), ['You']);
    assert.equal(await page.run(() => $('[data-comment].own a.comment-author').href), 'https://news.example/eve');
    assert.equal(await page.run(() => squeeze($('p[role=status].hidden').textContent)), 'Your comment is posted.');
    assert.deepEqual(await typed(page), { comment: '', name: '', email: '', website: '' });
    assert.deepEqual(await page.errors(), []);
  });

  test('posting: a comment and a reply are there after a reload, and the e-mail address is not kept', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'A comment.', name: 'Eve', email: 'eve@news.example' });
    const comment = await post(page);
    await page.click('[data-comment=first] .reply-button');
    await page.until(() => $('li:has(> [data-comment=first]) form') && focused()?.name === 'comment');
    await write(page, { comment: 'A reply.', name: 'Eve' });
    const reply = await post(page);
    await page.until(() => $('.reply-place form'));
    for (const reload of [false, true]) {
      if (reload) await news.open(page, 'talk');
      assert.deepEqual(await ids(page), ['first', 'answer', reply, 'second', comment]);
      assert.equal(await title(page), '5 COMMENTS');
      assert.deepEqual((await recent(page)).slice(0, 2), ['Eve on Talk', 'Eve on Talk']);
      assert.deepEqual(await page.texts('[data-comment].own .in-reply-to'), ['In reply to Ann']);
    }
    assert.doesNotMatch(JSON.stringify(await kept(page)), /eve@news/);
  });

  test('posting: a comment goes to its own article only, and to the recent comments of another article’s page', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'About talk.', name: 'Eve' });
    await post(page);
    await news.open(page, 'one');
    assert.deepEqual(await ids(page), ['only']);
    assert.equal((await recent(page))[0], 'Eve on Talk');
  });

  test('posting: a double click posts a comment once', async () => {
    const { page } = browser;
    await news.open(page, 'quiet');
    await write(page, { comment: 'Once.', name: 'Eve' });
    const button = await page.find('button', 'Post Comment');
    await page.run((button) => button.scrollIntoView({ block: 'center', behavior: 'instant' }), button);
    await page.settled(); // Firefox hits what it has drawn last
    await page.driver.actions().doubleClick(button).perform();
    await page.find('.comments .part-title', '1 COMMENT');
    await page.settled(); // whatever the second click did has been drawn
    assert.equal((await page.events('comment')).length, 1);
    assert.equal((await ids(page)).length, 1);
    assert.deepEqual(await page.texts('form .error'), []);
  });

  test('posting: a comment is shown, also after a reload, when the rest of the thread cannot be loaded', async () => {
    const { page } = browser;
    const restore = news.server.answer('news/thread.json', { status: 503 });
    await news.open(page, 'elsewhere');
    await page.find('.part-failed');
    await write(page, { comment: 'Anybody here?', name: 'Eve' });
    const id = await post(page);
    await page.until((id) => focused()?.dataset.comment === id, id);
    assert.deepEqual(await ids(page), [id]);
    await news.open(page, 'elsewhere');
    await page.find('.part-failed');
    assert.deepEqual(await ids(page), [id]);
    restore();
    await page.click('.part-failed button');
    await page.find('[data-comment=near]');
    assert.deepEqual(await ids(page), ['far', 'near', id]);
  });

  test('posting: a comment below sixty others gets focus, and those beyond the first fifty are shown', async () => {
    const { page } = browser;
    await page.open(`${news.server.url}index.html#/article/harbour-lights`);
    await page.listen();
    await page.run(() => document.querySelector('news-widget').setAttribute('spam-traps', 'none'));
    await page.find('.comments .part-title', '60 COMMENTS');
    await write(page, { comment: 'The last word.', name: 'Eve' });
    const id = await post(page);
    await page.until((id) => focused()?.dataset.comment === id, id);
    assert.equal((await ids(page)).length, 61);
    assert.equal((await page.texts('.recent-list li'))[0].slice(0, 7), 'Eve on ');
  });

  test('posting: a second comment with the same words is announced anew', async () => {
    const { page } = browser;
    await news.open(page, 'quiet');
    const said = () => page.run(() => $('p[role=status].hidden').textContent);
    await write(page, { comment: 'Again.', name: 'Eve' });
    await post(page);
    const first = await said();
    await write(page, { comment: 'Again.', name: 'Eve' });
    await page.press('ENTER'); // as fast as a test is, a second click could be taken for a double click
    await page.find('.comments .part-title', '2 COMMENTS');
    assert.notEqual(await said(), first);
  });

  test('posting: markup in comment, name and website stays text, also after a reload', async () => {
    const { page } = browser;
    await news.open(page, 'quiet');
    await paste(page, 'comment', ATTACK);
    await paste(page, 'name', ATTACK);
    await write(page, { website: 'https://news.example/"onmouseover="window.hit=1' });
    await post(page);
    for (const reload of [false, true]) {
      if (reload) await news.open(page, 'quiet');
      assert.deepEqual(await page.texts('.own .comment-body'), [ATTACK]);
      assert.deepEqual(await page.texts('.own .comment-author'), [ATTACK]);
      assert.equal((await recent(page))[0], `${ATTACK} on Quiet`);
      assert.deepEqual(await page.run(() => $$('.own :is(img, script), .own [onmouseover], .recent-list :is(img, script)').length), 0);
      assert.equal(await page.run(() => $('.own a.comment-author').getAttribute('href')), 'https://news.example/%22onmouseover=%22window.hit=1');
    }
    assert.equal(await page.run(() => window.hit ?? null), null);
    assert.deepEqual(await page.errors(), []);
  });

  test('storage: a kept comment that somebody else has changed is sanitised, and broken entries are ignored', async () => {
    const { page } = browser;
    await news.open(page, 'quiet');
    await write(page, { comment: 'Mine.', name: 'Eve' });
    await post(page);
    await page.run(() => {
      const [key] = Object.keys(localStorage).filter((key) => key.startsWith('news-widget/comment/'));
      const value = { ...JSON.parse(localStorage[key]), content_text: undefined, content_html: '<b>bold</b><img src=x onerror="window.hit=1">' };
      localStorage[key] = JSON.stringify(value);
      localStorage[`${key}-broken`] = '{"id":';
      localStorage[`${key}-alien`] = '"text"';
    });
    await news.open(page, 'quiet');
    assert.deepEqual(await page.texts('.own .comment-body'), ['bold']);
    assert.equal(await page.run(() => $$('.own img').length), 0);
    assert.equal(await title(page), '1 COMMENT');
    assert.equal(await page.run(() => window.hit ?? null), null);
  });
});
