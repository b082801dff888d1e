// The thread: how many comments, in which order, how deep, from where.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from './axe.mjs';
import { inEachEngine } from './engines.mjs';
import { newsroom } from './reader.mjs';
import { serve } from './server.mjs';

const title = (page) => page.run(() => squeeze($('.comments .part-title').textContent));
const ids = (page) => page.run(() => $$('.thread [data-comment]').map(({ dataset }) => dataset.comment));
const indents = (page) => page.run(() => $$('.thread > li > article').map((comment) => comment.getBoundingClientRect().left));

inEachEngine('thread', (browser) => {
  let news;
  before(async () => { news = await newsroom(); });
  after(() => news.close());

  for (const [id, count] of [['quiet', 'NO COMMENTS'], ['one', '1 COMMENT'], ['talk', '3 COMMENTS']]) {
    test(`thread: its title says ${count}`, async () => {
      const { page } = browser;
      await news.open(page, id);
      assert.equal(await title(page), count);
      assert.deepEqual(await page.errors(), []);
    });
  }

  test('thread: an empty one invites the first comment, and one with a single comment offers no order', async () => {
    const { page } = browser;
    await news.open(page, 'quiet');
    assert.deepEqual(await page.texts('.comments .nothing'), ['Be the first to comment.']);
    await news.open(page, 'one');
    assert.deepEqual(await page.texts('.comments select'), []);
  });

  test('thread: the oldest comment comes first, and replies are indented below what they answer', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    assert.deepEqual(await ids(page), ['first', 'answer', 'second']);
    const [first, answer, second] = await indents(page);
    assert.ok(answer > first, 'a reply is indented');
    assert.equal(second, first);
  });

  test('thread: newest first reverses the conversations, and not the replies in them', async () => {
    const { page } = browser;
    const select = await page.find('select[aria-label=Order]');
    await page.run((select) => {
      select.value = 'newest';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, select);
    await page.until(() => $('.thread [data-comment]').dataset.comment === 'second');
    assert.deepEqual(await ids(page), ['second', 'first', 'answer']);
  });

  test('thread: replies deeper than six levels are indented no further, and say whom they answer', async () => {
    const { page } = browser;
    await news.open(page, 'deep');
    assert.equal(await title(page), '9 COMMENTS');
    await page.click('.thread button', '4 more replies');
    await page.until(() => focused()?.dataset.comment === 'level-5');
    const lefts = await indents(page);
    for (let depth = 1; depth <= 6; depth += 1) assert.ok(lefts[depth] > lefts[depth - 1], `level ${depth}`);
    assert.deepEqual(lefts.slice(7), [lefts[6], lefts[6]]);
    assert.equal((await page.texts('[data-comment="level-8"] .in-reply-to')).join(), 'In reply to Hal');
  });

  test('thread: a reply without its parent and replies in a circle are shown, once each', async () => {
    const { page } = browser;
    await news.open(page, 'odd');
    assert.equal(await title(page), '4 COMMENTS');
    assert.deepEqual((await ids(page)).toSorted(), ['left', 'orphan', 'right', 'self']);
  });

  test('thread: one in a file of its own is fetched relative to the feed, whose count it shows meanwhile', async () => {
    const { page } = browser;
    const thread = news.server.hold('news/thread.json');
    await news.open(page, 'elsewhere');
    await thread.asked;
    assert.equal(await title(page), '2 COMMENTS', 'the number that the feed gives');
    thread.release();
    await page.find('[data-comment=near]');
    assert.deepEqual(await ids(page), ['far', 'near']);
    assert.equal(await title(page), '2 COMMENTS');
  });

  test('thread: one in a file of its own that fails says so, and comes when tried again', async () => {
    const { page } = browser;
    const restore = news.server.answer('news/thread.json', { status: 503 });
    await news.open(page, 'elsewhere');
    await page.find('.comments .part-failed', 'This part could not be loaded.');
    assert.ok(await page.find('h1', 'Elsewhere'), 'the rest of the page is there');
    restore();
    await page.click('.comments button', 'Try again');
    await page.find('[data-comment=near]');
    await page.gone('.comments .part-failed');
  });

  test('thread: a closed one shows its comments, and neither form nor Reply', async () => {
    const { page } = browser;
    await news.open(page, 'closed');
    assert.deepEqual(await ids(page), ['last']);
    assert.deepEqual(await page.texts('.closed'), ['Comments are closed.']);
    assert.deepEqual(await page.texts('form, .reply-button'), []);
  });

  test('thread: is read-only where the attribute comments is "feed", in whatever case', async () => {
    const { page } = browser;
    await news.open(page, 'talk', 'comments=" Feed "');
    assert.deepEqual(await ids(page), ['first', 'answer', 'second']);
    assert.deepEqual(await page.texts('.closed'), ['Comments are closed.']);
    assert.deepEqual(await page.texts('form, .reply-button'), []);
  });

  test('thread: comments="none" takes away the thread and the form', async () => {
    const { page } = browser;
    await news.open(page, 'talk', 'comments="none"');
    assert.deepEqual(await page.texts('.comments, .reply, .closed'), []);
  });

  test('thread: comments="local" shows the form, and Reply at every comment', async () => {
    const { page } = browser;
    await news.open(page, 'talk', 'comments="local"');
    assert.ok(await page.find('form'));
    assert.equal((await page.texts('.reply-button')).length, 3);
  });

  test('thread: an unknown comment service is named in the console, and there is no form', async () => {
    const { page } = browser;
    const listen = 'window.warned = []; console.warn = (text) => warned.push(String(text));';
    await news.open(page, 'talk', 'comments="diskus"', listen);
    const [warning] = await page.run(() => window.warned.filter((text) => text.includes('diskus')));
    assert.equal(warning, 'news-widget: no comment service is called "diskus"; there are: local, http, wordpress, isso, feed, none');
    assert.deepEqual(await page.texts('form'), []);
  });

  test('form: comments have no Reply where it is left out, and it is there where the thread is left out', async () => {
    const { page } = browser;
    await news.open(page, 'talk', 'sections="article comments"');
    assert.deepEqual(await page.texts('form, .reply-button'), []);
    await news.open(page, 'talk', 'sections="article reply"');
    assert.ok(await page.find('form'));
  });
});

inEachEngine('thread, demo newspaper', (browser) => {
  let server;
  before(async () => { server = await serve({ folder: 'dist' }); });
  after(() => server.close());

  test('thread: of the demo newspaper’s sixty comments fifty are shown at first, and all after More', async () => {
    const { page } = browser;
    await page.open(`${server.url}index.html#/article/harbour-lights`);
    await page.find('.comments .part-title', '60 COMMENTS');
    assert.equal((await ids(page)).length, 50);
    await page.click('.comments button', 'More');
    await page.until(() => $$('[data-comment]').length === 60);
    await page.gone('.comments button', 'More');
    await accessible(page);
  });

  test('thread: the demo newspaper’s thread in a file of its own shows its thirteen comments', async () => {
    const { page } = browser;
    await page.open(`${server.url}index.html#/article/dredging-levy`);
    await page.find('.comments .part-title', '13 COMMENTS');
    await page.until(() => $$('[data-comment]').length === 13);
  });

  test('thread: the demo newspaper’s closed thread shows its five comments and says that it is closed', async () => {
    const { page } = browser;
    await page.open(`${server.url}index.html#/article/levy-leader`);
    await page.find('.closed', 'Comments are closed.');
    assert.equal((await ids(page)).length, 5);
  });
});
