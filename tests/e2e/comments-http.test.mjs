// Comments on a server of the contract, at another origin: the real reference server, and answers of the tests' own where
// something has to go wrong.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { commentServer } from './comment-server.mjs';
import { inEachEngine } from './engines.mjs';
import { AHEAD, WAIT, kept, lookAgain, mistakes, newsroom, typed, write } from './reader.mjs';

const texts = (page) => page.texts('.thread .comment-body');
const status = (page) => page.run(() => squeeze($('p[role=status].hidden').textContent));
const submit = (page) => page.click('button', 'Post Comment');

inEachEngine('http service', (browser) => {
  let news, open, large, moderated;
  before(async () => {
    [news, open, large, moderated] = await Promise.all([
      newsroom(), commentServer({ PAGE_SIZE: 5 }), commentServer({}), commentServer({ MODERATION: 'on' }),
    ]);
  });
  afterEach(() => news.forget(browser.page));
  after(() => Promise.all([news, open, large, moderated].map((opened) => opened?.close())));

  const visit = (page, id, attributes, script) =>
    news.open(page, id, attributes, script, { origins: [open.origin, large.origin, moderated.origin] });
  const at = (url) => `comments="http" comments-url="${url}"`;

  test('http service: a comment is stored once and comes back from the server after a reload, and the browser keeps nothing', async () => {
    const { page } = browser;
    await visit(page, 'talk', at(open.url));
    await page.find('.nothing', 'Be the first');
    await write(page, { comment: 'Sent to the server.', name: 'Eve', email: 'eve@news.example' });
    await submit(page);
    const { id, status: told } = await page.event('comment');
    assert.equal(told, 'published');
    assert.deepEqual((await open.stored('talk')).map((item) => [item.id, item.content_text]), [[id, 'Sent to the server.']]);
    assert.deepEqual(await texts(page), ['Sent to the server.']);
    assert.equal(await page.run(() => squeeze($('.comments .part-title').textContent)), '1 COMMENT');
    assert.equal((await typed(page)).comment, '');
    assert.deepEqual(await kept(page), {}, 'nothing is left in the browser');
    await visit(page, 'talk', at(open.url));
    await page.find('.comment-body', 'Sent to the server.');
    assert.deepEqual(await texts(page), ['Sent to the server.']);
    await page.find('.recent-list li', 'Eve on Talk'); // asked for by itself
    assert.equal((await page.texts('.recent-list li'))[0], 'Eve on Talk');
    assert.deepEqual(await page.errors(), []);
  });

  test('http service: a held comment waits for a moderator, also after a reload, and is then shown once', async () => {
    const { page } = browser;
    await visit(page, 'talk', at(moderated.url));
    await write(page, { comment: 'Please wait.', name: 'Eve' });
    await submit(page);
    assert.equal((await page.event('comment')).status, 'pending');
    await page.find('.note', 'awaiting moderation');
    await visit(page, 'talk', at(moderated.url));
    await page.find('.note', 'awaiting moderation');
    assert.deepEqual(await texts(page), ['Please wait.']);
    const [id] = (await moderated.command('pending')).split(' ');
    await moderated.command('publish', id.trim());
    await visit(page, 'talk', at(moderated.url));
    await page.find('.comments .part-title', '1 COMMENT');
    assert.deepEqual(await texts(page), ['Please wait.']);
    await page.gone('.note', 'awaiting moderation');
    assert.deepEqual(await kept(page, 'outbox/'), {});
  });

  test('outbox: a comment waits while the service asks for time, also after a reload, and Send now sends it with the same key', async () => {
    const { page } = browser;
    let answers = WAIT;
    const stop = news.server.answer('comments', ({ method }) => (method === 'POST' ? answers : { body: '{"version":"https://jsonfeed.org/version/1.1","title":"","items":[]}' }));
    const here = at(`${news.server.url}comments`);
    await visit(page, 'talk', here);
    await write(page, { comment: 'Later, then.', name: 'Eve' });
    await submit(page);
    assert.equal((await page.event('comment')).status, 'queued');
    await page.find('.unsent', 'Not sent yet.');
    await page.find('.unsent', 'The site asks to wait for 10 minutes.');
    assert.equal((await typed(page)).comment, '');
    await visit(page, 'talk', here);
    await page.find('.unsent', 'Not sent yet.');
    const keys = news.server.log.filter(({ method, path }) => method === 'POST' && path === 'comments').map(({ headers }) => headers['idempotency-key']);
    assert.equal(keys.length, 1, 'the server asked to wait, and nobody came earlier');
    answers = { status: 201, body: JSON.stringify({ id: keys[0], content_text: 'Later, then.', authors: [{ name: 'Eve' }] }) };
    await page.click('.unsent button', 'Send now');
    await page.gone('.thread .note'); // not sent, and being sent: while it was, its entry was looked for, and found
    assert.deepEqual(await texts(page), ['Later, then.']);
    assert.deepEqual(await kept(page), {});
    assert.deepEqual(new Set(news.server.log.filter(({ method, path }) => method === 'POST' && path === 'comments').map(({ headers }) => headers['idempotency-key'])), new Set(keys), 'each try carries the same key');
    stop();
  });

  test('http service: a refusal is shown at the fields that it names, and the text stays, also after a reload', async () => {
    const { page } = browser;
    const errors = [{ field: 'email', detail: 'No such host.' }, { field: 'website', detail: '' }];
    const problem = { title: 'No', status: 422, errors };
    const stop = news.server.answer('comments', ({ method }) => (method === 'POST'
      ? { status: 422, type: 'application/problem+json', body: JSON.stringify(problem) }
      : { body: '{"version":"https://jsonfeed.org/version/1.1","title":"","items":[]}' }));
    await visit(page, 'talk', at(`${news.server.url}comments`));
    await write(page, { comment: 'Well said.', name: 'Eve', email: 'eve@nowhere.example' });
    await submit(page);
    await page.find('form .error[role=alert]', 'No such host.');
    assert.equal((await page.event('comment')).status, 'failed');
    await page.until(() => focused()?.name === 'email');
    assert.equal(await status(page), '', 'an alert tells it already');
    const website = 'Please enter a web address such as https://example.org, or leave this empty';
    assert.deepEqual(await mistakes(page), { email: 'No such host.', website });
    assert.equal((await typed(page)).comment, 'Well said.');
    await write(page, { email: '.uk' });
    assert.deepEqual(await mistakes(page), { website }, 'what is corrected is not wrong any more');
    await submit(page);
    await page.find('form .error[role=alert]', 'No such host.');
    assert.deepEqual(await mistakes(page), { email: 'No such host.', website });
    assert.deepEqual(await kept(page, 'outbox/'), {});
    await visit(page, 'talk', at(`${news.server.url}comments`));
    assert.equal((await typed(page)).comment, 'Well said.', 'and after a reload');
    stop();
  });

  test('outbox: a comment that is not sent yet can be edited and discarded', async () => {
    const { page } = browser;
    const stop = news.server.answer('comments', ({ method }) => (method === 'POST'
      ? WAIT : { body: '{"version":"https://jsonfeed.org/version/1.1","title":"","items":[]}' }));
    await visit(page, 'talk', at(`${news.server.url}comments`));
    await write(page, { comment: 'A tpyo.', name: 'Eve', email: 'eve@news.example' });
    await submit(page);
    await page.find('.unsent', 'Not sent yet.');
    await page.click('.unsent button', 'Edit');
    await page.gone('.unsent');
    await page.until(() => focused()?.name === 'comment');
    assert.deepEqual(await typed(page), { comment: 'A tpyo.', name: 'Eve', email: 'eve@news.example', website: '' });
    await submit(page);
    await page.find('.unsent', 'Not sent yet.');
    await page.click('.unsent button', 'Discard');
    await page.gone('.unsent');
    assert.deepEqual(await texts(page), []);
    assert.deepEqual(await kept(page, 'outbox/'), {});
    stop();
  });

  test('http service: a server that is down costs only the thread, and a comment waits in the outbox', async () => {
    const { page } = browser;
    const stop = news.server.answer('comments', { drop: true });
    await visit(page, 'talk', at(`${news.server.url}comments`));
    await page.find('.comments .part-failed');
    await page.find('.body', 'The story of talk.');
    await write(page, { comment: 'All the same.', name: 'Eve' });
    await submit(page);
    await page.find('.unsent', 'Not sent yet.');
    assert.equal(await status(page), 'Your comment could not be sent yet. It is kept in this browser, and sent by itself.');
    stop();
  });

  test('http service: where its code does not come, a comment waits, and is posted after “Try again”', async () => {
    const { page } = browser;
    const stop = news.server.answer(/\/http-[0-9a-f]+\.wasm$/, { drop: true });
    await visit(page, 'odd', at(open.url));
    await page.find('.comments .part-failed');
    await page.find('.recent .part-failed, [part=recent] .part-failed');
    await write(page, { comment: 'Some day.', name: 'Eve' });
    await submit(page);
    await page.find('.unsent', 'Not sent yet.');
    assert.equal(await status(page), 'Your comment could not be sent yet. It is kept in this browser, and sent by itself.');
    assert.deepEqual(await open.stored('odd'), []);
    stop();
    await page.run(() => $('.comments .part-failed button').click()); // the row above it may be another at any time
    await page.gone('.comments .part-failed');
    await page.run(() => $('.unsent button')?.click()); // unless it is under way by itself
    await page.until(() => window.recorded.events.some(({ detail }) => detail?.status === 'published'));
    assert.deepEqual((await open.stored('odd')).map((item) => item.content_text), ['Some day.']);
    assert.deepEqual(await texts(page), ['Some day.']);
  });

  test('http service: More shows the next page of a thread, and another order fetches all of them', async () => {
    const { page } = browser;
    const ids = [];
    for (let n = 1; n <= 12; n += 1) ids.push(await open.add('one', { name: `Reader ${n}`, text: `Number ${n}.` }));
    await visit(page, 'one', at(open.url));
    await page.find('.comment-body', 'Number 5.');
    assert.equal((await texts(page)).length, 5);
    await page.click('.comments button', 'More');
    await page.find('.comment-body', 'Number 10.');
    await page.until((id) => focused()?.dataset.comment === id, ids[5]);
    await page.run(() => {
      const select = $('.order');
      select.value = 'newest';
      select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    });
    await page.until(() => $$('.thread .comment-body').length === 12 && squeeze($('.comment-body').textContent) === 'Number 12.');
    await page.gone('.comments button', 'More');
    assert.equal(await page.run(() => squeeze($('.comments .part-title').textContent)), '12 COMMENTS');
  });

  test('http service: a link leads to its comment on a later page of the thread, or the page says that it is not there', async () => {
    const { page } = browser;
    const [, , , , , , , , , , , last] = (await open.stored('one')).map(({ id }) => id);
    await visit(page, 'one', at(open.url));
    await page.find('.comment-body', 'Number 1.');
    const link = await page.run(() => $('.permalink').getAttribute('href'));
    assert.match(link, /host\.html#comment-/);
    await page.open('about:blank');
    await page.open(`${news.server.url}host.html#comment-${last}`);
    await page.until((id) => focused()?.dataset.comment === id && focused().getAttribute('aria-current') === 'true', last);
    await page.open('about:blank');
    await page.open(`${news.server.url}host.html#comment-nobody`);
    await page.find('.comments .note', 'is not here');
    assert.match(await status(page), /is not here/);
  });

  test('http service: a link leads to its comment on a later page of the thread, also where the widget is the site', async () => {
    const { page } = browser;
    const [, , , , , , , seventh] = (await open.stored('one')).map(({ id }) => id);
    const site = `${at(open.url)} routing="hash"`;
    await visit(page, 'one', site);
    await page.open('about:blank');
    await page.open(`${news.server.url}host.html#/article/one#comment-${seventh}`);
    await page.until((id) => focused()?.dataset.comment === id, seventh);
    const link = await page.run(() => focused().querySelector('.permalink').href);
    assert.equal(link, `${news.server.url}host.html#/article/one#comment-${seventh}`);
    await page.run(() => { location.hash = '#/article/talk'; });
    await page.find('h1', 'Talk');
  });

  test('thread: new comments are announced and offered, and nothing moves before the reader asks for them', async () => {
    const { page } = browser;
    await open.add('quiet', { name: 'Ann', text: 'The first.' });
    await visit(page, 'quiet', at(open.url), AHEAD);
    await page.find('.comment-body', 'The first.');
    const id = await open.add('quiet', { name: 'Bob', text: 'The second.' });
    const height = () => page.run(() => $('.comments').getBoundingClientRect().height);
    const before = await height();
    await lookAgain(page);
    await page.find('.fresh button', '1 new comment');
    assert.equal(await status(page), '1 new comment');
    assert.equal(await height(), before);
    assert.deepEqual(await texts(page), ['The first.']);
    await page.click('.fresh button');
    await page.until((id) => focused()?.dataset.comment === id, id);
    assert.deepEqual(await texts(page), ['The first.', 'The second.']);
    await page.gone('.fresh button');
  });

  // The button went, and nothing was to be seen: the new one was folded away.
  test('thread: a new comment that would be folded away is shown and focused, when the reader asks for it', async () => {
    const { page } = browser;
    const top = await large.add('deep', { name: 'Ann', text: 'Ask me.' });
    for (let n = 1; n <= 8; n += 1) await large.add('deep', { name: 'Bob', text: `Answer ${n}.`, parent: top });
    await visit(page, 'deep', at(large.url), AHEAD);
    await page.find('button', 'more replies');
    const id = await large.add('deep', { name: 'Cid', text: 'The newest.', parent: top });
    await lookAgain(page);
    await page.click('.fresh button', '1 new comment');
    await page.until((id) => focused()?.dataset.comment === id, id);
  });

  test('thread: new comments are not looked for, where the publisher does not want it', async () => {
    const { page } = browser;
    await visit(page, 'quiet', `${at(open.url)} new-comments="none"`, AHEAD);
    await page.find('.comment-body', 'The first.');
    await lookAgain(page);
    await page.settled();
    assert.equal((await page.asked()).filter((url) => url.includes('article=quiet')).length, 1);
  });
});
