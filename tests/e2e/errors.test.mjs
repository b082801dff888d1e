// Bad input: a sentence that says what is wrong and what to do, an event with a code, and the publisher's fallback.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { paper } from '../fixtures/paper.mjs';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { serve } from './server.mjs';
import { json, stand, widget } from './stand.mjs';

const text = (body, type = 'text/html') => ({ body, type });

/** name, code, what the sentence says, the element's attributes, the feed's answer. */
const CASES = [
  ['no feed', 'missing-feed', /has no feed\. Give the element a feed attribute/, { feed: null }],
  ['an empty address', 'missing-feed', /has no feed\./, { feed: ' ' }],
  ['a bad address', 'bad-feed-address', /“https:\/\/\[” is no web address\. Give the feed attribute/, { feed: 'https://[' }],
  ['an address of another kind', 'bad-feed-address', /“javascript:alert\(1\)” is no web address/, { feed: 'javascript:alert(1)' }],
  ['a feed that is not there', 'not-found', /There is no feed at \S+paper\.json \(status 404\)\. Check the address/, {}, { status: 404 }],
  ['a broken server', 'http-status', /answered with status 500\. Try again in a while/, {}, { status: 500 }],
  ['a dead line', 'unreachable', /did not answer this page\. Check the connection/, {}, { drop: true }],
  ['a web page', 'html', /HTML page instead of a JSON feed, and it names none with <link.*Open it in a browser/, {}, text('<!doctype html><title>Log in</title>')],
  ['RSS', 'xml', /XML, such as RSS or Atom, .*Give the address of the site's JSON feed/, {}, text('<?xml version="1.0"?><rss/>')],
  ['half a feed', 'truncated', /ends in the middle\. Reload/, {}, text('{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a","ti')],
  ['a picture', 'wrong-type', /paper\.json is image\/png, not a JSON feed\. Give the feed attribute/, {}, text('\u2030PNG', 'image/png')],
  ['no JSON', 'not-json', /not valid JSON: it breaks at line 2, column 3\. Correct it/, {}, text('{\n  nonsense: 1}')],
  ['a list', 'not-a-feed', /JSON list instead of a JSON feed\. A feed is an object/, {}, json([{ id: 'a' }])],
  ['a single value', 'not-a-feed', /single JSON value instead/, {}, json(42)],
  ['another object', 'not-a-feed', /has no list named "items"\. Check that the address/, {}, json({ error: 'no' })],
  ['nothing', 'empty', /empty document instead of a JSON feed\. Check that/, {}, text('')],
  ['another article', 'article-not-found', /“no-such” is not in this feed\. Give the article attribute/, { article: 'no-such' }],
];

inEachEngine('errors', (browser) => {
  let cdn, press, host, close;
  const undo = [];
  before(async () => { ({ cdn, press, host, close } = await stand()); });
  after(() => close());
  afterEach(() => Promise.all(undo.splice(0).map((back) => back())));

  const fallbackShows = (page) => page.run(() => document.querySelector('#fallback').getBoundingClientRect().height > 0);
  /** Opens a page of a site: Firefox's driver does not wait for one whose address has a fragment, as the one before has. */
  const anew = async (page, url) => {
    await page.open('about:blank');
    await page.open(url);
  };
  /** What no failure may cause, whatever the console says about it. */
  const uncaught = (page) => page.run(() => window.recorded.errors);

  /** The failure is told to the reader and to the page. */
  async function told(page, code, sentence) {
    const detail = await page.event('error');
    assert.equal(detail.code, code);
    assert.match(detail.message, sentence);
    assert.deepEqual(Object.keys(detail), ['code', 'message']);
    const alert = await page.find('[role=alert]');
    assert.ok((await alert.getText()).includes(detail.message));
    assert.ok(await alert.isDisplayed());
    assert.ok(await fallbackShows(page));
    assert.equal((await page.events('error')).length, 1);
    assert.deepEqual(await page.events('ready'), []);
    assert.deepEqual(await uncaught(page), []);
  }

  for (const [name, code, sentence, attributes, reply] of CASES) {
    test(`errors: the case “${name}” is reported as ${code}, to the reader and to the page`, async () => {
      if (reply) undo.push(press.answer('paper.json', reply));
      await browser.page.open(host(widget(attributes)));
      await told(browser.page, code, sentence);
    });
  }

  test('errors: a feed that this page may not read is reported as cors, and a redirect to such a place as unreachable', async () => {
    const other = await serve({ folder: 'dist', cors: false });
    try {
      const sentence = /feed\.json answers, but does not let pages of \S+ read it\. Its server must send the header Access-Control-Allow-Origin: \*/;
      await browser.page.open(host(widget({ feed: `${other.url}feed.json` })));
      await told(browser.page, 'cors', sentence);
      undo.push(press.answer('login', { status: 302, headers: { Location: `${other.url}index.html` } }));
      await browser.page.open(host(widget({ feed: 'login' })));
      await told(browser.page, 'unreachable', /did not answer this page/);
    } finally {
      await other.close();
    }
  });

  test('errors: a feed on another origin that does not answer is reported as unreachable', async () => {
    const other = await serve({ folder: 'dist' });
    await other.close();
    await browser.page.open(host(widget({ feed: `${other.url}feed.json` }), { more: { origins: [other.origin] } }));
    await told(browser.page, 'unreachable', /did not answer this page\..*Access-Control-Allow-Origin/);
  });

  test('errors: a feed that the page’s own policy forbids is reported as policy, and not asked for', async () => {
    const other = await serve({ folder: 'dist' });
    const strict = await serve({ folder: 'tests/fixtures', csp: "default-src 'self'; script-src 'self' CDN 'wasm-unsafe-eval'; connect-src CDN".replaceAll('CDN', cdn.origin) });
    undo.push(other.close, strict.close);
    await browser.page.open(hostPage(strict, 'page.html', widget({ feed: `${other.url}feed.json` }), { loader: `${cdn.url}news-widget.js` }));
    const { code, message } = await browser.page.event('error');
    assert.equal(code, 'policy');
    assert.match(message, /Content-Security-Policy does not let it ask \S+feed\.json\. Add the address's origin to connect-src/);
    assert.equal(other.paths.length, 0);
  });

  test('errors: an insecure feed on a secure page is reported as mixed-content', async () => {
    const secure = await serve({ folder: 'dist', tls: true });
    undo.push(secure.close);
    await browser.page.open(hostPage(secure, 'page.html', widget({ feed: 'http://news.example/feed.json' }), { more: { origins: ['http://news.example'] } }));
    const { code, message } = await browser.page.event('error');
    assert.equal(code, 'mixed-content');
    assert.match(message, /begins with http:, .*Give the feed attribute an address that begins with https:/);
  });

  test('errors: an address that leads to a web page is reported as html, with where it leads', async () => {
    undo.push(press.answer('old.json', { status: 302, headers: { Location: 'login.html' } }), press.answer('login.html', text('<!doctype html><title>Log in</title>')));
    await browser.page.open(host(widget({ feed: 'old.json' })));
    await told(browser.page, 'html', /old\.json leads to \S+login\.html: this is an HTML page/);
  });

  test('fallback: comes back when the feed is changed to one that is not there', async () => {
    const { page } = browser;
    await page.open(host(widget({ article: 'full' })));
    await page.ready();
    await page.run(() => document.querySelector('news-widget').setAttribute('feed', 'gone.json'));
    assert.equal((await page.event('error')).code, 'not-found');
    await page.find('[role=alert]', 'There is no feed at');
    await page.until(() => document.querySelector('#fallback').checkVisibility());
  });

  /** The first paint is told a frame later, and once told of one that had failed since: the fallback stayed hidden. */
  test('errors: a page that fails in the frame in which it was drawn is not announced as ready', async () => {
    const { page } = browser;
    const script = `new MutationObserver((_, observer) => {
      const element = document.querySelector('news-widget');
      if (!element?.shadowRoot) return;
      observer.disconnect();
      new MutationObserver((_, inner) => {
        if (!element.shadowRoot.querySelector('[part=article]')) return;
        inner.disconnect();
        element.setAttribute('article', 'no-such');
      }).observe(element.shadowRoot, { childList: true, subtree: true });
    }).observe(document, { childList: true, subtree: true });
    // The element's shadow root is no change of the document's: this one is.
    addEventListener('DOMContentLoaded', () => document.body.append(document.createElement('i')));`;
    await page.open(host(widget({ article: 'full' }), { script }));
    await page.event('error');
    await page.settled();
    assert.deepEqual(await page.events('ready'), []);
    assert.equal(await fallbackShows(page), true);
  });

  test('attributes: values that are not understood are named in the console and ignored', async () => {
    const { page } = browser;
    const script = 'window.warned = []; console.warn = (...texts) => window.warned.push(texts.join(" "));';
    await page.open(host(widget({
      article: 'full', sections: 'article, weather', routing: 'path', 'heading-level': 'seven', theme: 'sepia', loading: 'never', source: 'rss',
    }), { script }));
    await page.run(() => document.querySelector('news-widget').scrollIntoView());
    await page.ready();
    const warned = await page.run(() => window.warned);
    const wanted = [
      'news-widget: sections="weather" is not understood and ignored; allowed: a list of date, spot, breadcrumb, article, related, comments, reply, popular, recent',
      'news-widget: routing="path" is not understood and ignored; allowed: none, hash',
      'news-widget: source="rss" is not understood and ignored; allowed: json-feed, wordpress',
      'news-widget: heading-level="seven" is not understood and ignored; allowed: 1 to 4',
      'news-widget: theme="sepia" is not understood and ignored; allowed: auto, light, dark',
      'news-widget: loading="never" is not understood and ignored; allowed: lazy, eager',
    ];
    assert.deepEqual(warned.filter((line) => line.includes('is not understood')), wanted);
    assert.deepEqual(await page.run(() => $$('h1, h2').map((heading) => heading.localName)), ['h1', 'h2', 'h2']);
    assert.deepEqual(await page.events('error'), []);
  });

  for (const [what, pattern] of [['wasm', /\.wasm$/], ['glue', /assets\/.*\.js$/], ['style sheet', /assets\/.*\.css$/]]) {
    const replies = {
      'not there': { status: 404 },
      'not to be had': { drop: true },
      'not what was published': { body: '/* another */', type: 'text/javascript' },
    };
    for (const [how, reply] of Object.entries(replies)) {
      test(`errors: load is reported and the fallback shows, when the widget’s ${what} is ${how}`, async () => {
        const { page } = browser;
        const fresh = await stand(); // a browser keeps files with these names, as it should
        undo.push(fresh.close);
        fresh.cdn.answer(pattern, reply);
        await page.open(fresh.host(widget()));
        const { code, message } = await page.event('error');
        assert.equal(code, 'load');
        // WebKit does not check the integrity of a preloaded module: another module runs, and is found to be none of ours.
        const unnoticed = browser.name === 'webkit' && what === 'glue' && how === 'not what was published';
        assert.match(message, unnoticed ? /is not a function/ : /assets\/.*news-widget-/, 'the file is named');
        assert.match(message, /Reload/);
        assert.ok(await fallbackShows(page));
        assert.deepEqual(await uncaught(page), []);
      });
    }
  }

  for (const [how, reply] of Object.entries({
    'not there': { status: 404 },
    'not to be had': { drop: true },
    'not what was published': { body: 'another', type: 'application/wasm' },
  })) {
    test(`errors: only the comments’ parts fail and can be tried again, when the comments’ code is ${how}`, async () => {
      const { page } = browser;
      const fresh = await stand();
      undo.push(fresh.close);
      const heal = fresh.cdn.answer(/assets\/.*comments-/, reply);
      await page.open(fresh.host(widget({ article: 'full' })));
      await page.ready();
      await page.until(() => $$('.part-failed').length === 3);
      await page.find('[part=popular] li');
      assert.deepEqual(await page.events('error'), [], 'the news is there');
      assert.deepEqual(await uncaught(page), []);
      assert.equal(fresh.cdn.paths.filter((path) => /assets\/.*comments-.*wasm/.test(path)).length, 1, 'asked for once, not by each part');
      heal();
      await page.click('.part-failed button', 'Try again');
      await page.find('form');
      assert.deepEqual(await page.texts('.part-failed'), []);
    });
  }

  test('states: what stands below the comments’ parts waits for their slow code, but not for ever', async () => {
    const { page } = browser;
    const fresh = await stand();
    undo.push(fresh.close);
    const code = fresh.cdn.hold(/assets\/.*comments-/);
    undo.push(code.release);
    await page.open(fresh.host(widget({ article: 'full' }), { css: 'body { width: 600px }' }));
    await page.event('ready');
    const shown = () => page.run(() => $('[part=popular]').getBoundingClientRect().height > 0);
    assert.equal(await shown(), false);
    await page.gone('.arriving');
    assert.equal(await shown(), true);
    assert.deepEqual(await page.texts('.part-failed'), []);
    code.release();
    await page.find('form');
  });

  for (const [how, reply] of Object.entries({ 'not there': { status: 404 }, 'not what was published': { body: 'another', type: 'application/wasm' } })) {
    test(`errors: a web page instead of a feed is reported and can be tried again, when the code that looks closer is ${how}`, async () => {
      const { page } = browser;
      const fresh = await stand();
      undo.push(fresh.close);
      fresh.press.answer('paper.json', text('<!doctype html><link rel="alternate" type="application/feed+json" href="real.json">'));
      fresh.press.answer('real.json', json(paper));
      const heal = fresh.cdn.answer(/assets\/.*look-/, reply);
      await page.open(fresh.host(widget({ article: 'full' })));
      await told(page, 'html', /HTML page instead of a JSON feed/);
      assert.ok(!fresh.cdn.paths.some((path) => /comments-/.test(path)), 'nobody needs the comments yet');
      heal();
      await page.click('[role=alert] button', 'Try again');
      await page.find('h1', 'The ferry');
      await page.ready();
      assert.deepEqual(await uncaught(page), []);
    });
  }

  for (const [how, reply] of Object.entries({
    'not there': { status: 404 },
    'not to be had': { drop: true },
    'not what was published': { body: 'another', type: 'application/wasm' },
  })) {
    test(`errors: load is reported and can be tried again, when the site’s code is ${how}`, async () => {
      const { page } = browser;
      const fresh = await stand();
      undo.push(fresh.close);
      const heal = fresh.cdn.answer(/assets\/.*site-/, reply);
      await anew(page, `${fresh.host(widget({ routing: 'hash' }))}#/article/full`);
      await told(page, 'load', /The news did not come\. Reload, or publish the widget’s folder again/);
      heal();
      await page.click('[role=alert] button', 'Try again');
      await page.find('h1', 'The ferry');
      await page.find('[part=masthead]');
      await page.ready();
      assert.equal(await fallbackShows(page), false);
      assert.deepEqual(await uncaught(page), []);
    });
  }

  test('states: the reader is told when the site’s code is slow, and the page comes with it', async () => {
    const { page } = browser;
    const fresh = await stand();
    undo.push(fresh.close);
    const code = fresh.cdn.hold(/assets\/.*site-/);
    undo.push(code.release);
    await anew(page, `${fresh.host(widget({ routing: 'hash' }, ''))}#/article/full`);
    await page.find('.waiting:not(.hidden)', 'longer than usual');
    assert.deepEqual(await page.events('ready'), []);
    code.release();
    await page.find('h1', 'The ferry');
    await page.ready();
    assert.deepEqual(await page.events('error'), []);
  });

  test('loader: the comments’ code is not asked for before one of their parts is shown', async () => {
    const { page } = browser;
    const fresh = await stand();
    undo.push(fresh.close);
    await page.open(fresh.host(widget({ article: 'full', sections: 'article, popular' })));
    await page.ready();
    await page.find('[part=popular] li');
    const asked = () => fresh.cdn.paths.map((path) => path.replace(/\/[\d.]+\/(.*)-[0-9a-f]+\./, '/$1.')).filter((path) => path.endsWith('.wasm'));
    const attribute = (name, value) => page.run((name, value) => document.querySelector('news-widget').setAttribute(name, value), name, value);
    await attribute('comments', 'none');
    await attribute('sections', 'article, comments, reply, recent');
    await page.gone('[part=popular]');
    assert.deepEqual(asked(), ['assets/news-widget.wasm']);
    assert.deepEqual(await page.texts('.arriving'), [], 'and nobody waits for what was turned off');
    await attribute('comments', 'local');
    await page.find('[part=recent]');
    assert.deepEqual(asked(), ['assets/news-widget.wasm', 'assets/comments.wasm']);
  });

  test('errors: a widget that cannot load says so itself, where there is no fallback', async () => {
    const { page } = browser;
    const fresh = await stand();
    undo.push(fresh.close);
    fresh.cdn.answer(/\.wasm$/, { status: 404 });
    await page.open(fresh.host(widget({}, '')));
    const { message } = await page.event('error');
    await page.until((message) => document.querySelector('news-widget').shadowRoot.textContent.includes(message), message);
  });

  test('errors: a policy that forbids wasm is reported as blocked, and the fallback shows', async () => {
    const { page } = browser;
    const strict = await serve({ folder: 'dist', csp: "script-src 'self'" });
    try {
      await page.open(hostPage(strict, 'host.html', widget({ feed: 'feed.json' })));
      const { code, message } = await page.event('error');
      assert.equal(code, 'blocked');
      assert.match(message, /must allow 'wasm-unsafe-eval' in script-src/);
      assert.ok(await fallbackShows(page));
    } finally {
      await strict.close();
    }
  });
});
