// Whether the tests of hostile feeds could fail: what they look for is done on purpose, and must be noticed. And what comes
// of addresses that a feed has the widget fetch by itself.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { publish, SCRIPTS } from './hostile-walk.mjs';
import { hostPage } from './host.mjs';
import { proxy } from './proxy.mjs';
import { serve } from './server.mjs';
import { json } from './stand.mjs';

const [server, outside] = await Promise.all([serve({ folder: 'dist', strict: '' }), proxy()]);
after(() => Promise.all([server.close(), outside.close()]));
publish(server, []);

const head = SCRIPTS.map((name) => `<script src="${name}"></script>`).join('');

inEachEngine('attack oracle', (browser) => {
  let page;
  before(() => { page = browser.page; });

  /** A calm page with whatever `body` does to it. */
  async function open(body) {
    hostPage(server, 'oracle.html', `<news-widget feed="calm.json" loading="eager"></news-widget><script>watched.begin()</script>${body}`, { head });
    await page.open(`${server.url}oracle.html`);
    await page.ready();
  }

  it('attack oracle: finds nothing on a calm page', async () => {
    await open('');
    assert.deepEqual(await page.run(() => window.watched.caught()), []);
    assert.deepEqual(await page.run(() => window.allowed.check(document.querySelector('news-widget').shadowRoot)), []);
  });

  for (const [way, wanted] of [
    ['<img src="http://unlisted.example/picture">', 'GET http://unlisted.example/picture'],
    ['<img src="https://unlisted.example/picture">', 'CONNECT unlisted.example:443'],
    ['<script>fetch("http://unlisted.example/data").catch(() => {})</script>', 'GET http://unlisted.example/data'],
    ['<iframe src="http://unlisted.example/frame"></iframe>', 'GET http://unlisted.example/frame'],
    ['<link rel="stylesheet" href="http://unlisted.example/style">', 'GET http://unlisted.example/style'],
  ]) {
    it(`attack oracle: sees the request of ${way}`, { timeout: 30_000 }, async () => {
      const asked = outside.next(wanted);
      await open(way);
      await asked;
    });
  }

  it('attack oracle: notices code that runs, and changes of the page around the widget', async () => {
    await open('');
    const caught = await page.until(() => {
      const place = document.querySelector('news-widget').shadowRoot;
      if (!window.begun) {
        window.begun = [];
        const code = 'hacked = 1; confirm(2); eval("3"); setTimeout(() => { throw new Error("on purpose"); })';
        const fragment = document.createRange().createContextualFragment(`<img src="data:," onerror="alert(1)"><script>${code}</` + 'script>');
        place.append(fragment);
        document.cookie = 'stolen=1';
        document.title = 'Another';
        document.body.append(document.createElement('hr'));
        document.dispatchEvent(new CustomEvent('news-widget:error', { detail: { code: 'x' } }));
      }
      window.begun.push(...window.watched.caught());
      return ['alert(1)', 'on purpose'].every((what) => window.begun.some((one) => one.includes(what))) && window.begun;
    });
    for (const what of ['confirm(2)', 'eval(3)', 'cookie stolen=1', 'new global hacked', 'title was', 'around was', 'news-widget:error']) {
      assert.ok(caught.some((one) => one.startsWith(what)), `${what}: ${caught.join('\n')}`);
    }
    await page.driver.executeScript('document.cookie = "stolen=; max-age=0"');
  });

  it('attack oracle: notices elements, attributes, ids and addresses that are not on the list', async () => {
    await open('');
    const wrong = await page.run(() => {
      const root = document.createElement('div');
      root.innerHTML = `<div part="body"><iframe></iframe><p onclick="x" style="y" id="z">.</p><a href="javascript:x">.</a><a href="//e.example">.</a>
        <a href="#z">.</a><img src="data:image/svg+xml,x"><img srcset="x 1x"><svg></svg><div class="button"></div></div>
        <div part="comment-body"><img><p id="nw-z">.</p><a href="http://e.example" rel="noopener">.</a></div>
        <input id="other"><a href="mailto:x">.</a><a href="https://e.example" target="_blank" data-to="">.</a><embed>`;
      return window.allowed.check(root).map((one) => one.split(': <')[0]);
    });
    for (const what of [
      'no such element here', 'no such attribute here: onclick', 'no such attribute here: style', 'the id z without a prefix',
      'the link javascript:x', 'the link //e.example', 'the fragment #z', 'the address data:image/svg+xml,x', 'the address x', 'of another namespace',
      'the class button', 'no such attribute here: id', 'rel=noopener for http://e.example', 'the id other', 'the link mailto:x',
      'rel=null for https://e.example',
    ]) assert.ok(wrong.includes(what), `${what} is not among ${wrong.join('\n')}`);
    assert.equal(wrong.filter((what) => what === 'no such element here').length, 4); // iframe, svg, the comment's img, embed
  });

  it('attack oracle: notices names that reorder the text around them or hide letters, and no others', async () => {
    await open('');
    const forged = (text) => page.run((text) => {
      const root = document.createElement('div');
      root.append(Object.assign(document.createElement('span'), { className: 'comment-author', textContent: text }));
      return window.allowed.forged(root).length;
    }, text);
    for (const text of ['Ann\u202e', '\u2066Ann', 'Ann\u2069', '\u202aAnn\u2069', 'A\u200bnn', '\u00adAnn']) assert.equal(await forged(text), 1, text);
    for (const text of ['Ann', '\u0627\u0644', '\u0645\u06cc\u200c\u062e', '\u{1f469}\u200d\u{1f4bb}', '\u2764\ufe0f']) assert.equal(await forged(text), 0, text);
  });

  // The publisher names these in the feed, by a field that says so: they are asked, without cookies, and nothing else is.
  it('privacy: only the hosts that a feed names for its lists are asked, without cookies or authorization', { timeout: 30_000 }, async () => {
    const story = { id: '1', title: 'Story', content_text: 'Text', _news: { comments_url: 'http://threads.example/a' } };
    server.answer('named.json', json({
      version: 'https://jsonfeed.org/version/1.1', title: 'Paper', items: [story], next_url: 'http://next.example/b',
      _news: { popular_url: 'http://popular.example/c', recent_comments_url: 'http://recent.example/d' },
    }));
    hostPage(server, 'named.html', '<news-widget feed="named.json" article="other" loading="eager"></news-widget>');
    outside.log.length = 0;
    const lists = ['next.example/b', 'popular.example/c', 'recent.example/d'].map((address) => outside.next(`GET http://${address}`));
    await page.open(`${server.url}named.html`);
    await Promise.all(lists); // the article may be on the next page
    const thread = outside.next('GET http://threads.example/a');
    await page.run(() => document.querySelector('news-widget').setAttribute('article', '1'));
    await thread;
    const hosts = outside.log.map(({ line }) => new URL(line.split(' ')[1]).host);
    assert.deepEqual([...new Set(hosts)].sort(), ['next.example', 'popular.example', 'recent.example', 'threads.example']);
    for (const { headers } of outside.log) assert.deepEqual([headers.cookie, headers.authorization], [undefined, undefined]);
  });
}, { differ: 'sanitiser', proxy: outside.port });
