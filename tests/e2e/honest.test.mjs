// Honest content keeps its words: real feeds, and what people type that only looks like markup.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { corpus } from './attacks.mjs';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { proxy } from './proxy.mjs';
import { serve } from './server.mjs';
import { json } from './stand.mjs';

const [server, outside] = await Promise.all([serve({ folder: 'dist', strict: '' }), proxy()]);
after(() => Promise.all([server.close(), outside.close()]));

/** The corpus's feeds that have items, read here as plainly as can be: `{path, items: [{id, html, text, title}]}`. */
function realFeeds() {
  return readdirSync(new URL('feeds/', corpus.folder)).map((path) => {
    const body = readFileSync(new URL(`feeds/${path}`, corpus.folder));
    server.answer(`feeds/${path}`, { body, type: 'application/json' });
    const known = new Set();
    const items = (JSON.parse(body).items ?? []).map(({ id, content_html: html, content_text: text, title }) => ({ id: String(id ?? '').trim(), html, text, title }))
      .filter(({ id }) => id && !known.has(id) && known.add(id));
    return { path, items };
  }).filter(({ items }) => items.length > 0);
}

/** In the page: opens every item of a feed, and answers each text that is not the one in the feed. */
async function read({ path, items }, done) {
  const PLAYERS = 'audio, video';
  // Not text for readers, or not theirs to use; only the original may have them.
  const DROPPED = `script, style, template, noscript, noembed, noframes, embed, textarea, select, title, head, annotation, [hidden], .screen-reader-text, ${PLAYERS}`;
  const LINES = 'address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe legend li main nav ol p pre section summary table td th tr ul'.split(' ');
  const squeeze = (text) => text.replace(/\s+/g, ' ').trim();

  /** The words of a tree as they are seen: apart where lines or cells are. */
  function words(node, without) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(without)) return '';
    const inner = [...node.childNodes].map((child) => words(child, without)).join('');
    return LINES.includes(node.localName) ? ` ${inner} ` : inner;
  }
  function expected({ html, text }) {
    if (html == null) return squeeze(text ?? '');
    const { body } = new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html');
    // A drawing is its words, and what a style hides is not shown.
    for (const svg of body.querySelectorAll('svg')) svg.replaceWith(` ${svg.getAttribute('aria-label') ?? [...svg.querySelectorAll('title, text')].map(({ textContent }) => textContent).join(' ')} `);
    for (const hidden of body.querySelectorAll('[style]')) if (/display:\s*none/.test(hidden.getAttribute('style'))) hidden.remove();
    // A frame is a link to what would be in it, called by its title, or else by the host and path.
    for (const frame of body.querySelectorAll('iframe')) {
      const { host, pathname } = new URL(frame.getAttribute('src'), new URL(path, document.baseURI));
      frame.textContent = frame.title.trim() || `${host}${pathname}`.replace(/\/+$/, '').replace(/^(.{60}).+/, '$1…');
    }
    return squeeze(words(body, DROPPED));
  }

  const widget = document.querySelector('news-widget');
  const root = widget.shadowRoot;
  const lost = [];
  let last = root.querySelector('[part=article]');
  widget.setAttribute('feed', path);
  for (const item of items) {
    widget.setAttribute('article', item.id);
    const end = performance.now() + 15_000;
    while (performance.now() < end && [last, null].includes(root.querySelector('[part=article]'))) await new Promise((turn) => { setTimeout(turn); });
    const article = root.querySelector('[part=article]');
    if (article === last || !article) { lost.push({ id: item.id, wanted: 'its page', shown: squeeze(root.textContent).slice(0, 200) }); continue; }
    last = article;
    const pairs = [[expected(item), squeeze(words(article.querySelector('[part=body]') ?? document.createTextNode(''), `${PLAYERS}, [part=embed]`))]];
    // What a title with markup in it is to be, is tested where titles are read.
    if (item.title?.trim() && !/[<&]/.test(item.title)) pairs.push([squeeze(item.title), squeeze(article.querySelector('[part=headline]').textContent)]);
    for (const [wanted, shown] of pairs) {
      if (wanted === shown) continue;
      const from = Math.max(0, [...wanted].findIndex((c, at) => c !== [...shown][at]) - 30);
      lost.push({ id: item.id, wanted: wanted.slice(from, from + 120), shown: shown.slice(from, from + 120) });
    }
  }
  done(lost);
}

