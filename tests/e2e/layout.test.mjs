// How it looks: nothing wider than its column, nothing that jumps, lines that can be read, and colours that follow.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { paper } from '../fixtures/paper.mjs';
import { accessible } from './axe.mjs';
import { inEachEngine } from './engines.mjs';
import { edition, json, stand, widget } from './stand.mjs';

const PAGES = { front: '#/', section: '#/section/World', article: '#/article/full', 'wide article': '#/article/wide', 'not found': '#/article/none' };
const DARK = ':root { color-scheme: dark }';

/** A column on a page that is wider, and its width. */
const column = (attributes) => `<div>${widget(attributes)}</div>`;
const pixels = (width) => `div { width: ${width}px }`;

inEachEngine('the layout', (browser) => {
  let press, host, close;
  const undo = [];
  before(async () => { ({ press, host, close } = await stand()); });
  after(() => close());
  afterEach(() => Promise.all(undo.splice(0).map((back) => back())));

  const open = async (body, { css = '', hash = '', at = host, complete = true, ...options } = {}) => {
    await browser.page.open('about:blank');
    await browser.page.open(at(body, { css: `body { margin: 0 } ${css}`, ...options }) + hash);
    await (complete ? browser.page.ready() : browser.page.event('ready'));
    return browser.page;
  };
  const resize = (page, width) => page.driver.manage().window().setRect({ width, height: 900 });

  for (const [name, hash] of Object.entries(PAGES)) {
    test(`${name}: nothing is wider than its column`, async () => {
      const page = await open(column({ routing: 'hash' }), { hash, css: pixels(1240) });
      for (const width of [1240, 768, 360, 320, 280]) {
        const wide = await page.run((width) => {
          document.querySelector('div').style.width = `${width}px`;
          // What scrolls in a box of its own may be as wide as it likes.
          const boxed = (element) => element.matches('.hidden, :is(pre, .wide, [aria-current=page]) *');
          return $$('*').filter((element) => !boxed(element))
            .filter((element) => {
              const { left, right, width: own } = element.getBoundingClientRect();
              return own > 0 && (right > width + 0.5 || left < -0.5);
            })
            .map((element) => `${element.localName}.${element.className}: ${Math.round(element.getBoundingClientRect().right)} of ${width}`);
        }, width);
        assert.deepEqual(wide, []);
        assert.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth), `scrolls sideways at ${width}`);
      }
    });
  }

  test('lines of the body have 60 to 75 characters where there is room', async () => {
    const page = await open(column({ article: 'full' }), { css: pixels(1240) });
    const lines = await page.run(() => {
      const text = $('[part=body] p').firstChild;
      const range = document.createRange();
      const counts = [];
      let top, count = 0;
      for (let at = 0; at < text.length; at += 1) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const box = range.getBoundingClientRect();
        if (box.width && top !== undefined && box.top > top + 4) {
          counts.push(count);
          count = 0;
        }
        if (box.width) top = box.top;
        count += 1;
      }
      return counts;
    });
    const mean = lines.reduce((sum, count) => sum + count, 0) / lines.length;
    assert.ok(lines.length > 10 && mean >= 60 && mean <= 75, `${mean} characters a line: ${lines}`);
  });

  test('the sidebar comes with the container’s room, not the window’s', async () => {
    const page = await open(column({ article: 'full' }), { css: pixels(1240) });
    const beside = (width) => page.run((width) => {
      document.querySelector('div').style.width = `${width}px`;
      const [main, side] = ['.main', '.side'].map((css) => $(css).getBoundingClientRect());
      return side.left >= main.right && side.top < main.bottom;
    }, width);
    assert.deepEqual([await beside(1240), await beside(700), await beside(320)], [true, false, false]);
  });

  test('colours follow the host’s scheme, and the attribute before that', async () => {
    const dark = async (attributes, css) => {
      const page = await open(widget({ article: 'full', ...attributes }), { css });
      const [red, green, blue] = await page.run(() => getComputedStyle($('[part=page]')).backgroundColor.match(/\d+/g).map(Number));
      return red + green + blue < 200;
    };
    assert.deepEqual([
      await dark({}), await dark({ theme: 'auto' }, DARK), await dark({ theme: 'light' }, DARK), await dark({ theme: 'dark' }),
    ], [false, true, false, true]);
  });

  for (const theme of ['light', 'dark']) {
    test(`is accessible in the ${theme}`, async () => {
      for (const hash of Object.values(PAGES)) {
        const body = `<main>${widget({ routing: 'hash', theme })}</main>`;
        const page = await open(body, { hash, css: theme === 'dark' ? DARK : '' });
        if (hash === '#/article/none') await page.find('h1', 'Page not found');
        await accessible(page);
      }
    });
  }

  test('is accessible on a telephone, and in Arabic', async () => {
    for (const hash of Object.values(PAGES)) {
      const page = await open(`<main>${column({ routing: 'hash' })}</main>`, { hash, css: pixels(360) });
      await accessible(page);
    }
    await accessible(await open(`<main>${widget({ article: 'arabic', lang: 'ar' })}</main>`));
    await accessible(await open(`<main>${widget({ article: 'arabic' })}</main>`));
  });

  if (browser.name !== 'chromium') return; // the only engine that measures layout shifts

  for (const width of [1240, 360]) {
    test(`nothing moves when pictures, ranking, the comments’ code and comments arrive at ${width} px`, async () => {
      const fresh = await stand(); // a browser keeps the code, as it should
      const { cdn, press } = fresh;
      const remark = (n) => ({ id: `r${n}`, content_text: 'Yes.', authors: [{ name: 'Cy' }], _news: { article: { id: 'full' } } });
      const remarks = { version: paper.version, title: 'Remarks', items: [1, 2, 3, 4, 5].map(remark) };
      undo.push(
        fresh.close,
        press.answer('paper.json', json(edition(
          { _news: { ...paper._news, popular: [], popular_url: 'popular.json', recent_comments_url: 'recent.json' } },
          (item) => ({ ...item, _news: { ...item._news, comments: undefined, comments_url: 'thread.json' } }),
        ))),
        press.answer('popular.json', json(edition({ items: Array.from({ length: 5 }, (_, n) => (
          { id: `p${n}`, url: `stories/${n}.html`, title: n % 2 ? 'A headline' : 'A headline that is long enough for two lines' })) }))),
        press.answer('recent.json', json(remarks)),
        press.answer('thread.json', json(remarks)),
      );
      const code = cdn.hold(/assets\/.*comments-/);
      const thread = press.hold('thread.json');
      const held = [press.hold(/^img\//), press.hold('popular.json'), press.hold('recent.json')];
      const page = await open(column({ article: 'full' }), { css: pixels(width), at: fresh.host, complete: false });
      await Promise.all([code, ...held].map(({ asked }) => asked));
      await page.run(() => new Promise((done) => {
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value, sources }) => (
          `${value}: ${sources.map(({ node, previousRect, currentRect }) => (
            `${node?.localName ?? node?.nodeName}.${node?.className} ${JSON.stringify([previousRect, currentRect])}`))}`)))).observe({ type: 'layout-shift' });
        requestAnimationFrame(() => requestAnimationFrame(done));
      }));
      code.release();
      await thread.asked;
      await page.run(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
      for (const { release } of [thread, ...held]) release();
      await page.find('[part=comments]', 'Yes.');
      await page.find('[part=popular] li');
      await page.find('[part=recent] li');
      await page.until(() => $$('img').filter(({ loading }) => loading !== 'lazy').every(({ complete }) => complete));
      await page.run(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
      assert.deepEqual(await page.run(() => window.shifts), []);
    });
  }
});
