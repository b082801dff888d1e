// Styles in both directions: what a host page says about its elements does not reach the widget's, and the other way round.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { compile } from 'tailwindcss';
import { inEachEngine } from './engines.mjs';
import { json, stand, widget } from './stand.mjs';
import { paper } from '../fixtures/paper.mjs';

// Written after what such sheets do. The page keeps its scroll bar, and the box around the element its width: that is the
// host's to say, and everything would differ for that reason alone. So is the root's font size, see below.
const BOX = `html { overflow-y: scroll !important } #box { all: unset !important; display: block !important; width: 700px !important }
  #box news-widget { margin: 0 !important; padding: 0 !important; border: 0 !important }`;
const HOSTILE = {
  'everything unset': '* { all: unset !important }',
  'no boxes at all': 'div, section, article, header, p, span, a, form, label, button { display: none !important }',
  'huge type': 'html { line-height: 3; letter-spacing: 9px; word-spacing: 2em; text-transform: uppercase; font-variant: small-caps } body { font: italic 900 3rem/1 cursive; text-indent: 5em; white-space: pre; text-align: right }',
  'all important': 'body, body *, ::before, ::after { margin: 40px !important; padding: 30px !important; border: 9px solid red !important; color: lime !important; background: navy !important; font-size: 40px !important; box-sizing: border-box !important; outline: 3px dotted !important; visibility: hidden !important; text-shadow: 2px 2px red !important; cursor: wait !important; pointer-events: none !important; user-select: none !important }',
  'an older preflight': '*, ::before, ::after { box-sizing: border-box; border: 0 solid #e5e7eb; margin: 0; padding: 0 } html { line-height: 1.5; tab-size: 4; font-family: ui-sans-serif, sans-serif; -webkit-tap-highlight-color: transparent } h1, h2, h3 { font-size: inherit; font-weight: inherit } a { color: inherit; text-decoration: inherit } ol, ul { list-style: none } img, svg, video { display: block; max-width: 100%; height: auto } button, input, textarea { font: inherit; color: inherit; background: transparent }',
  'a reboot': '*, ::before, ::after { box-sizing: border-box } :root { --font: 16px } body { margin: 0; font: 400 1rem/1.5 system-ui; color: #212529; background: #fff; -webkit-text-size-adjust: 100% } p { margin: 0 0 1rem } a { color: #0d6efd } table { caption-side: bottom; border-collapse: collapse } label { display: inline-block } textarea { resize: vertical } [role=button] { cursor: pointer } .page, .ground, .card, .hidden { display: flex; color: red }',
};

const find = createRequire(import.meta.url).resolve;

/** What a page gets that imports Tailwind: its theme and its preflight, which is in a layer. */
async function tailwind() {
  const loadStylesheet = async (path) => ({ path, base: '', content: await readFile(find(path), 'utf8') });
  const { build } = await compile(`@layer theme, base; @import "tailwindcss/theme.css" layer(theme) theme(static);
    @import "tailwindcss/preflight.css" layer(base);`, { loadStylesheet });
  return build([]);
}

HOSTILE['Bootstrap 5'] = await readFile(find('bootstrap/dist/css/bootstrap.css'), 'utf8');
HOSTILE['Tailwind 4'] = await tailwind();

/** Runs in the page: the computed style of each element in the shadow root, or of each in the page, by its place. */
const STYLES = (inside) => {
  const elements = inside ? document.querySelector('news-widget').shadowRoot.querySelectorAll('*') : document.querySelectorAll('body *:not(script, news-widget, news-widget *)');
  return [...elements].map((element) => {
    const style = getComputedStyle(element);
    return [`${element.localName}.${element.className}`, Object.fromEntries([...style].filter((name) => !name.startsWith('--')).map((name) => [name, style.getPropertyValue(name)]))];
  });
};

/** The first of what differs, in words. */
function differences(before, now) {
  assert.equal(now.length, before.length, 'as many elements');
  return before.flatMap(([name, style], at) => Object.entries(style)
    .filter(([property, value]) => now[at][1][property] !== value)
    .map(([property, value]) => `${name} { ${property}: ${value} }, and now ${now[at][1][property]}`)).slice(0, 12);
}

const PAGE = `<main><h1>Mine</h1><p class="card">Text <a href="#">link</a> <em>em</em></p><ul class="list"><li>one</li></ul>
  <form class="form"><label class="field">Name <input></label><textarea></textarea><button class="reply-button">Go</button></form>
  <table><caption>c</caption><tr><td>1</td></tr></table><figure class="page"><figcaption>f</figcaption></figure></main>`;

