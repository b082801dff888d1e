// Where an element may stand, and what may happen to it there: nothing that a reader wrote is lost.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { MAKE } from './page.mjs';
import { kept, newsroom, typed, write } from './reader.mjs';
import { edition, json, stand, widget } from './stand.mjs';
import { ATTRIBUTES } from './strict.mjs';

inEachEngine('element', (browser) => {
  let host, press, close;
  before(async () => { ({ host, press, close } = await stand()); });
  after(() => close());

  const attributes = { feed: 'paper.json', loading: 'eager', article: 'full', 'spam-traps': 'none', ...ATTRIBUTES };

  test('element: works inside another component’s shadow root, open or closed, and takes only custom properties from its styles', async () => {
    const { page } = browser;
    for (const mode of ['open', 'closed']) {
      await page.open(host('<my-page></my-page>', { script: `const make = ${MAKE};
        customElements.define('my-page', class extends HTMLElement {
          connectedCallback() {
            const root = this.attachShadow({ mode: ${JSON.stringify(mode)} });
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { color: red; font-size: 40px } h1 { display: none } news-widget { --nw-color-accent: rgb(1, 2, 3) }');
            root.adoptedStyleSheets = [sheet];
            window.inner = make(${JSON.stringify(attributes)});
            root.append(window.inner);
          }
        });` }));
      await page.event('ready');
      const look = () => page.run(() => {
        const { shadowRoot } = window.inner;
        const heading = shadowRoot.querySelector('h1');
        const { display, fontSize, color } = getComputedStyle(heading);
        return { text: heading.textContent, display, fontSize, red: color === 'rgb(255, 0, 0)', accent: getComputedStyle(shadowRoot.querySelector('.kicker, [part=breadcrumb]')).getPropertyValue('--nw-color-accent').trim() };
      });
      const { text, display, fontSize, red, accent } = await look();
      assert.match(text, /^The ferry/);
      assert.equal(display, 'block');
      assert.notEqual(fontSize, '40px');
      assert.equal(red, false);
      assert.equal(accent, 'rgb(1, 2, 3)', 'its properties come in');
      // Events reach the page: they are composed.
      await page.run(() => {
        document.addEventListener('news-widget:navigate', (event) => event.preventDefault());
        window.inner.shadowRoot.querySelector('[part=related] a').click();
      });
      assert.ok((await page.event('navigate')).id);
      assert.deepEqual(await page.errors(), []);
    }
  });

  test('element: works on a page of the host’s own in a frame', async () => {
    const { page } = browser;
    press.page('inner.html', (await inner()), {});
    await page.open(host('<iframe src="inner.html" width="800" height="600"></iframe>', { loader: null, more: { directives: [`frame-src ${press.origin}`] } }));
    await page.driver.switchTo().frame(await page.run(() => document.querySelector('iframe')));
    try {
      await page.find('h1', 'The ferry');
    } finally {
      await page.driver.switchTo().defaultContent();
    }
    async function inner() {
      const address = host(widget({ article: 'full' }));
      return (await fetch(address)).text();
    }
  });

  test('element: each copy from a template shows its article, and nothing happens inside the template itself', async () => {
    const { page } = browser;
    await page.open(host(`<template>${widget({ article: 'full' })}</template><div></div>`));
    await page.until(() => customElements.get('news-widget'));
    assert.equal(await page.run(() => document.querySelector('template').content.firstChild.shadowRoot), null, 'what is in a template sleeps');
    await page.run(() => {
      for (const id of ['one', 'two']) {
        const copy = document.querySelector('template').content.cloneNode(true);
        copy.firstChild.id = id;
        document.querySelector('div').append(copy);
      }
    });
    await page.within('#one').find('h1', 'The ferry');
    await page.within('#two').find('h1', 'The ferry');
    assert.deepEqual(await page.errors(), []);
  });

  /** Its lists are asked for in a task that came when all that it stored was gone, and the trap stopped every other element. */
  test('lifecycle: an element that shares another’s feed and is removed in the task that added it harms no other element', async () => {
    const { page } = browser;
    const remarks = { version: 'https://jsonfeed.org/version/1.1', title: 'R', items: [] };
    const back = [press.answer('lists.json', json(edition({ _news: { recent_comments_url: 'remarks.json', popular_url: 'remarks.json' } }))), press.answer('remarks.json', json(remarks))];
    try {
      await page.open(host(widget({ feed: 'lists.json', article: 'full', id: 'one' })));
      await page.ready();
      await page.run((attributes) => {
        const element = make(attributes);
        document.body.append(element);
        element.remove();
      }, { ...attributes, feed: 'lists.json' });
      await page.settled();
      await page.run(() => { document.querySelector('#one').article = 'bridge'; });
      await page.find('h1', 'A bridge for gulls');
      assert.deepEqual(await page.errors(), []);
    } finally {
      for (const undo of back) undo();
    }
  });

  test('lifecycle: elements that are removed at any step before their feed has come cause no error, and the next one works', async () => {
    const { page } = browser;
    await page.open(host(''));
    await page.until(() => customElements.get('news-widget'));
    // In the next microtask, the next task, the next frame, and when the skeleton is there.
    await page.run(async (attributes) => {
      const waits = [
        () => {}, () => Promise.resolve(), () => new Promise((done) => { setTimeout(done); }), () => new Promise(requestAnimationFrame),
        async (element) => {
          while (!element.shadowRoot.querySelector('[part=page]')) await new Promise(requestAnimationFrame);
        },
      ];
      for (const wait of waits) {
        const element = make(attributes);
        document.body.append(element);
        await wait(element);
        element.remove();
      }
    }, attributes);
    await page.run((attributes) => document.body.append(make(attributes)), attributes);
    await page.find('h1', 'The ferry');
    assert.deepEqual(await page.run(() => window.recorded.errors), []);
  });
});

