// Nobody is asked for anything that the publisher did not name, or before the reader wants it; and what a reader leaves in
// the browser can be taken back.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { accessible } from './axe.mjs';
import { inEachEngine } from './engines.mjs';
import { kept, newsroom, post, write } from './reader.mjs';
import { serve } from './server.mjs';
import { edition, json, stand, widget } from './stand.mjs';

inEachEngine('player', (browser) => {
  let press, host, close, other;
  before(async () => {
    ({ press, host, close } = await stand());
    other = await serve({ folder: 'tests/fixtures' });
    other.page('player.html', '<!doctype html><title>Player</title><p>Playing');
  });
  after(() => Promise.all([close(), other.close()]));

  /** The article, with this body. */
  const open = async (content_html, attributes) => {
    press.answer('paper.json', json(edition({}, (item) => ({ ...item, content_html }))));
    await browser.page.open(host(`<main>${widget({ article: 'full', sections: 'article', ...attributes })}</main>`, { more: { directives: ['frame-src https:'] } }));
    await browser.page.ready();
    return browser.page;
  };

  test('player: a frame of YouTube or Vimeo becomes a button and a link, and nobody is asked', async () => {
    const page = await open(`<p>Look:</p><iframe src="https://www.youtube.com/embed/abc?si=me&amp;start=9" title="The launch" onload="alert(1)"></iframe>
      <p>And</p><iframe src="//player.vimeo.com/video/12?h=a"></iframe><iframe src="https://maps.example/x" title="A map"></iframe>`);
    assert.deepEqual(await page.texts('[part=embed-button]'), ['The launchPlay from www.youtube-nocookie.com', 'Play from player.vimeo.com']);
    assert.deepEqual(await page.run(() => $$('[part=body] a').map(({ textContent, href, rel }) => [textContent, href, rel])), [
      ['The launch', 'https://www.youtube.com/embed/abc?si=me&start=9', 'noopener'],
      ['player.vimeo.com/video/12', 'http://player.vimeo.com/video/12?h=a', 'noopener'],
      ['A map', 'https://maps.example/x', 'noopener'],
    ]);
    assert.deepEqual(await page.run(() => $$('iframe').length), 0);
    const asked = await page.run(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).hostname));
    assert.deepEqual(asked.filter((name) => name !== '127.0.0.1'), []);
    await accessible(page);
  });

  test('player: Enter on its button builds a frame with our own attributes, and focus goes there', async () => {
    const page = await open(`<iframe src="https://www.youtube.com/embed/abc?start=9" title="The launch" srcdoc="x" name="y" style="color: red" allow="camera"></iframe>`);
    await page.run(() => $('[part=embed-button]').focus());
    await page.press('ENTER');
    await page.find('iframe');
    assert.deepEqual(await page.run(() => Object.fromEntries([...$('iframe').attributes].map(({ name, value }) => [name, value]))), {
      title: 'The launch',
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-presentation allow-same-origin',
      allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture',
      referrerpolicy: 'strict-origin',
      src: 'https://www.youtube-nocookie.com/embed/abc?autoplay=1&start=9',
    });
    await page.until(() => focused()?.localName === 'iframe');
  });

  test('player: the embeds attribute adds hosts, and a frame of the host page’s own host stays locked in', async () => {
    const page = await open('<iframe src="https://tv.example/1"></iframe><iframe src="https://127.0.0.1:1/player.html" title="Ours"></iframe><iframe src="http://tv.example/2"></iframe>',
      { embeds: 'tv.example 127.0.0.1' });
    assert.deepEqual(await page.texts('[part=embed-button]'), ['Play from tv.example', 'OursPlay from 127.0.0.1']);
    await page.click('[part=embed-button]', 'Ours');
    assert.doesNotMatch(await page.run(() => $('iframe').getAttribute('sandbox')), /allow-same-origin/);
  });
});

