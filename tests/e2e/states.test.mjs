// Every state is drawn: waiting, slow, failed, partial, empty.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { edition, json, stand, widget } from './stand.mjs';
import { paper } from '../fixtures/paper.mjs';

/** The four seconds after which the widget says that it is slow pass when the test says so. */
const CLOCK = `{
  const { setTimeout } = window;
  window.setTimeout = (run, wait, ...rest) => wait === 4000 ? (window.passFourSeconds = run, 0) : setTimeout(run, wait, ...rest);
}`;

const REMARK = { id: 'r1', content_text: 'From elsewhere.', authors: [{ name: 'Cy' }], _news: { article: { id: 'full', title: 'The ferry' } } };
const THREAD = { version: paper.version, title: 'Remarks', items: [REMARK] };

/** WebKit puts a page back to its top when it first paints it: what was scrolled before, such as for a click, is not there. */

inEachEngine('states', (browser) => {
  let press, host, close;
  const undo = [];
  before(async () => { ({ press, host, close } = await stand()); });
  after(() => close());
  afterEach(() => { for (const back of undo.splice(0)) back(); });

  /** Until the test is over, or until the answer is taken back. */
  const answer = (...rule) => {
    const back = press.answer(...rule);
    undo.push(back);
    return back;
  };
  const hold = (path) => {
    const held = press.hold(path);
    undo.push(held.release);
    return held;
  };
  const open = (attributes, fallback, options) => browser.page.open(host(widget(attributes, fallback), options));
  const fallbackShows = (page) => page.run(() => document.querySelector('#fallback').checkVisibility()
    && document.querySelector('#fallback').getBoundingClientRect().height > 0);

  test('states: a skeleton keeps the place while the feed is on its way', async () => {
    const { page } = browser;
    const feed = hold('paper.json');
    await open({ article: 'full' }, '');
    await feed.asked;
    await page.find('[part=skeleton]', 'Loading…');
    assert.ok(await page.run(() => $('[part=skeleton]').getBoundingClientRect().height >= innerHeight * 0.9));
    assert.equal(await page.run(() => $('[part=page]').ariaBusy), 'true');
    feed.release();
    await page.find('h1', 'The ferry');
    await page.gone('[part=skeleton]');
    assert.equal(await page.run(() => $('[part=page]').ariaBusy), null);
  });

  test('fallback: stays until the article is drawn', async () => {
    const { page } = browser;
    const feed = hold('paper.json');
    await open({ article: 'full' });
    await feed.asked;
    await page.until(() => $('[part=page]'));
    assert.ok(await fallbackShows(page));
    assert.deepEqual(await page.texts('[part=skeleton]'), []);
    feed.release();
    await page.ready();
    await page.until(() => !document.querySelector('#fallback').checkVisibility());
    assert.equal((await page.events('ready')).length, 1);
  });

  test('states: the reader is told when the feed takes longer than four seconds', async () => {
    const { page } = browser;
    for (const fallback of ['', undefined]) {
      const feed = hold('paper.json');
      await open({ article: 'full' }, fallback, { script: CLOCK });
      await feed.asked;
      await page.until(() => window.passFourSeconds);
      await page.run(() => window.passFourSeconds());
      await page.until(() => $('[role=status]', 'This is taking longer than usual. Still trying…')?.checkVisibility({ visibilityProperty: true }));
      if (fallback === undefined) {
        assert.ok(await fallbackShows(page));
        assert.deepEqual(await page.texts('.bar'), [], 'no empty boxes beside words');
      }
      feed.release();
      await page.find('h1', 'The ferry');
      await page.gone('[role=status]', 'This is taking longer');
    }
  });

  test('errors: a feed that failed can be tried again, and the fallback stays until it has come', async () => {
    const { page } = browser;
    const repair = answer('paper.json', { status: 503 });
    await open({ article: 'full' });
    await page.find('[role=alert] h1', 'The news could not be loaded');
    assert.ok(await fallbackShows(page));
    repair();
    await page.click('[role=alert] button', 'Try again');
    await page.find('h1', 'The ferry');
    await page.until(() => !document.querySelector('#fallback').checkVisibility());
    await page.gone('[role=alert]');
  });

  test('errors: a feed that fails again says so again', async () => {
    const { page } = browser;
    answer('paper.json', { status: 503 });
    await open({ article: 'full' });
    await page.click('[role=alert] button', 'Try again');
    await page.until(() => window.recorded.events.filter(({ type }) => type === 'news-widget:error').length === 2);
    await page.find('[role=alert]', 'status 503');
  });

  const remotes = [
    ['the ranking', 'popular', { _news: { ...paper._news, popular: [], popular_url: 'remote.json' } }, edition({ items: [paper.items[3]] }), 'A bridge for gulls'],
    ['the recent comments', 'recent', { _news: { ...paper._news, recent_comments_url: 'remote.json' } }, THREAD, 'Cy on The ferry'],
    ['the thread', 'comments', {}, THREAD, 'From elsewhere.'],
  ];
  for (const [what, part, fields, remote, text] of remotes) {
    test(`errors: ${what}, kept in a file of its own, fails alone and comes when tried again`, async () => {
      const { page } = browser;
      const elsewhere = (item) => (part !== 'comments' ? item : { ...item, _news: { ...item._news, comments: undefined, comments_url: 'remote.json' } });
      answer('paper.json', json(edition(fields, elsewhere)));
      answer('remote.json', json(remote));
      const repair = answer('remote.json', { status: 500 });
      const held = hold('remote.json');
      await open({ article: 'full' });
      await held.asked;
      await page.ready();
      await page.find(`[part=${part}] [role=status]`, 'Loading…');
      held.release();
      await page.find(`[part=${part}]`, 'This part could not be loaded.');
      assert.equal((await page.texts('[part=message]')).length, 1, 'nothing else has failed');
      assert.deepEqual(await page.texts('h1'), ['The ferry that would not sink & the town that paid for it']);
      assert.deepEqual(await page.events('error'), []);
      repair();
      await page.click(`[part=${part}] button`, 'Try again');
      await page.find(`[part=${part}]`, text);
      await page.gone(`[part=${part}] [part=message]`);
    });
  }

  test('feed: one without articles says so', async () => {
    const { page } = browser;
    answer('paper.json', json(edition({ items: [] })));
    for (const routing of ['none', 'hash']) {
      await open({ routing });
      await page.find('[part=page]', 'There are no articles yet.');
      await page.ready();
    }
    await open({ article: 'full' });
    await page.find('[role=alert]', 'The article “full” is not in this feed.');
  });

  test('errors: an older page of the feed that fails can be tried again, and costs nothing that is there', async () => {
    const { page } = browser;
    answer('paper.json', json(edition({ next_url: 'older.json' })));
    answer('older.json', json(edition({ items: [{ id: 'older', title: 'An older story' }] })));
    const repair = answer('older.json', { status: 500 });
    await open({ routing: 'hash' });
    await page.ready();
    await page.settled();
    await page.click('.more', 'More');
    await page.find('.story-list', 'This part could not be loaded.');
    assert.ok(await page.find('.card.lead h2', 'The ferry'));
    repair();
    await page.click('.story-list button', 'Try again');
    await page.find('.story-list h3', 'An older story');
  });

  test('errors: an article on a page of the feed that fails is not said to be gone', async () => {
    const { page } = browser;
    answer('paper.json', json(edition({ next_url: 'older.json' })));
    answer('older.json', json(edition({ items: [{ id: 'older', title: 'An older story' }] })));
    for (const attributes of [{ article: 'older' }, { routing: 'hash' }]) {
      const repair = answer('older.json', { status: 500 });
      await browser.page.open('about:blank');
      await browser.page.open(`${host(widget(attributes))}#/article/older`);
      await page.find('[role=alert]', 'older.json answered with status 500');
      repair();
      await page.click('[role=alert] button', 'Try again');
      await page.find('h1', 'An older story');
    }
  });
});