/** Every attribute, with values one after the other; the last leaves the form on the page. */
const CHANGES = {
  theme: ['dark', 'light', 'auto'],
  lang: ['ar', 'de', 'en'],
  'heading-level': ['3', '1'],
  sections: ['reply comments article', 'article popular', 'article comments reply'],
  comments: ['none', 'feed', 'local'],
  'comments-url': ['https://news.example/comments', ''],
  'media-hosts': ['nobody.example', 'news.example'],
  embeds: ['player.example', ''],
  'spam-traps': ['all', 'none'],
  routing: ['hash', 'none'],
  source: ['wordpress', 'json-feed'],
  loading: ['lazy', 'eager'],
  article: ['quiet', 'talk'],
  feed: ['news/none.json', 'news/feed.json'],
};

inEachEngine('form, while the element changes', (browser) => {
  let news;
  before(async () => { news = await newsroom(); });
  afterEach(() => news.forget(browser.page));
  after(() => news.close());

  for (const [name, values] of Object.entries(CHANGES)) {
    test(`form: comment and name that a reader has typed stay when the attribute ${name} changes`, async () => {
      const { page } = browser;
      await news.open(page, 'talk');
      await write(page, { comment: 'A thought that took long.', name: 'Eve' });
      for (const value of values) {
        await page.run(async (name, value) => {
          document.querySelector('news-widget').setAttribute(name, value);
          await new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); });
        }, name, value);
      }
      await page.until(() => $('form [name=comment]'));
      const { comment, name: writer } = await typed(page);
      assert.deepEqual([comment, writer], ['A thought that took long.', 'Eve']);
    });
  }

  test('form: a typed comment stays when the element is moved, and when it is removed and comes back', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'A thought.' });
    await page.run(() => {
      window.element = document.querySelector('news-widget');
      document.body.prepend(window.element);
    });
    assert.equal((await typed(page)).comment, 'A thought.');
    await page.run(() => window.element.remove());
    await page.until(() => !window.element.shadowRoot.querySelector('form'));
    await page.run(() => document.body.append(window.element));
    await page.until(() => $('form [name=comment]'));
    assert.equal((await typed(page)).comment, 'A thought.');
  });

  test('form: a comment is either posted or still in the form, when the element is removed in the middle of posting', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'A thought.', name: 'Eve' });
    await page.run(() => {
      window.element = document.querySelector('news-widget');
      window.element.shadowRoot.querySelector('form [type=submit]').click();
      window.element.remove();
    });
    await page.until(() => !window.element.shadowRoot.querySelector('form'));
    await page.run(() => document.body.append(window.element));
    await page.until(() => $('form [name=comment]') && $$('[data-comment]').length);
    const posted = await page.run(() => $$('[data-comment]').filter((comment) => comment.textContent.includes('A thought.')).length);
    const draft = (await typed(page)).comment === 'A thought.' ? 1 : 0;
    assert.equal(posted + draft, 1, `${posted} posted, ${draft} in the form; kept: ${JSON.stringify(await kept(page))}`);
    assert.deepEqual(await page.errors(), []);
  });
});
