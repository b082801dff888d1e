// The posts of a real WordPress in the place of a feed, from a page on another origin.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { paste, write } from './reader.mjs';
import { stand, widget } from './stand.mjs';
import { QUIET, wordpress } from './wordpress.mjs';

const headline = (page) => page.run(() => squeeze($('h1').textContent));

inEachEngine('WordPress, posts', (browser) => {
  let news, site;
  before(async () => {
    [news, site] = await Promise.all([stand(), wordpress({ POSTS: 30 })]);
    news.press.page('blank.html', '<!doctype html><title>Nothing</title>');
  });
  afterEach(async () => {
    await browser.page.open(`${news.press.url}blank.html`);
    await browser.page.driver.executeScript('localStorage.clear()');
  });
  after(() => Promise.all([news, site].map((opened) => opened?.close())));

  /** What a page needs that shows the site. */
  const more = () => ({ more: { origins: [site.origin], images: [site.origin] } });

  async function open(attributes) {
    const { page } = browser;
    await page.open(news.host(widget({ source: 'wordpress', feed: site.root, ...attributes }), more()));
    await page.ready();
    await page.gone('.waiting'); // what comes would move what is clicked
  }

  test('WordPress: the newest post is shown as an article, with all that WordPress says of it', async () => {
    const { page } = browser;
    await open({});
    assert.equal(await headline(page), 'It’s back: the lamp & its “keeper” – 50%');
    assert.match((await page.texts('.byline'))[0], /Inés O’Dowd/);
    assert.match(await page.run(() => squeeze($('.body').textContent)), /After eleven dark weeks/);
    assert.match(await page.run(() => $('figure img').src), /lamp-1536x1024\.jpg$/);
    assert.equal(await page.run(() => $('figure img').alt), 'A lamp above a dark quay');
    assert.match(await page.run(() => squeeze($('figcaption').textContent)), /The lamp before the storm & after/);
    assert.match((await page.texts('nav'))[0], /Harbour & Sea/);
    await page.until(() => $$('.thread [data-comment]').length === 4); // the site's own comments, with no further attribute
    const elsewhere = (await page.asked()).filter((url) => ![news.press.origin, news.cdn.origin, site.origin].includes(new URL(url).origin));
    assert.deepEqual(elsewhere, []);
    assert.ok(!(await page.asked()).includes(site.root), 'the root has nothing that is needed');
    assert.deepEqual(await page.errors(), []);
  });

  test('WordPress: posts are found by number, slug and address, also where they are on no page that was read', async () => {
    const { page } = browser;
    const old = `${site.origin}/2025/12/from-the-archive-number-29/`;
    for (const [article, title] of [
      [QUIET, 'A quiet day'], ['https://wp.example/?p=8', 'A quiet day'],
      ['from-the-archive-number-30', 'From the archive, number 30'], [old, 'From the archive, number 29'],
    ]) {
      await open({ article });
      assert.equal(await headline(page), title, `${article}`);
    }
    const asked = (await page.asked()).filter((url) => url.includes('/wp/v2/posts'));
    assert.equal(asked.length, 2, `the newest, and this one: ${asked}`);
    assert.deepEqual(await page.errors(), []);
  });

  test('WordPress: a post that is not there is reported as article-not-found', async () => {
    const { page } = browser;
    await page.open(news.host(widget({ source: 'wordpress', feed: site.root, article: 'nowhere' }), more()));
    assert.equal((await page.event('error')).code, 'article-not-found');
  });

  test('WordPress: posts make up the site, and More shows further ones', async () => {
    const { page } = browser;
    await open({ routing: 'hash' });
    const links = () => page.run(() => new Set($$('a[data-to]').map(({ dataset }) => dataset.to)).size);
    const before = await links();
    await page.click('button', 'More');
    await page.until((before) => new Set($$('a[data-to]').map(({ dataset }) => dataset.to)).size > before, before);
    assert.deepEqual(await page.errors(), []);
  });

  test('WordPress: a post takes comments, unless they are closed', async () => {
    const { page } = browser;
    await open({ article: QUIET });
    await write(page, { name: 'Eve', email: 'eve@readers.example' });
    await paste(page, 'comment', `Quiet & fine, ${browser.name}.`);
    await page.click('button', 'Post Comment');
    const { id, status } = await page.event('comment');
    assert.equal(status, 'published');
    assert.ok((await site.comments(QUIET)).some((comment) => comment.id === Number(id)));
    await open({ article: QUIET });
    await page.find(`[data-comment="${id}"]`);
    await open({ article: 'no-comment' });
    await page.find('.reply', 'Comments are closed.');
  });
});
