// How it looks: nothing wider than its column, nothing that jumps, lines that can be read, and colours that follow.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { paper } from '../fixtures/paper.mjs';
import { accessible } from './axe.mjs';
import { devtools } from './drivers.mjs';
import { inEachEngine } from './engines.mjs';
import { edition, json, stand, widget } from './stand.mjs';

const PAGES = { front: '#/', section: '#/section/World', article: '#/article/full', 'wide article': '#/article/wide', 'not found': '#/article/none' };
const DARK = ':root { color-scheme: dark }';

/** What a publisher adds for the time before the widget's script, as README says. */
const RESERVED = 'news-widget:not(:defined) { display: block; min-height: 100vh }';

/** A column on a page that is wider, and its width. */
const column = (attributes) => `<div>${widget(attributes)}</div>`;
const pixels = (width) => `div { width: ${width}px }`;

inEachEngine('layout', (browser) => {
  let press, host, close;
  const undo = [];
  before(async () => { ({ press, host, close } = await stand()); });
  after(() => close());
  afterEach(() => Promise.all(undo.splice(0).map((back) => back())));

  const open = async (body, { css = '', hash = '', at = host, complete = true, wait = true, ...options } = {}) => {
    await browser.page.open('about:blank');
    await browser.page.open(at(body, { css: `body { margin: 0 } ${css}`, ...options }) + hash);
    if (wait) await (complete ? browser.page.ready() : browser.page.event('ready'));
    return browser.page;
  };
  const resize = (page, width) => page.driver.manage().window().setRect({ width, height: 900 });

  for (const [name, hash] of Object.entries(PAGES)) {
    test(`layout: nothing on the ${name} page is wider than its column`, async () => {
      const page = await open(column({ routing: 'hash' }), { hash, css: pixels(1400) });
      for (const width of [1400, 1240, 768, 360, 320, 280]) {
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
        assert.ok(await page.run((width) => document.documentElement.scrollWidth <= Math.max(width, innerWidth), width), `scrolls sideways at ${width}`);
      }
    });
  }

  test('layout: the lines of an article have 60 to 75 characters on average, where there is room', async () => {
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

  test('layout: the sidebar stands beside the article where the container has room, whatever the window has', async () => {
    const page = await open(column({ article: 'full' }), { css: pixels(1240) });
    const beside = (width) => page.run((width) => {
      document.querySelector('div').style.width = `${width}px`;
      const [main, side] = ['.main', '.side'].map((css) => $(css).getBoundingClientRect());
      return side.left >= main.right && side.top < main.bottom;
    }, width);
    assert.deepEqual([await beside(1240), await beside(700), await beside(320)], [true, false, false]);
  });

  test('theme: colours follow the host page’s colour scheme, unless the theme attribute says otherwise', async () => {
    const dark = async (attributes, css) => {
      const page = await open(widget({ article: 'full', ...attributes }), { css });
      const [red, green, blue] = await page.run(() => getComputedStyle($('[part=page]')).backgroundColor.match(/\d+/g).map(Number));
      return red + green + blue < 200;
    };
    assert.deepEqual([
      await dark({}), await dark({ theme: 'auto' }, DARK), await dark({ theme: 'light' }, DARK), await dark({ theme: 'dark' }),
    ], [false, true, false, true]);
  });

  test('theme: on a dark page the widget is dark from its first frame, and follows a later change', async () => {
    const fresh = await stand(); // a browser keeps the code, as it should
    undo.push(fresh.close);
    const held = fresh.press.hold('paper.json');
    undo.push(held.release);
    // Each frame of the page writes down what light there is.
    const script = `window.seen = [];
      const light = (element) => element && getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number);
      const look = () => {
        const root = document.querySelector('news-widget')?.shadowRoot;
        for (const element of [document.querySelector('news-widget'), root?.querySelector('.ground'), root?.querySelector('[part=page]')]) {
          if (element) window.seen.push(light(element));
        }
        requestAnimationFrame(look);
      };
      look();`;
    const page = await open(widget({ article: 'full' }, ''), { css: DARK, script, at: fresh.host, complete: false, wait: false });
    await page.find('[part=skeleton]');
    held.release();
    await page.ready();
    const bright = (colours) => colours.filter(([red, green, blue, alpha = 1]) => alpha && red + green + blue > 200);
    const seen = await page.run(() => window.seen);
    assert.ok(seen.length > 3);
    assert.deepEqual(bright(seen), []);
    await page.run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':root { color-scheme: light }');
      document.adoptedStyleSheets.push(sheet);
    });
    await page.until(() => getComputedStyle($('[part=page]')).backgroundColor.match(/\d+/g).every((part) => part > 200));
  });

  for (const theme of ['light', 'dark']) {
    test(`layout: every page is accessible in the ${theme} theme`, { skip: browser.alike }, async () => {
      for (const hash of Object.values(PAGES)) {
        const body = `<main>${widget({ routing: 'hash', theme })}</main>`;
        const page = await open(body, { hash, css: theme === 'dark' ? DARK : '' });
        if (hash === '#/article/none') await page.find('h1', 'Page not found');
        await accessible(page);
      }
    });
  }

  test('layout: every page is accessible at the width of a phone, and so is an Arabic article', { skip: browser.alike }, async () => {
    for (const hash of Object.values(PAGES)) {
      const page = await open(`<main>${column({ routing: 'hash' })}</main>`, { hash, css: pixels(360) });
      await accessible(page);
    }
    await accessible(await open(`<main>${widget({ article: 'arabic', lang: 'ar' })}</main>`));
    await accessible(await open(`<main>${widget({ article: 'arabic' })}</main>`));
  });

  if (browser.name !== 'chromium') return; // the only engine that can be told what its reader wants, and that measures layout shifts

  const wishes = (page, features) => devtools(page.driver, 'Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });

  test('theme: auto follows the reader’s setting where the host page does, also when it changes', async () => {
    const page = await open(widget({ article: 'full' }), { css: ':root { color-scheme: light dark }' });
    const is = (low) => page.until((low) => getComputedStyle($('[part=page]')).backgroundColor.match(/\d+/g).every((part) => (part < 80) === low), low);
    try {
      await is(false);
      await wishes(page, { 'prefers-color-scheme': 'dark' });
      await is(true);
      await page.run(() => { document.querySelector('news-widget').theme = 'light'; });
      await is(false);
    } finally {
      await wishes(page, {});
    }
  });

  test('layout: nothing is animated for readers who want reduced motion', async () => {
    const held = press.hold('paper.json');
    undo.push(held.release);
    const page = await open(widget({ article: 'full' }, ''), { wait: false });
    await page.find('[part=skeleton]');
    const moving = () => page.run(() => roots()[0].getAnimations().length);
    try {
      assert.ok(await moving() > 0, 'the boxes breathe');
      await wishes(page, { 'prefers-reduced-motion': 'reduce' });
      assert.equal(await moving(), 0);
      held.release();
      await page.ready();
      await page.click('[data-comment] .reply-button');
      await page.until(() => focused()?.name === 'comment');
      assert.equal(await moving(), 0);
    } finally {
      await wishes(page, {});
    }
  });

  test('theme: buttons, fields, players and the place of focus can be seen with forced colours', async () => {
    const film = '<iframe src="https://player.vimeo.com/video/1" title="A film"></iframe>';
    undo.push(press.answer('paper.json', json(edition({}, (item) => ({ ...item, content_html: item.content_html && item.content_html + film })))));
    const page = await open(widget({ article: 'full' }));
    try {
      await wishes(page, { 'forced-colors': 'active' });
      // A player had neither edge nor triangle.
      const [triangle, player] = await page.run(() => ['::before', null].map((part) => getComputedStyle($('.embed-button'), part).backgroundColor));
      assert.notEqual(triangle, player);
      const without = await page.run(() => $$('button, input:not([type=checkbox]), textarea, select, a.button')
        .filter((element) => element.checkVisibility() && !element.closest('.hidden, [aria-hidden]'))
        .filter((element) => {
          const { borderStyle, borderWidth, textDecorationLine } = getComputedStyle(element);
          return (borderStyle === 'none' || Number.parseFloat(borderWidth) < 1) && textDecorationLine === 'none';
        })
        .map((element) => `${element.localName}.${element.className}`));
      assert.deepEqual(without, []);
      const field = await page.find('textarea');
      await page.run((field) => field.focus(), field);
      const { style, width } = await page.run(() => {
        const { outlineStyle: style, outlineWidth: width } = getComputedStyle(focused());
        return { style, width };
      });
      assert.ok(style !== 'none' && Number.parseFloat(width) >= 2, `${style} ${width}`);
    } finally {
      await wishes(page, {});
    }
  });

  for (const width of [1240, 360]) {
    test(`layout: nothing moves when pictures, ranking, the comments’ code and comments arrive, at ${width} px`, async () => {
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
      await page.gone('.arriving');
      for (const { release } of [thread, ...held]) release();
      await page.find('[part=comments]', 'Yes.');
      await page.find('[part=popular] li');
      await page.find('[part=recent] li');
      await page.until(() => $$('img').filter(({ loading }) => loading !== 'lazy').every(({ complete }) => complete));
      await page.settled();
      assert.deepEqual(await page.run(() => window.shifts), []);
    });
  }

  // A page that is shorter than the window ends higher than its place.
  for (const [name, hash] of Object.entries(PAGES).filter(([name]) => name !== 'not found')) {
    for (const width of [1240, 360]) {
      test(`layout: nothing of the ${name} page moves from the first byte on, on a slow line, at ${width} px`, async () => {
        const fresh = await stand(); // a browser keeps the code, as it should
        undo.push(fresh.close);
        const { driver } = browser.page;
        const script = `window.shifts = [];
          new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value, sources }) => (
            value.toFixed(4) + ': ' + sources.map(({ node, previousRect, currentRect }) => (
              (node?.localName ?? node?.nodeName) + '.' + node?.className + ' ' + JSON.stringify([previousRect, currentRect])))))))
            .observe({ type: 'layout-shift', buffered: true });`;
        await devtools(driver, 'Network.enable', {});
        await devtools(driver, 'Network.emulateNetworkConditions', { offline: false, latency: 100, downloadThroughput: 100_000, uploadThroughput: 50_000 });
        try {
          const page = await open(`<header><p>The host’s own head</p></header>${column({ routing: 'hash' })}<footer><p>The host’s own foot</p></footer>`,
            { css: `${pixels(width)} ${RESERVED}`, script, hash, at: fresh.host });
          await page.until(() => $$('img').filter(({ loading }) => loading !== 'lazy').every(({ complete }) => complete));
          await page.settled();
          assert.deepEqual(await page.run(() => window.shifts), []);
        } finally {
          await devtools(driver, 'Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
        }
      });
    }
  }
}, { differ: 'layout' });