inEachEngine('media-hosts', (browser) => {
  let press, host, close, other;
  const undo = [];
  before(async () => {
    ({ press, host, close } = await stand());
    other = await serve({ folder: 'tests/fixtures' });
  });
  after(() => Promise.all([close(), other.close()]));
  afterEach(() => { for (const back of undo.splice(0)) back(); });

  /** `other`, by its other name, may be asked as far as the page's policy is concerned. */
  const more = () => ({ origins: [other.origin.replace('127.0.0.1', 'localhost')] });

  /** Everything that a feed can make a page load, from `other`, which is called by another name than the feed's host. */
  const everywhere = () => {
    const at = other.url.replace('127.0.0.1', 'localhost');
    const news = { spot: { image: `${at}spot.svg`, width: 10, height: 10 }, popular: [], popular_url: `${at}popular.json`, recent_comments_url: `${at}recent.json` };
    return edition({ _news: news, next_url: `${at}next.json` }, (item) => ({
      ...item,
      image: `${at}img/quay.svg`,
      authors: [{ name: 'Ann', avatar: `${at}img/face.svg` }],
      attachments: [{ url: `${at}a.png`, mime_type: 'image/png' }],
      content_html: `<img src="${at}body.png"><video poster="${at}p.png" src="${at}v.mp4"></video><p>Text</p>`,
      _news: { ...item._news, comments: [], comments_url: `${at}thread.json` },
    }));
  };

  test('media-hosts: without the attribute, what the feed names is loaded from any host', async () => {
    const { page } = browser;
    undo.push(press.answer('paper.json', json(everywhere())));
    const held = ['spot.svg', 'popular.json', 'recent.json', 'thread.json', 'img/quay.svg', 'img/face.svg'].map((path) => other.hold(path));
    undo.push(...held.map(({ release }) => release));
    await page.open(host(widget({ article: 'full' }), { more: more() }));
    await Promise.all(held.map(({ asked }) => asked));
  });

  test('media-hosts: only the listed hosts and the feed’s own are asked, and the console names the rest', async () => {
    const { page } = browser;
    undo.push(press.answer('paper.json', json(everywhere())));
    other.log.length = 0;
    await page.open(host(widget({ article: 'full', 'media-hosts': 'media.example' }), {
      script: 'window.warned = []; console.warn = (line) => window.warned.push(line);', more: more(),
    }));
    await page.ready();
    await page.find('[part=popular] li');
    assert.deepEqual(await page.run(() => $$('img, video, audio, source').flatMap(({ src, poster }) => [src, poster].filter(Boolean))), []);
    const warned = await page.run(() => window.warned);
    for (const field of ['feed, next_url', 'feed, _news.popular_url', 'item "full", image', 'item "full", authors[0].avatar', 'item "full", _news.comments_url']) {
      assert.ok(warned.some((line) => line.includes(`${field}: its host is not in media-hosts`)), field);
    }
    await page.run(() => document.querySelector('news-widget').setAttribute('media-hosts', 'localhost'));
    await page.until(() => $('.lead-picture')?.src.includes('localhost'));
    assert.deepEqual(other.paths.filter((path) => path === 'next.json'), []);
  });

  /** A thread on the feed's own host that answered 302 came from a host that nobody had listed. */
  test('media-hosts: a redirect to an unlisted host is refused, and the reader and the console are told', async () => {
    const { page } = browser;
    const at = other.url.replace('127.0.0.1', 'localhost');
    const elsewhere = (path, value) => {
      undo.push(press.answer(path, { status: 302, headers: { Location: `${at}${path}` } }), other.answer(path, json(value)));
    };
    const said = { id: 'c', content_text: 'From elsewhere.', authors: [{ name: 'Mallory' }], _news: { article: { id: 'full', title: 'x' } } };
    const feed = (items) => ({ version: 'https://jsonfeed.org/version/1.1', title: '', items });
    elsewhere('thread.json', feed([said]));
    elsewhere('ranking.json', feed([{ id: 'x', title: 'From elsewhere' }]));
    elsewhere('remarks.json', feed([said]));
    elsewhere('older.json', feed([{ id: 'older', title: 'From elsewhere' }]));
    const news = { popular: [], popular_url: 'ranking.json', recent_comments_url: 'remarks.json' };
    undo.push(press.answer('paper.json', json(edition({ _news: news, next_url: 'older.json' }, (item) => ({ ...item, _news: { comments_url: 'thread.json' } })))));
    const script = 'window.warned = []; console.warn = (line) => window.warned.push(line);';
    const refused = /leads to a host that is not in media-hosts\. Add it there/;
    await page.open(host(widget({ article: 'full', 'media-hosts': 'media.example' }), { script, more: more() }));
    await page.ready();
    for (const part of ['popular', 'recent', 'comments']) await page.find(`[part=${part}]`, 'This part could not be loaded.');
    for (const path of ['thread', 'ranking', 'remarks']) {
      const warned = await page.run(() => window.warned);
      assert.ok(warned.some((line) => line.includes(`${path}.json`) && refused.test(line)), `${path}: ${warned}`);
    }
    assert.deepEqual(await page.run(() => $$('*', 'elsewhere').length), 0);
    for (const path of ['older.json', 'feed.json']) {
      elsewhere('feed.json', edition({}));
      const attributes = path === 'older.json' ? { article: 'older' } : { feed: 'feed.json' };
      await page.open(host(widget({ ...attributes, 'media-hosts': 'media.example' }), { more: more() }));
      const { code, message } = await page.event('error');
      assert.equal(code, 'host-not-listed');
      assert.match(message, refused);
    }
    await page.open(host(widget({ article: 'full', 'media-hosts': 'localhost' }), { more: more() }));
    await page.ready();
    await page.find('[part=comments]', 'From elsewhere.');
  });

  // A paper moved to another folder, and its pictures with it.
  test('feed: after a redirect, its relative picture addresses start from where the redirect led', async () => {
    const { page } = browser;
    undo.push(press.answer('old.json', { status: 301, headers: { Location: 'new/paper.json' } }));
    undo.push(press.answer('new/paper.json', json(edition({ next_url: undefined }, (item) => ({ ...item, image: 'quay.svg', content_html: '<a href="leak.html">Leak</a>', _news: {} })))));
    await page.open(host(widget({ feed: 'old.json', article: 'full' })));
    await page.ready();
    const found = await page.run(() => [$('.lead-picture').src, $('[part=body] a')?.href].map((url) => new URL(url).pathname));
    assert.equal(found[0], '/some/where/new/quay.svg');
    assert.ok(found[1].startsWith('/some/where/'), found[1]);
  });
});

