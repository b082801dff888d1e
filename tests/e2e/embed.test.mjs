// The good guest: on somebody else's page, on another origin than its own files and its feed, leaving no trace there.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before, test } from 'node:test';
import { paper } from '../fixtures/paper.mjs';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { serve } from './server.mjs';
import { edition, json, stand, widget } from './stand.mjs';
import { ATTRIBUTES } from './strict.mjs';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

inEachEngine('host page', (browser) => {
  let cdn, press, host, close, feed;
  const undo = [];
  before(async () => {
    ({ cdn, press, close } = await stand());
    host = await serve({ folder: FIXTURES, cors: false });
    feed = `${press.url}paper.json`;
  });
  after(() => Promise.all([close(), host.close()]));
  afterEach(() => { for (const back of undo.splice(0)) back(); });

  /** Opens a host page with this body, on an origin of its own. */
  const open = async (body, options) => {
    await browser.page.open(hostPage(host, 'page.html', body, { loader: `${cdn.url}news-widget.js`, ...options }));
    return browser.page;
  };
  const set = (page, name, value) => page.run((name, value) => {
    const element = document.querySelector('news-widget');
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }, name, value);

  test('host page: the widget works where host, widget and feed are three origins', async () => {
    const page = await open(widget({ feed, article: 'full' }));
    await page.ready();
    assert.deepEqual(await page.texts('[part=recent] h2'), ['Recent Comments']);
    await page.until(() => $$('.lead-picture, .spot-picture').every((image) => image.complete && image.naturalWidth));
    assert.deepEqual(await page.errors(), []);
  });

  test('privacy: only the widget’s own host and the feed’s are asked', async () => {
    const asked = await browser.page.asked();
    const hosts = new Set(asked.map((url) => new URL(url).origin));
    hosts.delete(host.origin); // the page's own recorder.js
    assert.deepEqual([...hosts].sort(), [cdn.origin, press.origin].sort());
  });

  test('host page: gets no names, no styles and nothing in its head, and keeps its title and history', async () => {
    const page = await open(`<template><script type="module" src="${cdn.url}news-widget.js"></script>${widget({ feed, article: 'full' })}</template>`,
      { loader: null });
    await page.until(() => true); // a driver leaves names of its own
    await page.run(() => { window.before = new Set(Object.getOwnPropertyNames(window)).add('before'); });
    await page.run(() => {
      const template = document.querySelector('template');
      template.replaceWith(template.content);
    });
    await page.ready();
    assert.deepEqual(await page.run(() => Object.getOwnPropertyNames(window).filter((name) => !window.before.has(name))), []);
    assert.deepEqual(await page.run(() => [...document.head.children].map(({ localName }) => localName)),
      ['meta', 'title', 'meta', 'script']);
    assert.equal(await page.run(() => document.adoptedStyleSheets.length + document.styleSheets.length), 0);
    assert.equal(await page.run(() => document.title), 'Host page');
    assert.deepEqual(await page.run(() => [history.state, history.scrollRestoration, location.hash]), [null, 'auto', '']);
  });

  test('lifecycle: a removed element is empty, and leaves nothing in the host page’s body', async () => {
    const { page } = browser;
    const left = await page.run(async () => {
      const element = document.querySelector('news-widget');
      element.remove();
      await new Promise((done) => { setTimeout(done); });
      return [element.shadowRoot.textContent, document.body.querySelectorAll(':not(script)').length];
    });
    assert.deepEqual(left, ['', 0]);
    assert.deepEqual(await page.errors(), []);
  });

  test('element: two on a page show their own articles, and one works on when the other is removed', async () => {
    const page = await open(`${widget({ feed, article: 'full', id: 'one' })}${widget({ feed, article: 'bridge', id: 'two', lang: 'ar' })}`);
    const [one, two] = [page.within('#one'), page.within('#two')];
    await one.find('h1', 'The ferry');
    await two.find('h1', 'A bridge for gulls');
    await two.run(() => $('[part=page]').ownerDocument.querySelector('#two').remove());
    await one.run(() => document.querySelector('#one').setAttribute('article', 'bridge'));
    await one.find('h1', 'A bridge for gulls');
    assert.deepEqual(await page.run(() => $$('[part=page]').map((element) => element.lang)), ['en']);
    assert.deepEqual(await page.errors(), []);
  });

  test('loader: may be loaded twice, and the page is drawn once', async () => {
    const page = await open(widget({ feed, article: 'full' }), {
      head: `<script type="module" src="${cdn.url}news-widget.js?again"></script>`,
    });
    await page.ready();
    assert.equal((await page.texts('h1')).length, 1);
    assert.deepEqual(await page.errors(), []);
  });

  test('element: can be added by script, moved, removed and added again, and moving asks for nothing', async () => {
    const page = await open('<div id="here"></div><div id="there"></div>');
    await page.until(() => customElements.get('news-widget'));
    press.log.length = 0;
    await page.run((attributes) => document.querySelector('#here').append(make(attributes)), { feed, article: 'full', ...ATTRIBUTES });
    await page.find('h1', 'The ferry');
    await page.run(() => { $('h1').same = true; });
    await page.run(() => document.querySelector('#there').append(document.querySelector('news-widget')));
    await page.until(() => document.querySelector('#there news-widget') && $('h1')?.same);
    assert.equal(press.paths.filter((path) => path === 'paper.json').length, 1, 'moving costs nothing');
    await page.run(() => {
      window.kept = document.querySelector('news-widget');
      window.kept.remove();
    });
    await page.until(() => !window.kept.shadowRoot.textContent);
    await page.run(() => document.querySelector('#here').append(window.kept));
    await page.find('h1', 'The ferry');
    assert.deepEqual(await page.errors(), []);
  });

  test('lifecycle: an element that is removed while its feed is on its way works when it comes back', async () => {
    const held = press.hold('paper.json');
    undo.push(held.release);
    const page = await open(widget({ feed, article: 'full' }));
    await held.asked;
    await page.until(() => $('[part=page]'));
    await page.run(() => {
      window.kept = document.querySelector('news-widget');
      window.kept.remove();
    });
    await page.until(() => !window.kept.shadowRoot.querySelector('[part=page]'));
    held.release();
    await page.run(() => document.body.append(window.kept));
    await page.find('h1', 'The ferry');
    await page.ready();
    assert.equal((await page.events('ready')).length, 1);
    assert.deepEqual(await page.events('error'), []);
    assert.deepEqual(await page.run(() => window.recorded.errors), []);
  });

  test('attributes: the element follows changes of article, sections, heading-level, lang and feed', async () => {
    const page = await open(widget({ feed, article: 'full' }));
    await page.find('h1', 'The ferry');
    await set(page, 'article', `${press.url}stories/bridge.html`);
    await page.find('h1', 'A bridge for gulls');
    await set(page, 'article', null);
    await page.find('h1', 'The ferry');
    await set(page, 'sections', 'article');
    await page.gone('[part=popular]');
    await set(page, 'heading-level', '3');
    await page.find('h3', 'The ferry');
    await set(page, 'lang', 'ar');
    await page.find('[part=page][dir=rtl]', 'مشاركة');
    await set(page, 'lang', null);
    await page.find('[part=page][dir=ltr]', 'Share');
    press.answer('other.json', json(edition({ items: [paper.items[3]] })));
    await set(page, 'feed', `${press.url}other.json`);
    await page.find('h3', 'A bridge for gulls');
    assert.deepEqual(await page.events('error'), []);
    assert.deepEqual(await page.errors(), []);
  });

  test('feed: the one that was set last is shown, when the code or an earlier feed comes late', async () => {
    press.answer('other.json', json(edition({ items: [paper.items[3]] })));
    for (const [what, when] of [['wasm', /\.wasm$/], ['feed', 'paper.json']]) {
      const held = (what === 'wasm' ? cdn : press).hold(when);
      undo.push(held.release);
      const page = await open(widget({ feed }));
      await held.asked;
      if (what === 'feed') await page.until(() => $('[part=page]'));
      await set(page, 'feed', `${press.url}other.json`);
      if (what === 'feed') await page.find('h1', 'A bridge for gulls');
      held.release();
      await page.find('h1', 'A bridge for gulls');
      await page.ready();
      assert.deepEqual(await page.texts('h1'), ['A bridge for gulls'], what);
    }
  });

  test('states: a skeleton keeps the place while a feed that is set later is on its way', async () => {
    const page = await open(widget({ feed }));
    await page.ready(); // a frame after the headline: before, the fallback is what stands there
    const held = press.hold('slow.json');
    undo.push(held.release, press.answer('slow.json', json(paper)));
    await set(page, 'feed', `${press.url}slow.json`);
    await page.find('[part=skeleton]');
    held.release();
    await page.find('h1', 'The ferry');
  });

  test('feed: refresh() leaves the article in place until the new edition has come', async () => {
    const page = await open(widget({ feed, article: 'bridge' }));
    await page.find('h1', 'A bridge for gulls');
    undo.push(press.answer('paper.json', json(edition({}, (item) => ({ ...item, title: item.id === 'bridge' ? 'A bridge for swans' : item.title })))));
    const held = press.hold('paper.json');
    undo.push(held.release);
    await page.run(() => document.querySelector('news-widget').refresh());
    await held.asked;
    assert.deepEqual(await page.texts('h1'), ['A bridge for gulls']);
    held.release();
    await page.find('h1', 'A bridge for swans');
  });

  test('loader: asks for nothing else while the element is far from the viewport, and starts when it is near', async () => {
    cdn.log.length = 0;
    press.log.length = 0;
    const page = await open(widget({ feed, loading: null }), { css: 'body { padding-top: 9000px }' });
    await page.until(() => customElements.get('news-widget') && document.readyState === 'complete');
    await page.settled();
    assert.deepEqual([cdn.paths, press.paths], [['news-widget.js'], []]);
    await page.run(() => scrollTo(0, 8500));
    await page.ready();
  });

  test('host page: its history is left alone, when a reader follows a link to a fragment and goes back', async () => {
    undo.push(press.answer('paper.json', json(edition({}, (item) => ({ ...item, url: `${host.url}page.html#${item.id}` })))));
    const page = await open(widget({ feed, article: 'full' }));
    await page.ready();
    await page.run(() => history.replaceState({ mine: 1 }, ''));
    await page.click('[part=popular] a', 'A bridge for gulls');
    await page.until(() => location.hash === '#bridge');
    assert.equal((await page.event('navigate')).id, 'bridge');
    await page.driver.navigate().back();
    await page.until(() => location.hash === '');
    assert.deepEqual(await page.run(() => history.state), { mine: 1 });
    assert.deepEqual(await page.texts('h1'), ['The ferry that would not sink & the town that paid for it']);
  });
});
