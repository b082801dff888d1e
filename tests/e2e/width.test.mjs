// How wide it is: as wide as a block, whatever its parent does; and nothing in it is wider than that, whatever is written.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { json, stand, widget } from './stand.mjs';

/** No line can hold it, and it has no place where it may be broken. */
const WORD = 'W'.repeat(300);
const nest = (depth, open, close, inner) => open.repeat(depth) + inner + close.repeat(depth);
const DEEP = [['<ul><li>', '</li></ul>'], ['<ol><li>', '</li></ol>'], ['<blockquote>', '</blockquote>'], ['<blockquote><ul><li>', '</li></ul></blockquote>']]
  .map(([open, close]) => nest(60, open, close, 'The innermost words of all are still words')).join('');

const remark = (id, more) => ({ id, authors: [{ name: `${id}${WORD}`, url: 'https://reader.example/' }], content_text: `${WORD} https://reader.example/${WORD}`, ...more });

const remarks = [
  remark('c1'),
  ...[2, 3, 4, 5, 6, 7, 8].map((n) => remark(`c${n}`, { _news: { parent: `c${n - 1}` } })),
  remark('c9', { content_text: undefined, content_html: `<p>${WORD} <a href="/x">${WORD}</a> <code>${WORD}</code></p><pre>${WORD}</pre><ul><li>${WORD}</li></ul>${DEEP}` }),
];

/** A newspaper that writes nothing else. */
const wordy = {
  version: 'https://jsonfeed.org/version/1.1',
  title: WORD,
  description: WORD,
  language: 'en',
  home_page_url: 'https://wordy.example/',
  authors: [{ name: WORD }],
  items: ['words', 'more', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'].map((id) => ({
    id,
    url: `${id}.html`, // beside the feed: so are the pictures of its text
    title: `${id} ${WORD}`,
    summary: WORD,
    date_published: '2026-03-04T10:00:00Z',
    date_modified: '2026-03-05T10:00:00Z',
    authors: [{ name: WORD, url: 'https://wordy.example/a', avatar: 'img/face.svg' }, { name: `B${WORD}` }],
    tags: [WORD, `B${WORD}`],
    image: 'img/quay.svg',
    content_html: `<p>${WORD} <a href="/x">${WORD}</a> <em>${WORD}</em> <q>${WORD}</q> <code>${WORD}</code> <kbd>${WORD}</kbd> <sub>${WORD}</sub></p>
      <h2>${WORD}</h2><h3>${WORD}</h3><pre><code>${WORD}</code></pre><ul><li>${WORD}</li></ul><ol start="999999"><li>${WORD}</li></ol>
      <dl><dt>${WORD}</dt><dd>${WORD}</dd></dl><blockquote><p>${WORD}</p><cite>${WORD}</cite></blockquote><aside><p>${WORD}</p></aside>
      <table><caption>${WORD}</caption><thead><tr><th>${WORD}</th><th>${WORD}</th></tr></thead><tbody><tr><td>${WORD}</td><td>${WORD}</td></tr></tbody></table>
      <figure><img src="img/quay.svg" alt="${WORD}" width="4000" height="3000"><figcaption>${WORD}</figcaption></figure>
      <p><img src="gone.png" alt="${WORD}" width="3000" height="9000"></p><details open><summary>${WORD}</summary>${WORD}</details>
      <video src="film.webm" width="4000" height="20"></video>
      <iframe src="https://player.vimeo.com/video/1" title="${WORD}"></iframe><iframe src="https://frames.example/${WORD}" title="${WORD}"></iframe>${DEEP}`,
    attachments: [
      { url: `sound/${WORD}.ogg`, mime_type: 'audio/ogg', duration_in_seconds: 4e9, size_in_bytes: 4e15 },
      { url: `film/${WORD}.webm`, mime_type: 'video/webm', title: WORD },
      { url: `img/${WORD}.png`, mime_type: 'image/png' },
      { url: `papers/${WORD}`, mime_type: `application/${WORD}` },
    ],
    _news: {
      section: [WORD, `B${WORD}`], image_alt: WORD, image_caption: WORD, image_credit: WORD, image_width: 1, image_height: 4e9,
      related: ['more', 'third'], views: 5, comments: remarks,
    },
  })),
  _news: {
    sections: [{ name: WORD, url: 'https://wordy.example/s' }, { name: `B${WORD}` }],
    popular: ['more', 'third', 'words'],
    recent_comments_url: 'recent.json',
    spot: { image: 'img/banner.svg', url: 'https://spot.example/', alt: WORD, width: 4e9, height: 90, label: WORD },
  },
};