inEachEngine('spam traps', (browser) => {
  let news;
  before(async () => { news = await newsroom(); });
  after(() => news.close());
  afterEach(() => news.forget(browser.page));

  /** A clock that goes when the test says so. */
  const CLOCK = 'let now = Date.now(); Date.now = () => now; window.pass = (millis) => { now += millis; };';
  const open = async (attribute) => {
    await news.open(browser.page, 'quiet', `spam-traps="${attribute}"`, CLOCK);
    return browser.page;
  };
  const stopped = (page) => page.find('form [role=alert]', 'This looked like the work of a program.');

  test('spam traps: the trap field is invisible, and out of reach of keyboard and screen reader', async () => {
    const page = await open('all');
    const { width, left, tab, hidden } = await page.run(() => {
      const field = $('[name=subject]');
      const { width, left } = field.parentElement.getBoundingClientRect();
      return { width, left, tab: field.tabIndex, hidden: Boolean(field.closest('[aria-hidden=true]')) };
    });
    assert.ok(width <= 1 && left >= -1, 'and it makes nothing wider');
    assert.deepEqual([tab, hidden], [-1, true]);
    await accessible(page);
  });

  test('spam traps: a comment that is posted within two seconds is stopped, and its text is not lost', async () => {
    const page = await open('all');
    await write(page, { comment: 'In no time', name: 'Bot' });
    await page.run(() => pass(1999));
    await page.click('button', 'Post Comment');
    await stopped(page);
    assert.deepEqual(await page.events('comment'), []);
    assert.equal(await page.run(() => $('textarea').value), 'In no time');
    await page.run(() => pass(1));
    await page.click('button', 'Post Comment');
    await page.find('[data-comment]', 'In no time');
    await page.gone('form [role=alert]');
  });

  test('spam traps: a comment is stopped once when the trap field is filled, and then goes through', async () => {
    const page = await open('all');
    await page.run(() => pass(60_000));
    await write(page, { comment: 'Buy', name: 'Bot' });
    await page.run(() => {
      $('[name=subject]').value = 'cheap';
      $('[name=subject]').dispatchEvent(new Event('input'));
    });
    await page.click('button', 'Post Comment');
    await stopped(page);
    assert.deepEqual(await page.events('comment'), []);
    await page.click('button', 'Post Comment');
    await page.find('[data-comment]', 'Buy');
  });

  test('spam traps: the spam-traps attribute turns each of them on or off', async () => {
    for (const [attribute, fields] of [['none', 0], ['field', 1]]) {
      const page = await open(attribute);
      assert.equal(await page.run(() => $$('[name=subject]').length), fields);
      await write(page, { comment: `With ${attribute}`, name: 'Eve' });
      await page.click('button', 'Post Comment');
      await page.find('[data-comment]', `With ${attribute}`);
    }
    const page = await open('time');
    assert.equal(await page.run(() => $$('[name=subject]').length), 0);
    await write(page, { comment: 'Now', name: 'Eve' });
    await page.click('button', 'Post Comment');
    await stopped(page);
  });
});

