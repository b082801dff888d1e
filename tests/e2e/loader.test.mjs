// When the loader starts what, what the elements of a page share, and its attributes as properties.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { stand, widget } from './stand.mjs';
import { ATTRIBUTES } from './strict.mjs';

const FAR = 'body { padding-top: 9000px }';

inEachEngine('loader', (browser) => {
  let cdn, press, host, close;
  const undo = [];
  before(async () => { ({ cdn, press, host, close } = await stand()); });
  after(() => close());
  afterEach(() => { for (const back of undo.splice(0)) back(); });

  const open = async (body, options) => {
    cdn.log.length = 0;
    press.log.length = 0;
    await browser.page.open(host(body, options));
    return browser.page;
  };
  const feeds = () => press.paths.filter((path) => path === 'paper.json').length;
  /** Puts an element into the page, as a script does. */
  const add = (page, attributes) => page.run((attributes) => document.body.append(make(attributes)), { feed: 'paper.json', loading: 'eager', ...ATTRIBUTES, ...attributes });
  const defined = (page) => page.until(() => customElements.get('news-widget') && document.readyState === 'complete');

  test('loader: fetches 1,200 pixels before the element is seen, and draws 200 pixels before', async () => {
    const page = await open(widget({ loading: null }), { css: FAR });
    await defined(page);
    await page.settled();
    assert.deepEqual([cdn.paths, feeds()], [['news-widget.js'], 0]);
    const until = (pixels) => page.run((pixels) => scrollTo(0, 9000 - innerHeight - pixels), pixels);
    await until(1000);
    await page.until(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm')));
    await page.settled();
    assert.equal(feeds(), 1);
    assert.equal(await page.run(() => document.querySelector('news-widget').shadowRoot.querySelector('[part=page]')), null);
    await until(100);
    await page.ready();
    assert.equal(feeds(), 1, 'what was fetched is used');
  });

  test('loader: starts at once where the address names a comment, however far down the element stands', async () => {
    const address = host(widget({ loading: null }), { css: FAR });
    await browser.page.open('about:blank'); // to another place on one page is no way to a page
    await browser.page.open(`${address}#comment-7`);
    await browser.page.ready();
  });

  test('loader: asks once for the feed of several elements, whenever they come', async () => {
    const page = await open(widget({ id: 'one', article: 'full' }) + widget({ id: 'two', article: 'bridge' }));
    await page.within('#one').find('h1', 'The ferry');
    await page.within('#two').find('h1', 'A bridge for gulls');
    assert.equal(feeds(), 1);
    await add(page, { id: 'three', article: 'bridge' });
    await page.within('#three').find('h1', 'A bridge for gulls');
    assert.equal(feeds(), 1);
    // Another list of hosts is another reading.
    await add(page, { id: 'four', article: 'bridge', 'media-hosts': 'img.example' });
    await page.within('#four').find('h1', 'A bridge for gulls');
    assert.deepEqual(await page.errors(), []);
  });

  test('loader: a shared request goes on for the other elements when one of them is removed', async () => {
    const held = press.hold('paper.json');
    undo.push(held.release);
    const page = await open(widget({ id: 'one', article: 'full' }) + widget({ id: 'two', article: 'bridge' }));
    await held.asked;
    await page.until(() => [...document.querySelectorAll('news-widget')].every((one) => one.shadowRoot.querySelector('[part=page]')));
    await page.run(() => document.querySelector('#one').remove());
    held.release();
    await page.within('#two').find('h1', 'A bridge for gulls');
    assert.equal(feeds(), 1, 'one that left did not take the request of the other along');
  });

  /** An element further down may hold what was asked for long ago: what is asked again must be asked for anew. */
  test('loader: “Try again” and refresh() ask for the feed anew, though another element still waits for it', async () => {
    const below = widget({ id: 'two', article: 'bridge', loading: null });
    const css = '#two { margin-top: 1500px }';
    undo.push(press.answer('paper.json', { status: 503 }));
    const page = await open(widget({ id: 'one', article: 'full' }) + below, { css });
    await page.within('#one').find('[role=alert] h1');
    undo.pop()();
    await page.within('#one').click('[role=alert] button');
    await page.within('#one').find('h1', 'The ferry');
    const before = feeds();
    await page.run(() => document.querySelector('#one').refresh());
    await page.until((before) => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('paper.json')).length > before, before);
    assert.ok(feeds() > before);
  });

  /** What the first paint needs is on its way while the widget itself is, not after it. */
  test('loader: asks for the site’s code before the widget’s own is here, and only where the widget is the site', async () => {
    const fresh = await stand(); // a browser keeps files with these names, as it should
    undo.push(fresh.close);
    const own = fresh.cdn.hold(/assets\/.*news-widget-.*\.wasm/);
    undo.push(own.release);
    const { page } = browser;
    const asked = async () => (await page.asked()).filter((url) => /\/site-[^/]*\.wasm$/.test(url)).length;
    await page.open(fresh.host(widget({ routing: 'hash' })));
    await own.asked;
    await page.until(() => performance.getEntriesByType('resource').some(({ name }) => /\/site-[^/]*\.wasm$/.test(name)));
    own.release();
    await page.find('[part=masthead]');
    assert.equal(await asked(), 1);
    await page.open(fresh.host(widget({ article: 'full' })));
    await page.ready();
    assert.equal(await asked(), 0);
    // A widget that becomes the site.
    await page.run(() => document.querySelector('news-widget').setAttribute('routing', 'hash'));
    await page.find('[part=masthead]');
    await page.find('h1', 'The ferry');
    assert.equal(await asked(), 1);
    assert.deepEqual(await page.errors(), []);
  });

  test('loader: the element has its attributes as properties, also where they were set before it was defined', async () => {
    const page = await open(`<template><script type="module" src="${cdn.url}news-widget.js"></script></template>`, { loader: null });
    await page.run((attributes) => {
      window.element = make(attributes);
      Object.assign(window.element, { feed: 'paper.json', article: 'full', headingLevel: 3, loading: 'eager', spamTraps: 'none', newComments: 'none' });
      document.body.append(window.element, document.querySelector('template').content);
    }, ATTRIBUTES);
    await page.find('h3', 'The ferry');
    assert.deepEqual(await page.run(() => {
      const { feed, headingLevel, mediaHosts, commentsUrl } = window.element;
      return [feed, headingLevel, mediaHosts, commentsUrl, ...['heading-level', 'new-comments'].map((name) => window.element.getAttribute(name))];
    }), ['paper.json', '3', '', '', '3', 'none']);
    await page.run(() => { window.element.article = 'bridge'; });
    await page.find('h3', 'A bridge for gulls');
    assert.equal(await page.run(() => { window.element.article = null; return window.element.hasAttribute('article'); }), false);
    await page.find('h3', 'The ferry');
  });

  test('errors: a feed that takes more than 15 seconds is reported as a timeout, and drawn when it comes', async () => {
    const held = press.hold('paper.json');
    undo.push(held.release);
    // In this page 15 seconds are over at once.
    const script = 'const later = setTimeout; window.setTimeout = (act, ms, ...more) => later(act, ms === 15000 ? 0 : ms, ...more);';
    const page = await open(widget({ article: 'full' }), { script });
    assert.equal((await page.event('error')).code, 'timeout');
    assert.ok(await page.run(() => document.querySelector('#fallback').getBoundingClientRect().height), 'the fallback is there');
    held.release();
    await page.find('h1', 'The ferry');
    await page.ready();
    assert.equal((await page.events('error')).length, 1);
  });
}, { differ: 'loader' });