const recent = { version: wordy.version, title: 'Remarks', items: [remark('r1', { _news: { article: { id: 'elsewhere', title: WORD, url: 'https://wordy.example/e' } } })] };

/** In the page: what is wider than the widget, or sticks out of it. What scrolls in a box of its own, or ends there in "…", may be
 *  as wide as it likes. */
const TOO_WIDE = () => {
  const host = document.querySelector('news-widget').getBoundingClientRect();
  const isCut = ({ overflowX, textOverflow }) => /auto|scroll/.test(overflowX) || textOverflow === 'ellipsis';
  const scrolls = (element) => element && (isCut(getComputedStyle(element)) || scrolls(element.parentElement));
  const seen = $$('*').filter((element) => element.getClientRects().length && !element.closest('.hidden') && !scrolls(element.parentElement));
  const wide = seen.filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > host.right + 0.5 || left < host.left - 0.5;
  });
  return {
    elements: seen.length > 30,
    wide: wide.map((element) => `${element.localName}.${element.className}: ${Math.round(element.getBoundingClientRect().width)} of ${host.width}`),
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
};

inEachEngine('width', (browser) => {
  let press, host, close;
  before(async () => {
    ({ press, host, close } = await stand());
    press.answer('recent.json', json(recent));
  });
  after(() => close());

  const pages = { front: '#/', section: `#/section/${WORD}`, article: '#/article/words' };
  for (const [name, hash] of Object.entries(pages)) {
    test(`width: nothing on the ${name} page is wider than the widget, whatever field has a word that no line can hold`, async () => {
      const { page } = browser;
      press.answer('paper.json', json(wordy));
      await page.open('about:blank');
      await page.open(host(`<div id="room">${widget({ routing: 'hash' })}</div>`, { css: 'body { margin: 0 }' }) + hash);
      await page.ready();
      for (const width of [1280, 360, 280]) {
        await page.run((width) => { document.querySelector('#room').style.width = `${Math.min(width, document.documentElement.clientWidth)}px`; }, width);
        await page.settled();
        const { wide, sideways, elements } = await page.run(TOO_WIDE);
        assert.ok(elements);
        assert.deepEqual(wide.slice(0, 5), [], `at ${width}`);
        assert.equal(sideways, 0, `at ${width}`);
      }
    });
  }

  test('width: indentation stops at a depth, in articles and in comments', async () => {
    const { page } = browser; // the article, in 280 pixels
    const narrow = await page.run(() => $$('.body *, .comment-body *').filter((element) => element.textContent === 'The innermost words of all are still words')
      .map((element) => Math.round(element.getBoundingClientRect().width)).filter((width) => width < 80));
    assert.deepEqual(narrow, []);
    assert.equal(await page.run(() => $$('.body blockquote').length > 100 && $$('.comment-body blockquote').length > 100), true);
  });

  test('width: neither a size that no picture has, nor a picture that does not come, makes the page wide or endless', async () => {
    const { page } = browser;
    const sizes = [[1, 4e9], [4e9, 1], [4e9, 4e9], [970, 250], [undefined, undefined]];
    for (const image of ['img/face.svg', 'gone.png']) {
      for (const [width, height] of sizes) {
        const item = { id: '1', title: 'A title', content_text: 'Text', image, _news: { image_width: width, image_height: height, image_alt: 'A face' } };
        press.answer('paper.json', json({ version: wordy.version, title: 'Sizes', items: [item], _news: { spot: { image, width, height, alt: 'Buy a face' } } }));
        await page.open(host(`<div id="room">${widget({ comments: 'none' })}</div>`, { css: 'body { margin: 0 } #room { width: 360px }' }));
        await page.ready();
        await page.until(() => $$('img').every((image) => image.complete));
        await page.settled();
        const { wide, sideways } = await page.run(TOO_WIDE);
        assert.deepEqual([wide, sideways], [[], 0], `${image}, ${width} x ${height}`);
        assert.ok(await page.run(() => document.documentElement.scrollHeight < 2500), `${image}, ${width} x ${height} is high`);
      }
    }
  });
}, { differ: 'layout' });

