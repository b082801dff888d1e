// Comments of a real WordPress, from a page on another origin.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { paste, write } from './reader.mjs';
import { json, stand, widget } from './stand.mjs';
import { BUSY, CLOSED, QUAY, QUIET, relay, wordpress } from './wordpress.mjs';

const title = (page) => page.run(() => squeeze($('.comments .part-title').textContent));
const bodies = (page) => page.texts('.thread .comment-body');

/** A newspaper that is not WordPress's, about posts that are: by number, by `?p=`, by slug. */
const newspaper = (site) => ({
  version: 'https://jsonfeed.org/version/1.1', title: 'Elsewhere',
  items: [
    { id: `${QUAY}`, title: 'By number', content_text: 'x' },
    { id: `https://wp.example/?p=${BUSY}`, title: 'By query', content_text: 'x' },
    { id: 'tag:quiet', url: `${site.origin}/2026/01/quiet-day/`, title: 'By slug', content_text: 'x' },
    { id: `${CLOSED}`, title: 'Closed', content_text: 'x' },
  ],
});

const EVE = { name: 'Eve & Co', email: 'eve@readers.example' };

inEachEngine('WordPress, comments', (browser) => {
  let news, site, moderated, line, moderatedLine, closedSite;
  before(async () => {
    [news, site, moderated, closedSite] = await Promise.all([stand(), wordpress(), wordpress({ MODERATED: 1 }), wordpress({ ANONYMOUS: 0 })]);
    news.press.page('blank.html', '<!doctype html><title>Nothing</title>');
    news.press.answer('elsewhere.json', json(newspaper(site)));
    line = relay(news.press, site);
    moderatedLine = relay(news.cdn, moderated);
  });
  afterEach(async () => {
    await browser.page.open(`${news.press.url}blank.html`);
    await browser.page.driver.executeScript('localStorage.clear()');
  });
  after(() => Promise.all([news, site, moderated, closedSite].map((opened) => opened?.close())));

  /** Opens an article with the comments at `root`. */
  async function open(article, root = site.root, of = site) {
    const attributes = { feed: 'elsewhere.json', article, comments: 'wordpress', 'comments-url': root };
    await browser.page.open(news.host(widget(attributes), { more: { origins: [of.origin] } }));
    await browser.page.ready();
    await browser.page.gone('.waiting'); // what comes would move what is clicked
  }

  /** Writes and posts a comment; answers what the page is told of it. */
  async function send(fields) {
    const { page } = browser;
    await write(page, EVE);
    for (const [name, text] of Object.entries(fields)) await paste(page, name, text);
    await page.click('button', 'Post Comment');
    return page.event('comment');
  }

  test('WordPress: the comments of a post are found by its number, in their thread, and nobody else is asked', async () => {
    const { page } = browser;
    for (const root of [site.root, `${site.root}/`, `${site.origin}/?rest_route=/`, `${site.root}/wp/v2`]) {
      await open(QUAY, root);
      await page.until(() => $$('.thread [data-comment]').length === 4);
      assert.equal(await title(page), '4 COMMENTS');
    }
    assert.deepEqual(await page.texts('.thread .comment-author'), ['Ann & Sons', 'Inés O’Dowd', 'Cy', 'Dot']);
    assert.deepEqual(await page.texts('.thread .in-reply-to'), ['In reply to Ann & Sons', 'In reply to Inés O’Dowd']);
    assert.equal(await page.run(() => $('[data-comment="4"] a[href="https://cy.example/"]').textContent), 'link');
    const elsewhere = (await page.asked()).filter((url) => ![news.press.origin, news.cdn.origin, site.origin].includes(new URL(url).origin));
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(await page.errors(), []);
  });

  test('WordPress: all comments of a long thread can be shown, and Recent Comments lists five of the site', async () => {
    const { page } = browser;
    await open(`https://wp.example/?p=${BUSY}`);
    await page.until(() => $$('.recent-list li').length === 5);
    while (await page.run(() => $$('.thread [data-comment]').length) < 230) {
      const before = await page.run(() => $$('.thread [data-comment]').length);
      await page.click('.comments button', 'More');
      await page.until((before) => $$('.thread [data-comment]').length > before, before);
    }
    assert.equal(await title(page), '230 COMMENTS');
    assert.match((await page.texts('.recent-list li'))[0], /on /);
    assert.deepEqual(await page.errors(), []);
  });

  test('WordPress: a comment is posted as it was written, where only the slug tells the post', async () => {
    const { page } = browser;
    await open('tag:quiet');
    const comment = `R&D says "3x4" -- it's <b>done</b>... 100%25 C:\\quay ${browser.name} :)`;
    const { status, id } = await send({ comment, website: 'eve.example' });
    assert.equal(status, 'published');
    const [stored] = (await site.comments(QUIET)).filter((comment) => comment.id === Number(id));
    assert.equal(stored.author, 'Eve &amp; Co');
    assert.equal(stored.email, EVE.email);
    assert.equal(stored.url, 'https://eve.example/');
    await open('tag:quiet');
    await page.find(`[data-comment="${id}"]`);
    assert.equal(await page.run((id) => $(`[data-comment="${id}"] .comment-body`).querySelector('b'), id), null);
    assert.match(await page.run((id) => squeeze($(`[data-comment="${id}"] .comment-body`).textContent), id), /R&D says “3×4” — it’s <b>done<\/b>… 100%25 C:\\quay/);
    assert.doesNotMatch(await page.run(() => $('.thread').textContent), /readers\.example/);
    assert.deepEqual(await page.errors(), []);
  });

  test('WordPress: a reply is stored and shown once, although the answer was lost', async () => {
    const { page } = browser;
    await open(QUAY, line.root);
    line.lose(1);
    const comment = `Lost & found <once> \\ ${browser.name}...`;
    await page.click('[data-comment="2"] .reply-button');
    await page.until(() => focused()?.name === 'comment');
    assert.equal((await send({ comment })).status, 'queued');
    await page.until(() => window.recorded.events.some(({ detail }) => detail?.status === 'published')); // by itself
    await page.gone('.unsent');
    const stored = (await site.comments(QUAY)).filter(({ content }) => content.includes(`\\ ${browser.name}`) || content.includes(`&#092; ${browser.name}`));
    assert.deepEqual(stored.map(({ parent }) => parent), [2]);
    assert.equal((await bodies(page)).filter((text) => text.includes(`${browser.name}…`)).length, 1);
  });

  test('WordPress: a held comment waits for a moderator, also after a reload, and is then shown once', async () => {
    const { page } = browser;
    await open(QUAY, moderated.root, moderated);
    const { status, id } = await send({ comment: `Please & <thank> you, ${browser.name}.` });
    assert.equal(status, 'pending');
    await page.find(`[data-comment="${id}"] .note`, 'awaiting moderation');
    await open(QUAY, moderated.root, moderated);
    await page.find(`[data-comment="${id}"] .note`, 'awaiting moderation');
    await moderated.moderate(id, 'approve');
    await open(QUAY, moderated.root, moderated);
    await page.find(`[data-comment="${id}"]`);
    await page.gone('.note', 'awaiting moderation');
    assert.equal((await bodies(page)).filter((text) => text.includes(`you, ${browser.name}`)).length, 1);
  });

  // WordPress says of such a comment that it has it, and not under which number: it stood there twice once it was let in.
  test('WordPress: a held comment whose answer was lost waits for a moderator, and is then shown once', async () => {
    const { page } = browser;
    await open(QUAY, moderatedLine.root, moderated);
    moderatedLine.lose(1);
    assert.equal((await send({ comment: `Held & lost, ${browser.name}...` })).status, 'queued');
    await page.until(() => window.recorded.events.some(({ detail }) => detail?.status === 'pending')); // by itself
    await page.find('.note', 'awaiting moderation');
    const [held, ...others] = (await moderated.comments(QUAY)).filter(({ content }) => content.includes(`lost, ${browser.name}`));
    assert.deepEqual(others, []);
    await moderated.moderate(held.id, 'approve');
    await open(QUAY, moderatedLine.root, moderated);
    await page.find(`[data-comment="${held.id}"]`);
    await page.gone('.note', 'awaiting moderation');
    assert.equal((await bodies(page)).filter((text) => text.includes(`lost, ${browser.name}`)).length, 1);
  });

  test('WordPress: a comment that is refused goes back into the form, with the reason', async () => {
    const { page } = browser;
    await open(CLOSED);
    assert.equal((await send({ comment: 'May I?' })).status, 'failed');
    await page.find('[role=alert]', 'comments are closed');
    assert.equal(await page.run(() => $('form [name=comment]').value), 'May I?');
    await open(QUAY, closedSite.root, closedSite);
    assert.equal((await send({ comment: 'May I?' })).status, 'failed');
    await page.find('[role=alert]', 'only who is logged in');
    await open(QUAY);
    assert.equal((await send({ comment: 'May I?', email: 'eve@nowhere' })).status, 'failed');
    await page.find('[role=alert]', 'Invalid email address.');
    await page.until(() => focused()?.name === 'email');
  });

  test('WordPress: the form asks for an e-mail address that is missing', async () => {
    const { page } = browser;
    await open(QUAY);
    await paste(page, 'comment', 'Without.');
    await paste(page, 'name', 'Eve');
    await page.click('button', 'Post Comment');
    await page.find('#field-email-error', 'Please enter your email address here');
  });
});