inEachEngine('Forget me', (browser) => {
  let news;
  before(async () => { news = await newsroom(); });
  after(() => news.close());
  afterEach(() => news.forget(browser.page));

  test('Forget me: asks first, then removes drafts, details and comments from the browser, and says so', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'Kept?', name: 'Eve', email: 'eve@example.org' });
    await page.click('.consent input');
    await post(page);
    await write(page, { comment: 'Half a thought' });
    assert.ok(Object.keys(await kept(page)).length >= 3, 'a comment, a draft, the details');
    await page.run(() => localStorage.setItem('the-hosts-own', '1'));

    await page.click('.forget button', 'Forget me');
    await page.find('.forget [role=alert]', 'Remove your name');
    await page.until(() => focused()?.textContent === 'Keep');
    await page.press('ENTER');
    await page.until(() => focused()?.textContent === 'Forget me');
    assert.equal(await page.run(() => $('textarea').value), 'Half a thought');

    await page.press('ENTER');
    await page.find('.forget [role=alert]');
    await accessible(page);
    await page.click('.forget button', 'Remove');
    await page.until(() => $('p[role=status].hidden').textContent.startsWith('This browser keeps nothing of yours'));
    await page.until(() => focused()?.localName === 'textarea');
    assert.deepEqual(await kept(page), {});
    assert.equal(await page.run(() => localStorage.getItem('the-hosts-own')), '1');
    assert.deepEqual(await page.run(() => $$('form :is(input:not([type=checkbox]), textarea)').map(({ value }) => value).filter(Boolean)), []);
    assert.equal(await page.run(() => $('.consent input').checked), false);
    await page.gone('.comment.own');
    await page.gone('.recent-list li', 'Eve');
  });

  test('Forget me: what is written afterwards is kept again', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await page.click('.forget button', 'Forget me');
    await page.click('.forget button', 'Remove');
    await page.gone('.forget [role=alert]');
    await write(page, { comment: 'A new start', name: 'Eve' });
    await post(page);
    await page.find('.comment.own', 'A new start');
    await news.open(page, 'talk');
    await page.find('.comment.own', 'A new start');
  });
});