/** Parents that ask how wide their content is: each must answer as it would for a block, in 900 pixels and in 320. */
const SHRINKING = {
  'a block': ['', ''],
  'a row of flex items': ['#in { display: flex }', ''],
  'a row of flex items that are centred': ['#in { display: flex; justify-content: center; align-items: center }', ''],
  'a column of flex items that are centred': ['#in { display: flex; flex-direction: column; align-items: center }', ''],
  'a grid whose items are centred': ['#in { display: grid; justify-items: center }', ''],
  'a grid whose columns are centred': ['#in { display: grid; place-content: center }', ''],
  'a float': ['#in { float: left }', ''],
  'a table cell': ['#in { display: table-cell }', ''],
  'an inline block': ['#in { display: inline-block }', ''],
  'fit-content': ['#in { width: fit-content }', ''],
  'an absolute place': ['#room { position: relative; height: 900px } #in { position: absolute }', ''],
  'a flex item of a centred column': ['#room { display: flex; flex-direction: column; align-items: flex-start } #in { display: flex }', ''],
  'a float in a grid': ['#room { display: grid; justify-items: start } #in { float: right }', ''],
  'itself a float': ['', 'float: right'],
  'itself absolute': ['#room { position: relative; height: 900px }', 'position: absolute'],
  'itself an inline block': ['', 'display: inline-block'],
  'itself fit-content': ['', 'width: fit-content'],
  'itself a flex container': ['', 'display: flex; justify-content: center'],
  'itself a column of flex items': ['', 'display: flex; flex-direction: column; align-items: center'],
  'itself a grid': ['', 'display: grid; place-items: center; place-content: center'],
  'itself a table': ['', 'display: table'],
  'itself inline': ['', 'display: inline'],
};

inEachEngine('width, in a parent that shrinks', (browser) => {
  let host, close;
  before(async () => { ({ host, close } = await stand()); });
  after(() => close());

  const open = async (css, own, attributes) => {
    const { page } = browser;
    const body = `<div id="room"><div id="in">${widget({ article: 'full', comments: 'none', ...attributes }, '')}</div></div>`;
    await page.open(host(body, { css: `body { margin: 0 } #room { width: 900px } ${css} news-widget { ${own} }` }));
    await page.ready();
    return page;
  };
  const width = (page) => page.run(() => Math.round($('.page').getBoundingClientRect().width));

  test('width: the widget is as wide as a block in every parent that shrinks to its content', async () => {
    const narrow = {};
    for (const [name, [css, own]] of Object.entries(SHRINKING)) {
      const page = await open(css, own);
      const found = [await width(page)];
      await page.run(() => { document.querySelector('#room').style.width = '320px'; });
      found.push(await width(page));
      if (found.join() !== '900,320') narrow[name] = found;
    }
    assert.deepEqual(narrow, {});
  });

  test('width: the widget has its documented width where there is no room to be had', async () => {
    for (const [css, own] of [['#in { width: min-content }', ''], ['#in { display: flex; width: 0 }', ''], ['', 'width: min-content']]) {
      assert.equal(await width(await open(css, own)), 280, css || own);
    }
  });

  test('width: the widget follows the host page’s own rules, and neighbours keep their width', async () => {
    const room = '#in { display: flex }';
    assert.equal(await width(await open(room, '', { loading: 'lazy' })), 900, 'without a width it must be seen, to be loaded');
    assert.equal(await width(await open(room, 'width: 500px')), 500);
    assert.equal(await width(await open(room, 'max-width: 450px')), 450);
    assert.equal(await width(await open(`${room} #in::before { content: ""; width: 300px }`, '')), 600);
    assert.equal(await width(await open(`${room} #in::before { content: ""; width: 300px }`, 'flex: 1')), 600);
    assert.equal(await width(await open('', 'margin: 0 20px; padding: 0 30px; border: 1px solid')), 798);
  });
}, { differ: 'layout' });