inEachEngine('styles', (browser) => {
  let host, close, neutral;
  const box = (inside) => `${PAGE}<div id="box">${inside}</div>`;
  const shown = async (css) => {
    const { page } = browser;
    await page.open(host(box(widget({ article: 'full', theme: 'light' })), { css: `${BOX} ${css}` }));
    await page.ready();
    await page.until(() => $$('img').every((image) => image.complete || image.loading === 'lazy'));
    return page;
  };
  before(async () => {
    ({ host, close } = await stand());
    neutral = await (await shown('')).run(STYLES, true);
  });
  after(() => close());

  for (const [name, css] of Object.entries(HOSTILE)) {
    test(`styles: those of a host page do not reach the widget (${name})`, async () => {
      const page = await shown(css);
      assert.deepEqual(differences(neutral, await page.run(STYLES, true)), []);
    });
  }

  test('styles: the widget’s text follows the font size of the root within bounds', async () => {
    const size = async (css) => (await shown(css)).run(() => Number.parseFloat(getComputedStyle($('[part=page]')).fontSize));
    const [normal, none, twice, huge] = [await size(''), await size('html { font-size: 1px }'), await size('html { font-size: 20px }'), await size('html { font-size: 90px }')];
    assert.ok(none >= normal * 0.8 && twice > normal && huge <= normal * 1.5, `${[normal, none, twice, huge]}`);
  });

  test('styles: those of the widget do not reach the host page', async () => {
    const { page } = browser;
    const css = `${BOX} #box { height: 9000px !important }`;
    await page.open(host(box(''), { css }));
    const alone = await page.run(STYLES, false);
    await page.open(host(box(widget({ article: 'full' })), { css }));
    await page.ready();
    assert.deepEqual(differences(alone, await page.run(STYLES, false)), []);
  });
});

/** Elements that take the place of a document's own properties, and, by their ids, of the window's where it has none. */
const NAMED = ['createElement', 'createTextNode', 'createDocumentFragment', 'createComment', 'createTreeWalker', 'querySelector', 'querySelectorAll',
  'getElementById', 'getElementsByTagName', 'head', 'body', 'documentElement', 'activeElement', 'adoptedStyleSheets', 'currentScript', 'cookie',
  'title', 'baseURI', 'implementation', 'defaultView', 'visibilityState', 'hidden', 'readyState', 'addEventListener', 'removeEventListener',
  'dispatchEvent', 'fetch', 'URL', 'Response', 'localStorage', 'navigator', 'Document', 'Node', 'trustedTypes', 'name', 'parentNode', 'closest'];

inEachEngine('host page, names', (browser) => {
  let press, host, close;
  before(async () => { ({ press, host, close } = await stand()); });
  after(() => close());

  // The test, too, must go by the prototype.
  const look = (fn) => browser.page.driver.executeScript(`const found = (${fn})(window.root); return found instanceof Node ? true : found;`);
  const until = async (fn) => {
    for (const end = Date.now() + 20_000; ;) {
      if (await look(fn)) return;
      if (Date.now() > end) throw new Error(`${fn}: still not; the events: ${JSON.stringify(await look(() => window.told))}`);
    }
  };

  /** `<img name=createElement>` on the page, and the widget drew nothing and said nothing. */
  for (const [what, make] of Object.entries({
    'an image': (name) => `<img name="${name}" id="${name}" alt="">`,
    'a form': (name) => `<form name="${name}" id="${name}"></form>`,
  })) {
    test(`host page: the widget works beside ${what} for each name that would hide a property of document or window`, async () => {
      const feed = { ...paper, items: paper.items.map((item) => ({ ...item, title: item.title && `${item.title} &Omega;` })) };
      const undo = press.answer('paper.json', json(feed));
      const script = `window.told = [];
        for (const name of ['ready', 'error']) addEventListener('news-widget:' + name, ({ type, detail, target }) => {
          told.push([type, detail]);
          window.root = target.shadowRoot;
        });`;
      await browser.page.driver.get(host(`${NAMED.map(make).join('')}<main>${widget({ routing: 'hash', comments: 'local' })}</main>`, { script }));
      await until((root) => root?.querySelector('.card-title a'));
      await look((root) => root.querySelector('.card.lead a').click());
      await until((root) => root.querySelector('[part=body] p') && root.querySelector('textarea[name=comment]'));
      assert.match(await look((root) => root.querySelector('h1').textContent), / Ω$/);
      await look((root) => {
        for (const [name, text] of [['comment', 'All the same.'], ['name', 'Eve']]) {
          const field = root.querySelector(`form [name=${name}]`);
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        }
        root.querySelector('form').requestSubmit();
      });
      await until((root) => [...root.querySelectorAll('.comment-body')].some((body) => body.textContent.includes('All the same.')));
      assert.deepEqual((await look(() => window.told)).map(([type]) => type), ['news-widget:ready']);
      assert.match(await look(() => Reflect.get(Document.prototype, 'title', document)), /Ω/);
      await look(() => localStorage.clear());
      undo();
    });
  }
});