/** What people type. */
const TYPED = [
  '<3', 'I <3 it', '<_<', '>_>', 'a < b', 'a<b', 'x > y', 'x>y', '1 <2 and 3> 2', '&lt;b&gt;', 'AT&T', 'R&D; Q&A', 'fish & chips', '&amp;lt;', '&copy 2026',
  'if (a && b) { c <- d }', '<<EOF', '=> ->', '¯\\_(ツ)_/¯', '"quoted" and \'quoted\'', '`code`', '100 % & more', '</3', '< b >', 'a <= b >= c', '&', '<', '<>', '&#', '\\u003cb>',
];

inEachEngine('sanitiser, honest content', (browser) => {
  let page;
  before(() => { page = browser.page; });

  /** A page with a widget that shows the feed at `path`. */
  async function open(path, attributes = '') {
    hostPage(server, 'host.html', `<news-widget feed="${path}" loading="eager" ${attributes}></news-widget>`);
    await page.open(`${server.url}host.html`);
    await page.ready();
  }

  it('sanitiser: the articles of real feeds show the words of the feed, no more and no fewer', { skip: corpus.skip }, async () => {
    server.answer('calm.json', json({ version: 'https://jsonfeed.org/version/1.1', title: 'Calm', items: [{ id: 'calm', content_text: 'calm' }] }));
    const feeds = realFeeds();
    assert.ok(feeds.flatMap(({ items }) => items).length > 200);
    await open('calm.json', 'comments="none"');
    const lost = [];
    for (const { path, items } of feeds) {
      const missing = await page.driver.executeAsyncScript(`(${read})(...arguments)`, { path: `feeds/${path}`, items });
      lost.push(...missing.map((one) => ({ path, ...one })));
    }
    assert.deepEqual(lost.slice(0, 8), [], `${lost.length} texts are not what they were`);
  });

  /** An article of a newspaper whose pages are at stories/, and the page that shows it. */
  async function story(item, attributes = '') {
    const id = 'story';
    server.answer('story.json', json({
      version: 'https://jsonfeed.org/version/1.1', title: 'The Quay', home_page_url: `${server.url}home/`, items: [{ id, title: 'A ferry', ...item }],
    }));
    await open('story.json', `comments="none" embeds="tv.example" ${attributes}`);
  }

  it('article: paragraphs stay apart, and a picture within a sentence stays in its line, at any depth of nesting', async () => {
    const paragraphs = '<p>One.</p><p>Two.</p>';
    const sign = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    await story({
      content_html: `<div>${paragraphs}</div><section><div><div>${paragraphs}</div></div></section><ul><li>${paragraphs}</li></ul>
        <table><tr><td>${paragraphs}</td></tr></table><blockquote>${paragraphs}</blockquote><div>Words<p>One.</p></div>
        <p id="sentence">We <img class="emoji" src="${sign}" alt="🏆"> won <img src="${sign}" alt="x + 1" width="30" height="16"> times,
        <img src="${sign}" alt="😀"> and <em>so <img src="${sign}" alt="y"> on</em>.</p>
        <p id="photo"><img src="${sign}" alt="The quay" width="600" height="300"> The quay.</p><p><img src="${sign}" alt="" width="30" height="30"></p>
        <ul id="gallery"><li><figure><img src="${sign}" alt=""></figure></li></ul><p><a id="name">Named</a> <a href="sms:1">short</a></p>`,
    });
    const gaps = await page.run(() => $$('[part=body] p').filter(({ textContent }) => textContent === 'Two.' || textContent === 'One.').flatMap((p) => {
      const before = p.previousElementSibling ?? (p.previousSibling && p.parentElement.firstChild);
      if (!before) return [];
      const range = document.createRange();
      range.selectNode(before);
      return [p.getBoundingClientRect().top - range.getBoundingClientRect().bottom];
    }));
    assert.equal(gaps.length, 6);
    for (const gap of gaps) assert.ok(gap > 8 && gap < 30, `${gaps}`);
    assert.deepEqual(await page.run(() => $$('[part=body] img').map((img) => getComputedStyle(img).display)),
      ['inline', 'inline', 'inline', 'inline', 'block', 'block', 'block']);
    assert.deepEqual(await page.run(() => [$('#nw-gallery'), $('#nw-name')].map((one) => [getComputedStyle(one).listStyleType, getComputedStyle(one).textDecorationLine].join(' '))),
      ['none none', 'disc none']);
    assert.ok(await page.run(() => $('[part=body]').getBoundingClientRect().top - $('[part=article] > header').getBoundingClientRect().bottom < 30));
  });

  it('article: a lead image or a summary that the text begins with is shown once', async () => {
    const words = 'The council met on Monday to talk about the bridge.';
    await story({
      image: 'img/bridge.png', summary: 'The council met on Monday […]',
      content_html: `<p><a href="big.html"><img src="${server.url}img/bridge-300x200.png" alt="The bridge"></a></p><p>${words}</p><p><img src="other.png" alt=""></p>`,
    });
    assert.deepEqual(await page.run(() => $$('[part=article] img').map(({ src, alt }) => [new URL(src).pathname.split('/').at(-1), alt])), [['bridge.png', 'The bridge'], ['other.png', '']]);
    assert.deepEqual([await page.texts('[part=dek]'), await page.texts('[part=body]')], [[], [words]]);
    await story({
      image: 'img/bridge.png', summary: 'A bridge.', content_html: `<figure><img src="${server.url}img/bridge.png" alt=""><figcaption>The bridge, seen from below</figcaption></figure><p>${words}</p>`,
    });
    assert.deepEqual([await page.texts('figcaption'), await page.texts('[part=dek]')], [['The bridge, seen from below'], ['A bridge.']]);
    // Written alike, and relative to the feed and to the item's page.
    await story({ url: 'stories/ferry/', image: 'bridge.png', content_html: `<figure><img src="bridge.png" alt="B"></figure><p>${words}</p>` });
    assert.deepEqual(await page.run(() => $$('[part=article] img').map(({ src, alt }) => [src, alt])), [[`${server.url}bridge.png`, 'B']]);
    await story({ image: 'img/bridge.png', content_html: `<p>${words}</p><p><img src="${server.url}img/bridge.png" alt=""></p>` });
    assert.equal(await page.run(() => $$('[part=article] img').length), 2, 'further down it has its place');
  });

  it('article: links within the text lead to their places, and relative addresses start from the item’s page, or else the home page', async () => {
    const note = '<details><summary>Notes</summary><p id="fn">The source.</p></details>';
    await story({
      url: 'stories/ferry/',
      content_html: `<p><a id="to" href="#fn">1</a> <a id="whole" href="${server.url}stories/ferry#part">2</a> <a id="away" href="other/">3</a>
        <img src="quay.png" alt=""></p>${'<p>Words.</p>'.repeat(80)}<p><a name="part"></a>Part two.</p>${note}`,
    });
    await page.click('#nw-to');
    await page.until(() => focused().id === 'nw-fn');
    assert.ok(await page.run(() => $('details').open && scrollY > 200));
    const address = await page.run(() => location.href);
    await page.run(() => scrollTo(0, 0));
    await page.click('#nw-whole');
    await page.until(() => focused().id === 'nw-part');
    assert.equal(await page.run(() => location.href), address);
    assert.deepEqual(await page.run(() => [$('#nw-away').href, $('[part=body] img').src]), [`${server.url}stories/ferry/other/`, `${server.url}stories/ferry/quay.png`]);
    await story({ content_html: '<p><a href="a.html">a</a></p>' });
    assert.equal(await page.run(() => $('[part=body] a').href), `${server.url}home/a.html`);
  });

  it('player: an address that stands alone gets a player where its host is known or listed', async () => {
    await story({ content_text: 'See\n\nhttps://youtu.be/abc' });
    assert.deepEqual(await page.texts('[part=embed-button]'), ['Play from www.youtube-nocookie.com']);
    await story({ content_html: '<figure><div>https://tv.example/1</div></figure><p>https://paper.example/</p>' });
    assert.deepEqual(await page.texts('[part=embed-button]'), ['Play from tv.example']);
    assert.deepEqual(await page.texts('[part=body] a'), ['https://tv.example/1', 'https://paper.example/']);
  });

  it('sanitiser: a comment shows what its reader typed, also where it only looks like markup', async () => {
    const comments = TYPED.flatMap((text, index) => [
      { id: `text ${index}`, content_text: text, authors: [{ name: 'Ann' }] },
      { id: `html ${index}`, content_html: text, authors: [{ name: 'Ann' }] },
      { id: `paragraph ${index}`, content_html: `<p>${text}</p><p>and on</p>`, authors: [{ name: 'Ann' }] },
    ]);
    server.answer('typed.json', json({ version: 'https://jsonfeed.org/version/1.1', title: 'Typed', items: [{ id: '1', title: 'Talk', content_text: 'Talk', _news: { comments } }] }));
    await open('typed.json', 'comments="local"');
    await page.until((all) => { // "More", until there are no more
      $('[part=comments] .more')?.click();
      return $$('[data-comment]').length === all;
    }, comments.length);
    const shown = await page.run(() => Object.fromEntries($$('[data-comment]').map((comment) => [comment.dataset.comment, squeeze(comment.querySelector('.comment-body').textContent)])));
    const parsed = await page.run((texts) => texts.map((text) => squeeze(new DOMParser().parseFromString(`<!doctype html><body>${text}`, 'text/html').body.textContent)), TYPED);
    for (const [index, text] of TYPED.entries()) {
      const kept = parsed[index] || text; // `</3` is a comment to a parser, and a broken heart to readers
      assert.equal(shown[`text ${index}`], text);
      assert.equal(shown[`html ${index}`], kept);
      assert.equal(shown[`paragraph ${index}`], `${kept}and on`);
    }
    // The parser itself drops none of these, so that it is a fair judge.
    for (const text of ['<3', '<_<', 'a < b', 'x > y', 'AT&T']) assert.equal(parsed[TYPED.indexOf(text)], text);
    assert.equal(parsed[TYPED.indexOf('&lt;b&gt;')], '<b>');
  });

  it('sanitiser: titles, names, tags and summaries show what only looks like markup', async () => {
    const texts = ['<3', '<_<', 'a < b', 'x > y', 'AT&T', 'Q&A', '1 <2', '& more'];
    const items = texts.map((text, index) => ({
      id: `${index}`, title: text, summary: `${text} dek`, content_text: 'Text', authors: [{ name: text }], tags: [text],
      _news: { section: text, comments: [{ id: 'c', content_text: 'Well.', authors: [{ name: text }] }] },
    }));
    server.answer('names.json', json({ version: 'https://jsonfeed.org/version/1.1', title: 'Names', items }));
    await open('names.json', 'comments="local" article="0" sections="article comments"');
    for (const [index, text] of texts.entries()) {
      await page.run((index) => document.querySelector('news-widget').setAttribute('article', index), String(index));
      await page.find('[part=headline]', text);
      await page.find('.comment-author');
      for (const css of ['[part=headline]', '.names', '[part=tags] li', '.kicker', '.comment-author']) assert.deepEqual(await page.texts(css), [text], css);
      assert.deepEqual(await page.texts('[part=dek]'), [`${text} dek`]);
    }
  });
}, { differ: 'sanitiser', proxy: outside.port });
